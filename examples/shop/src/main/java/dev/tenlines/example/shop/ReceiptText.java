package dev.tenlines.example.shop;

import dev.tenlines.cost.Money;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Rung;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Writes the friendly part of a receipt around the figures it is given. It takes the place of a
 * model, so that the shop runs without one: with a model, drop this and list {@code model:NAME}.
 */
@Component("model:receipt")
final class ReceiptText implements Rung<String> {
  @Override
  public String name() {
    return "model:receipt";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public Attempt<String> attempt(Ask ask) {
    var fields = ask.request().fields();
    StringBuilder items = new StringBuilder();
    if (fields.get("items") instanceof List<?> lines) {
      lines.forEach(line -> items.append("- ").append(line).append('\n'));
    }
    String text =
        """
        Thank you for your order %s!

        %s
        Together %s, plus %s VAT: %s. You pay %s.

        Enjoy cooking!
        """
            .formatted(
                fields.get("order"),
                items,
                fields.get("net"),
                fields.get("vat_rate"),
                fields.get("vat"),
                fields.get("total"));
    return new Attempt.Proposed<>(text, 1, null, "", null, List.of(), Money.ZERO);
  }
}
