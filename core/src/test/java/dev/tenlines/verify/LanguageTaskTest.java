package dev.tenlines.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Request;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LanguageTaskTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what is 3 * 249 plus 21 % VAT",
        "What's 17 + 25?",
        "Hi, how much is 12.50 times 4? Thanks!",
        "3 x 249 = ?",
        "Can you calculate 15% of 80 for me",
        "Please add up 12.50, 30 and 7.25.",
        "What is the total of 19.99 and 4.90?",
        "How much is the VAT on 249 euros at 21%?",
        "How much VAT on 249?",
        "Convert 50 euros to dollars",
        "Was ist 12 mal 13?",
        "Wie viel ist 19% von 200?",
        "Berechnen Sie bitte 3 * 49,90",
        "Combien font 12 fois 3 ?",
      })
  void sums_areComputedInCode(String ask) {
    assertThat(LanguageTask.insteadOf(Request.of(ask))).contains("compute it in code");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what is my order's status",
        "Hello, what is the status of my order 4711? Thanks",
        "Tell me my account balance",
        "What's my customer number?",
        "Was ist der Status meiner Bestellung?",
        "Show me the tracking number for my order.",
      })
  void lookUps_areLookedUpInCode(String ask) {
    assertThat(LanguageTask.insteadOf(Request.of(ask))).contains("up in code");
  }

  @Test
  void aLookUp_whoseValueIsAField_asksForText() {
    Request request = Request.of("what is my order's status");

    assertThat(LanguageTask.insteadOf(request.withFields(Map.of("order_status", "shipped"))))
        .isNull();
    assertThat(LanguageTask.insteadOf(request.withFields(Map.of("orderStatus", "shipped"))))
        .isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Where is my parcel? I ordered 3 mugs on 12 May.",
        "I was charged 3 x 249 but I ordered only two, please check what happened here.",
        "My order of 2 x 19.99 has not arrived. What is going on?",
        "What is your return policy for items over 50 euros?",
        "How much is shipping to Spain?",
        "How much is the blue mug, and do you have 4 of them?",
        "The total on my invoice is wrong: it says 120.50 and should say 100.50.",
        "What is the delivery time, 2 - 3 days?",
        "I paid 49 + 5 shipping but got a bill for 60. Please explain and refund the rest to me.",
        "Do you give 10% off 3 items?",
        "Can I return one of the 2 shirts?",
        "Can you send me an invoice with VAT for order 4711?",
        "I want to add a 24x36 poster to my order.",
        "Is the table 120 x 80 cm?",
        "My status says cancelled, why did that happen to me? I paid on Monday and heard nothing.",
        "Was ist mit meiner Bestellung los?",
        "The voucher code SAVE10 does not work.",
        "What is the meaning of the number on my parcel, and who is the sender of it anyway?",
        "I am 180 cm tall, what size fits?",
      })
  void tickets_askForText(String ask) {
    assertThat(LanguageTask.insteadOf(Request.of(ask))).isNull();
  }
}
