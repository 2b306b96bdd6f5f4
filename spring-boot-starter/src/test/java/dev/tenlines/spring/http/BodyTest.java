package dev.tenlines.spring.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a body may be, and what happens to the others: always a 400, never a 500. */
class BodyTest {
  private static final String ASK = "/v1/features/triage/requests";
  private static final int MIB = 1 << 20;

  @TempDir static Path directory;
  private static ApiServer server;
  private static ApiServer.Caller shop;

  @BeforeAll
  static void start() {
    server = ApiServer.start(directory);
    shop = server.application("a");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "true",
        "3",
        "\"text\"",
        "[]",
        "[{\"input\": \"x\"}]",
        "{",
        "}",
        "{]",
        "{\"input\"}",
        "{\"input\":}",
        "{\"input\": \"x\"",
        "{\"input\": \"x\",}",
        "{\"input\": \"x\"}}",
        "{\"input\": \"x\"} {\"input\": \"y\"}",
        "{\"input\": \"x\"} // done",
        "{'input': 'x'}",
        "{input: \"x\"}",
        "{\"input\": \"x\", \"input\": \"y\"}",
        "{\"input\": \"tab\tin it\"}",
        "{\"input\": \"\\x41\"}",
        "{\"input\": \"\\u12\"}",
        "{\"input\": NaN}",
        "{\"input\": \"x\", \"fields\": {\"n\": 01}}",
        "{\"input\": \"x\", \"fields\": {\"n\": +1}}",
        "{\"input\": \"x\", \"fields\": {\"n\": 1.}}",
        "{\"input\": \"x\", \"fields\": {\"n\": Infinity}}"
      })
  void body_thatIsNoJsonObject_isRefused(String body) {
    shop.post(ASK, body).isProblem(400, "TL-501");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"input\": null}",
        "{\"input\": 3}",
        "{\"input\": [\"x\"]}",
        "{\"input\": \"x\", \"fields\": []}",
        "{\"input\": \"x\", \"fields\": {\"a\": []}}",
        "{\"input\": \"x\", \"fields\": {\"a\": {\"b\": 1}}}",
        "{\"input\": \"x\", \"fields\": {\"a\": 1e400}}",
        "{\"input\": \"x\", \"fields\": {\"a\": 9223372036854775808}}",
        "{\"input\": \"x\", \"conversation\": [{\"role\": \"user\"}]}",
        "{\"input\": \"x\", \"conversation\": \"\"}",
        "{\"input\": \"x\", \"options\": {\"words\": \"many\"}}",
        "{\"input\": \"x\", \"options\": {\"temperature\": 1}}",
        "{\"input\": \"x\", \"context\": {\"tenant\": \"b\"}}",
        "{\"input\": \"x\", \"context\": {\"locale\": 1}}",
        "{\"input\": \"half \\ud83d\"}",
        "{\"input\": \"\\udc00\\ud800\"}",
        "{\"input\": \"x\", \"fields\": {\"a\": \"\\ud83d\"}}",
        "{\"input\": \"x\", \"fields\": {\"\\ud83d\": 1}}",
        "{\"\\ud83d\": 1}"
      })
  void body_ofAnotherShape_isRefused(String body) {
    shop.post(ASK, body).isProblem(400, "TL-501");
  }

  @Test
  void body_withAnUnknownName_isRefusedByThatName() {
    Answer answer = shop.post(ASK, "{\"input\": \"x\", \"inputs\": \"y\"}");

    answer.isProblem(400, "TL-501");
    assertThat(answer.text("detail")).contains("(inputs)");
    assertThat(answer.text("hint")).contains("input, fields");
  }

  @Test
  void body_thatIsNotUtf8_isRefused() {
    List<byte[]> bodies =
        List.of(
            bytes("{\"input\": \"", 0xFF, "\"}"),
            bytes("{\"input\": \"", 0xC3, "\"}"),
            bytes("{\"input\": \"", 0xC0, "\"}"),
            "{\"input\": \"ü\"}".getBytes(StandardCharsets.ISO_8859_1),
            "{\"input\": \"x\"}".getBytes(StandardCharsets.UTF_16),
            "{\"input\": \"x\"}".getBytes(StandardCharsets.UTF_16LE),
            new byte[] {
              '{', '"', 'i', '"', ':', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', '}'
            });

    for (byte[] body : bodies) {
      shop.post(ASK, body).isProblem(400, "TL-501");
    }
  }

  @Test
  void body_withAByteOrderMark_isRead() {
    assertThat(shop.post(ASK, "\uFEFF{\"input\": \"parcel\"}").status()).isEqualTo(200);
  }

  @Test
  void body_nestedDeeperThanThirtyTwo_isRefused() {
    String at32 = "{\"conversation\": " + "[".repeat(31) + "]".repeat(31) + "}";
    String at33 = "{\"conversation\": " + "[".repeat(32) + "]".repeat(32) + "}";

    assertThat(shop.post(ASK, at32).isProblem(400, "TL-501").text("detail")).doesNotContain("32");
    assertThat(shop.post(ASK, at33).isProblem(400, "TL-501").text("detail")).contains("32");
    shop.post(ASK, "{\"a\":".repeat(100_000)).isProblem(400, "TL-501");
    shop.post(ASK, "[".repeat(500_000)).isProblem(400, "TL-501");
  }

  @Test
  void input_upToTwoHundredThousandCharacters_isAsked() {
    String longest = "parcel " + "x".repeat(199_993);

    assertThat(shop.ask("triage", longest).status()).isEqualTo(200);
    shop.ask("triage", longest + "x").isProblem(400, "TL-501");
  }

  @Test
  void body_overOneMebibyte_isRefused_whetherItsLengthIsAnnouncedOrNot() {
    byte[] over = padded(MIB + 1);
    byte[] at = padded(MIB);

    shop.post(ASK, over).isProblem(413, "TL-505");
    send(over).isProblem(413, "TL-505");
    assertThat(shop.post(ASK, at).status()).isEqualTo(200);
    assertThat(send(at).status()).isEqualTo(200);
    assertThat(shop.ask("triage", "parcel").status()).as("the next call").isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/plain|415",
        "application/x-www-form-urlencoded|415",
        "application/xml|415",
        "nonsense|415",
        "application/json; charset=ISO-8859-1|415",
        "application/json; charset=nonsense|415",
        "application/json; charset=utf-8|200",
        "application/vnd.shop+json|200",
        "APPLICATION/JSON|200"
      })
  void mediaType_otherThanJsonInUtf8_isRefused(String type, int status) {
    Answer answer = shop.post(ASK, "{\"input\": \"parcel\"}", "Content-Type", type);

    if (status == 415) {
      answer.isProblem(415, "TL-510");
    } else {
      assertThat(answer.status()).isEqualTo(200);
    }
  }

  @Test
  void body_withoutMediaTypeOrCompressed_isRefused() {
    shop.send("POST", ASK, BodyPublishers.ofString("{\"input\": \"parcel\"}"))
        .isProblem(415, "TL-510");
    shop.post(ASK, "{\"input\": \"parcel\"}", "Content-Encoding", "gzip").isProblem(415, "TL-510");
  }

  /** Sends a body without its length. */
  private static Answer send(byte[] body) {
    return shop.send(
        "POST",
        ASK,
        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
        "Content-Type",
        "application/json");
  }

  private static byte[] padded(int length) {
    String body = "{\"input\": \"parcel\"";
    return (body + " ".repeat(length - body.length() - 1) + "}").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String before, int middle, String after) {
    byte[] start = before.getBytes(StandardCharsets.US_ASCII);
    byte[] end = after.getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[start.length + 1 + end.length];
    System.arraycopy(start, 0, all, 0, start.length);
    all[start.length] = (byte) middle;
    System.arraycopy(end, 0, all, start.length + 1, end.length);
    return all;
  }
}
