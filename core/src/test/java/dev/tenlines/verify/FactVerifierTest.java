package dev.tenlines.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Request;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class FactVerifierTest {
  private static final List<String> FORMS =
      List.of("%s", "%s EUR", "EUR %s", "€%s", "%s €", "about %s,", "(%s)", "%s.", "%s euros");

  /** What a receipt tells. */
  record Receipt(long net, long vat, long total, String form) {
    Request request() {
      return Request.of("Please send me the receipt of my order AB-1234.")
          .withFields(Map.of("net", money(net), "vat", money(vat), "total", money(total)));
    }

    String text(long toldNet, long toldVat, long toldTotal) {
      return "Thank you for your order AB-1234. The goods are "
          + said(toldNet)
          + " and the tax is "
          + said(toldVat)
          + ", which makes "
          + said(toldTotal)
          + " in all.";
    }

    private String said(long cents) {
      String amount = String.format(Locale.ROOT, "%,.2f", cents / 100.0);
      return form.formatted(amount);
    }
  }

  @Property(tries = 400)
  void figuresOfTheFields_pass_inAnyForm(@ForAll("receipts") Receipt receipt) {
    String text = receipt.text(receipt.net(), receipt.vat(), receipt.total());

    assertThat(violations(receipt, text)).isEmpty();
  }

  @Property(tries = 400)
  void anAlteredFigure_isCaught(
      @ForAll("receipts") Receipt receipt, @ForAll("changes") long change) {
    String text = receipt.text(receipt.net(), receipt.vat(), receipt.total() + change);

    assertThat(violations(receipt, text)).isNotEmpty();
  }

  @Property(tries = 400)
  void anAddedFigure_isCaught(@ForAll("receipts") Receipt receipt, @ForAll("changes") long other) {
    String text = receipt.text(receipt.net(), receipt.vat(), receipt.total());
    long added = receipt.total() + other;
    String more = text + " You saved " + receipt.said(added) + " today.";

    assertThat(violations(receipt, more)).isNotEmpty();
  }

  @Property(tries = 400)
  void aDroppedFigure_isCaught(@ForAll("receipts") Receipt receipt) {
    String text = "Your order AB-1234 is " + receipt.said(receipt.total()) + " in all.";

    assertThat(violations(receipt, text)).extracting(Violation::verifier).contains("mention");
  }

  @Property(tries = 200)
  void everyTextMadeOfItsSources_passes(@ForAll("sentences") List<String> parts) {
    String whole = String.join(" ", parts);

    assertThat(FactVerifier.all(whole, parts.stream().map(p -> Source.of("s", p)).toList()))
        .isEmpty();
  }

  @Test
  void aViolation_namesWhatIsInNoSource() {
    var violations =
        FactVerifier.all(
            "Maria ships 3 mugs on Monday.", List.of(Source.of("input", "Where are my 2 mugs?")));

    assertThat(violations)
        .extracting(Violation::what)
        .containsExactly(
            "The number (3) is in no source.",
            "The date (Monday) is in no source.",
            "The name (Maria) is in no source.");
  }

  @Test
  void evidence_pointsIntoTheSource() {
    var evidence =
        FactVerifier.evidence(
            "You paid €12.50.", List.of(Source.of("input", "I paid 12,50 EUR yesterday.")));

    assertThat(evidence).singleElement().extracting(span -> span.text()).isEqualTo("12,50 EUR");
  }

  @Test
  void partsOfAField_haveNamesOfTheirOwn() {
    var sources =
        Source.of("cart", List.of(Map.of("name", "Blue mug", "price", new BigDecimal("9.90"))));

    assertThat(sources).extracting(Source::name).contains("cart[0].name", "cart[0].price");
  }

  @Test
  void aFieldThatHasToBeTold_butIsNotThere_isAViolation() {
    assertThat(new MentionVerifier(List.of("total")).verify(Request.of("x"), "All is well."))
        .singleElement()
        .extracting(Violation::what)
        .isEqualTo("The field (total) has to be told, but has no value.");
  }

  @Provide
  Arbitrary<Receipt> receipts() {
    return Combinators.combine(
            Arbitraries.longs().between(101, 5_000_000),
            Arbitraries.integers().between(1, 25),
            Arbitraries.of(FORMS))
        .as((net, rate, form) -> {
          long vat = net * rate / 100 + 1;
          return new Receipt(net, vat, net + vat, form);
        });
  }

  /** Never onto another figure of the receipt: a sum is larger than its parts. */
  @Provide
  Arbitrary<Long> changes() {
    return Arbitraries.longs().between(1, 1_000_000);
  }

  @Provide
  Arbitrary<List<String>> sentences() {
    return Arbitraries.of(
            "We ship on 21 November 2026.",
            "Maria Lopez from Zürich called at 14:30.",
            "Order AB-1234 cost €1,234.50.",
            "That is 12% of twenty-one parcels.",
            "Write to help@shop.example or see https://shop.example/returns.",
            "Das Paket Nummer 4711 kommt am Montag.",
            "La livraison coûte 4,90 €.",
            "You have 30 days, so until 11/12/2026.",
            "Call 0800-5551234 tomorrow.")
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  private static List<Violation> violations(Receipt receipt, String text) {
    List<Violation> all =
        new java.util.ArrayList<>(FactVerifier.all(text, Source.of(receipt.request())));
    all.addAll(new MentionVerifier(List.of("net", "vat", "total")).verify(receipt.request(), text));
    return all;
  }

  private static BigDecimal money(long cents) {
    return BigDecimal.valueOf(cents, 2);
  }
}
