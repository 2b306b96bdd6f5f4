package dev.tenlines.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {

  /** The reference vector of standardwebhooks.com. */
  @Test
  void theReferenceMessage_isSignedAsInTheStandard() {
    assertThat(
            Signature.of(
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1614265330,
                "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void aPlainSecret_isUsedAsItsBytes() {
    String plain = Signature.of("sixteen or more!", "m_1", 1, "{}");

    assertThat(plain).isNotEqualTo(Signature.of("sixteen or more?", "m_1", 1, "{}"));
    assertThat(plain)
        .as("the same bytes, encoded")
        .isEqualTo(Signature.of("whsec_c2l4dGVlbiBvciBtb3JlIQ==", "m_1", 1, "{}"));
  }

  @Test
  void everyPart_changesTheSignature() {
    String secret = "sixteen or more!";
    assertThat(
            List.of(
                Signature.of(secret, "m_1", 1, "{}"),
                Signature.of(secret, "m_2", 1, "{}"),
                Signature.of(secret, "m_1", 2, "{}"),
                Signature.of(secret, "m_1", 1, "{ }")))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "shop.example", "ftp://shop.example", "http://", "file:///etc", "a b"})
  void anAddressThatCannotBePostedTo_isRefused(String url) {
    assertThatThrownBy(() -> new Webhook(url, "sixteen or more!", List.of()))
        .hasMessageContaining("TL-191");
  }

  @Test
  void aShortSecret_isRefused_andNoSecretIsEverShown() {
    assertThatThrownBy(() -> new Webhook("https://shop.example", "short", List.of()))
        .hasMessageContaining("TL-191")
        .hasMessageNotContaining("(short)");
    assertThat(new Webhook("https://shop.example", "sixteen or more!", List.of()))
        .hasToString("Webhook[https://shop.example]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"whsec_not/base64!!!", "whsec_c2hvcnQ="})
  void aSecretThatCannotBeUsed_isRefusedAtTheStart(String secret) {
    assertThatThrownBy(() -> new Webhook("https://shop.example", secret, List.of()))
        .hasMessageContaining("TL-191");
  }
}
