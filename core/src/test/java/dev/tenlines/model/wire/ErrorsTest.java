package dev.tenlines.model.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.ladder.TestClock;
import dev.tenlines.model.Failure;
import dev.tenlines.model.Reply.Broken;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What the errors of providers mean, and whether asking again can help. */
class ErrorsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "408 | {} | TIMEOUT | true",
        "409 | {} | OVERLOADED | true",
        "429 | {'type':'rate_limit_error'} | OVERLOADED | true",
        "429 | {'code':'rate_limit_exceeded'} | OVERLOADED | true",
        "429 | {'code':'slow_down'} | OVERLOADED | true",
        "429 | {'status':'RESOURCE_EXHAUSTED'} | OVERLOADED | true",
        "500 | {'type':'api_error'} | OVERLOADED | true",
        "502 | {} | OVERLOADED | true",
        "503 | {'code':'server_is_overloaded'} | OVERLOADED | true",
        "504 | {} | OVERLOADED | true",
        "520 | {} | OVERLOADED | true",
        "529 | {'type':'overloaded_error'} | OVERLOADED | true",
        "400 | {'type':'invalid_request_error'} | MISCONFIGURED | false",
        "401 | {'type':'authentication_error'} | MISCONFIGURED | false",
        "403 | {'type':'permission_error'} | MISCONFIGURED | false",
        "404 | {'type':'not_found_error'} | MISCONFIGURED | false",
        "422 | {} | MISCONFIGURED | false",
        "204 | {} | MISCONFIGURED | false",
        "307 | {} | MISCONFIGURED | false",
        "400 | {'code':'context_length_exceeded'} | TOO_LONG | false",
        "400 | {'message':'prompt is too long: 12 tokens > 10'} | TOO_LONG | false",
        "400 | 'prompt is too long: 12 tokens > 10' | TOO_LONG | false",
        "413 | {'type':'request_too_large'} | TOO_LONG | false",
        "400 | {'code':'content_policy_violation'} | REFUSED | false",
        "400 | {'code':'content_filter'} | REFUSED | false",
        "402 | {} | EXHAUSTED | false",
        "402 | {'type':'billing_error'} | EXHAUSTED | false",
        "403 | {'code':'billing_not_active'} | EXHAUSTED | false",
        "429 | {'type':'insufficient_quota'} | EXHAUSTED | false",
        "429 | {'type':'insufficient_quota','code':'credit_balance_exhausted'} | EXHAUSTED | false",
        "429 | {'code':'organization_spend_limit_exceeded'} | EXHAUSTED | false",
        "429 | {'code':'project_spend_limit_exceeded'} | EXHAUSTED | false",
        "429 | {'code':'organization_usage_limit_exceeded'} | EXHAUSTED | false",
        "429 | {'details':{'error_code':'enforced_spend_limit_reached'}} | EXHAUSTED | false",
        "429 | {'details':{'error_code':'contract_spend_limit_reached'}} | EXHAUSTED | false",
        "429 | {'status':'RESOURCE_EXHAUSTED','message':'Quota, limit: 0'} | EXHAUSTED | false",
        "429 | {'details':[{'violations':[{'quotaId':'RequestsPerDayPerModel'}]}]} | EXHAUSTED | false"
      })
  void anError_hasOneMeaning(int status, String error, Failure failure, boolean again) {
    Broken broken = broken(status, "{'error':" + error + "}", Map.of());

    assertThat(broken.failure()).isEqualTo(failure);
    assertThat(broken.again()).isEqualTo(again);
    assertThat(broken.costs()).as("an error is not billed").isFalse();
  }

  @Test
  void anErrorWithoutAnyBody_isReadByItsStatus() {
    assertThat(broken(529, null, Map.of()).failure()).isEqualTo(Failure.OVERLOADED);
    assertThat(broken(401, null, Map.of()).failure()).isEqualTo(Failure.MISCONFIGURED);
    assertThat(broken(429, "[1]", Map.of()).again()).isTrue();
    assertThat(broken(500, "null", Map.of()).again()).isTrue();
  }

  @Test
  void theProvidersWordOnRetries_canForbidThem_andNeverOrdersThem() {
    assertThat(broken(529, "{}", Map.of("x-should-retry", List.of("false"))).again()).isFalse();
    assertThat(broken(529, "{}", Map.of("x-should-retry", List.of("true"))).again()).isTrue();
    String money = "{'error':{'type':'insufficient_quota'}}";
    assertThat(broken(429, money, Map.of("x-should-retry", List.of("true"))).again()).isFalse();
    assertThat(broken(400, "{}", Map.of("x-should-retry", List.of("true"))).again()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'type':'overloaded_error'} | OVERLOADED",
        "{'type':'server_error','code':null} | OVERLOADED",
        "{'code':503,'status':'UNAVAILABLE'} | OVERLOADED",
        "{'type':'insufficient_quota'} | EXHAUSTED",
        "{'code':'content_filter'} | REFUSED",
        "{'type':'new_kind'} | INVALID",
        "'Overloaded' | INVALID"
      })
  void anErrorInsideAnAnswer_isAFailureToo(String error, Failure failure) {
    assertThat(Errors.inside(JsonMapper.shared().readTree(error.replace('\'', '"'))))
        .isEqualTo(failure);
  }

  @Test
  void whatIsShownOfAnError_isOneShortLine() {
    String words = "line\\nbreak\\u0007 " + "x".repeat(1000);

    String detail = broken(500, "{'error':{'message':'" + words + "'}}", Map.of()).detail();

    assertThat(detail)
        .startsWith("HTTP 500: line break x")
        .doesNotContain("\n")
        .hasSizeLessThan(230);
  }

  private static Broken broken(
      int status, @Nullable String body, Map<String, List<String>> headers) {
    return Errors.of(
        status,
        HttpHeaders.of(headers, (name, value) -> true),
        body == null ? null : JsonMapper.shared().readTree(body.replace('\'', '"')),
        new TestClock());
  }
}
