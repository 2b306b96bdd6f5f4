package dev.tenlines.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Tenlines;
import dev.tenlines.example.shop.Cart.Line;
import dev.tenlines.review.Cause;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.spring.test.ScriptedReviewer;
import dev.tenlines.spring.test.ScriptedRungs;
import dev.tenlines.spring.test.TenlinesTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@TenlinesTest
@Import(Receipts.class)
class ReceiptsTest {
  private static final AtomicInteger NUMBERS = new AtomicInteger(100);

  @Autowired Receipts receipts;
  @Autowired Tenlines tenlines;
  @Autowired ScriptedRungs rungs;
  @Autowired ScriptedReviewer reviewer;

  private final Cart cart =
      new Cart(
          "CC-" + NUMBERS.incrementAndGet(),
          List.of(
              new Line(new Product("pan", "Iron pan", "", new BigDecimal("62.50")), 1),
              new Line(new Product("mugs", "Stoneware mugs", "", new BigDecimal("27.00")), 2)));

  @Test
  void theShopAdds_notTheModel() {
    assertThat(cart.net()).isEqualByComparingTo("116.50");
    assertThat(cart.vat()).isEqualByComparingTo("24.47");
    assertThat(cart.total()).isEqualByComparingTo("140.97");
  }

  @Test
  void aReceiptWithEveryFigure_isSentByAPerson() {
    ReviewItem item = drafted(right());
    assertThat(item.cause()).isEqualTo(Cause.POLICY);
    assertThat(receipts.of(cart.order())).isNull();

    reviewer.approve(item.id());

    assertThat(receipts.of(cart.order())).isEqualTo(right());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "140.97 EUR->149.97 EUR",
        "140.97 EUR->140.79 EUR",
        "140.97 EUR->140.97 USD",
        "24.47 EUR->24.74 EUR",
        "21%->19%",
        "1 x->3 x",
        "62.50 EUR->625.0 EUR",
      })
  void anAlteredFigure_neverGetsThrough(String change) {
    String[] parts = change.split("->");

    assertRefused(right().replace(parts[0], parts[1]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You saved 10.00 EUR!",
        "It arrives in three days.",
        "It arrives on Monday.",
        "Your code is MUGS-5.",
        "That is 70.48 EUR each for two.",
        "Pay to Mr Fraud.",
      })
  void anAddedFigureDateOrName_neverGetsThrough(String more) {
    assertRefused(right() + " " + more);
  }

  @ParameterizedTest
  @ValueSource(strings = {"116.50 EUR", "21%", "24.47 EUR", "140.97 EUR", "62.50 EUR", "54.00 EUR"})
  void aDroppedFigure_neverGetsThrough(String figure) {
    assertRefused(right().replace(figure, "some money"));
  }

  @Test
  void theShopsOwnText_passes() {
    var ask =
        new dev.tenlines.ladder.Ask(
            "r_1",
            Receipts.FEATURE,
            dev.tenlines.Request.of("A receipt").withFields(cart.fields()),
            dev.tenlines.ladder.Deadline.in(
                java.time.Duration.ofSeconds(1), java.time.Clock.systemUTC()),
            dev.tenlines.ladder.Feed.unwatched());
    var proposed = (dev.tenlines.ladder.Attempt.Proposed<String>) new ReceiptText().attempt(ask);

    assertThat(drafted(proposed.value()).proposal()).isNotNull();
  }

  private void assertRefused(String text) {
    assertThat(text).isNotEqualTo(right());
    ReviewItem item = drafted(text);
    assertThat(item.proposal()).isNull();
    assertThat(item.cause()).isEqualTo(Cause.FAILED_CHECK);
  }

  private ReviewItem drafted(String text) {
    rungs.answer(Receipts.FEATURE, "A receipt for the order " + cart.order(), text);
    receipts.write(cart);
    return tenlines.openReviews("default", Receipts.FEATURE, 200).stream()
        .filter(item -> item.input().endsWith(cart.order()))
        .findFirst()
        .orElseThrow();
  }

  private String right() {
    return ("Thank you! In your order %s: 1 x Iron pan: 62.50 EUR and 2 x Stoneware mugs: 54.00 EUR."
            + " Together 116.50 EUR, plus 21%% VAT of 24.47 EUR, makes 140.97 EUR.")
        .formatted(cart.order());
  }
}
