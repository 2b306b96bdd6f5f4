package dev.tenlines.spring.console.prompts;

import dev.tenlines.Tenlines;
import dev.tenlines.cost.Charge;
import dev.tenlines.cost.Money;
import dev.tenlines.cost.Price;
import dev.tenlines.cost.PriceFile;
import dev.tenlines.cost.Usage;
import dev.tenlines.ladder.Transcripts.Transcript;
import dev.tenlines.project.Project;
import dev.tenlines.spring.console.Pages;
import dev.tenlines.spring.console.Visit;
import dev.tenlines.spring.console.view.Cell;
import dev.tenlines.spring.console.view.GeneratedView;
import dev.tenlines.spring.console.view.GeneratedView.Token;
import dev.tenlines.spring.console.view.Shown;
import dev.tenlines.spring.console.view.Table;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;

/** How a real answer was generated: its tokens, how likely each was and what it cost. */
public final class GeneratedPages {
  private final Pages pages;
  private final Tenlines tenlines;
  private final Calls calls;
  private final PriceFile prices;

  public GeneratedPages(Pages pages, Tenlines tenlines, Calls calls, Clock clock) {
    this.pages = pages;
    this.tenlines = tenlines;
    this.calls = calls;
    this.prices = new PriceFile(new Project(tenlines.directory()).prices(), clock);
  }

  /** The page of one request. */
  public ServerResponse generated(Visit visit) {
    String id = visit.path("id");
    if (tenlines.history().find(visit.tenant(), id) == null) {
      return pages.notFound(visit);
    }
    Map<String, Charge> charges = calls.charges(visit.tenant(), id);
    List<GeneratedView> answers = new ArrayList<>();
    for (Transcript call : tenlines.transcripts().of(visit.tenant(), id)) {
      if (call.said() != null) {
        answers.add(view(call.model(), Calls.read(call.said()), charges.get(call.attempt())));
      }
    }
    return pages.page(visit, "generated.jte", Map.of("request", id, "answers", answers));
  }

  private GeneratedView view(String model, JsonNode said, @Nullable Charge charge) {
    Price price = price(charge);
    List<Token> tokens = new ArrayList<>();
    Table.Rows rows =
        Table.of("Tokens of the answer", "#", "Token", "Probability#", "Instead", "Price so far#")
            .otherwise("The provider does not tell the probabilities of its tokens.");
    for (JsonNode one : said.path("tokens")) {
      Token token = token(one);
      tokens.add(token);
      rows.row(
          Cell.number(tokens.size()),
          new Cell.Code(token.text()),
          Cell.number(token.chance()),
          new Cell.Text(token.others()),
          Cell.number(cost(price, charge, tokens.size())));
    }
    String all = cost(price, charge, tokens.size());
    return new GeneratedView(model, tokens, all, rows.table());
  }

  private @Nullable Price price(@Nullable Charge charge) {
    return charge == null || charge.price() == null
        ? null
        : prices.prices().all().stream()
            .filter(price -> Objects.equals(price.version(), charge.price()))
            .findFirst()
            .orElse(null);
  }

  /** What so many generated tokens cost: the prompt's share is the same for all of them. */
  private static String cost(@Nullable Price price, @Nullable Charge charge, int tokens) {
    if (price == null || charge == null) {
      return charge != null && charge.spent() != null && charge.spent().isZero() ? "free" : "–";
    }
    long prompt = charge.usage().prompt();
    Money with = price.of(Usage.of(prompt, tokens));
    Money without = price.of(Usage.of(prompt, 0));
    return new Money(with.micros() - without.micros(), with.currency()).toString();
  }

  private static Token token(JsonNode one) {
    double chance = one.path("chance").asDouble(0);
    List<String> others = new ArrayList<>();
    for (JsonNode other : one.path("others")) {
      others.add(
          "“"
              + other.path("token").asString("")
              + "” "
              + percent(other.path("chance").asDouble(0)));
    }
    return new Token(
        Shown.of(one.path("token").asString("")),
        percent(chance),
        shade(chance),
        Shown.of(others.isEmpty() ? "–" : String.join(", ", others)));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }

  private static String shade(double chance) {
    return chance >= 0.9
        ? "sure"
        : chance >= 0.7 ? "likely" : chance >= 0.4 ? "open" : chance >= 0.1 ? "unlikely" : "rare";
  }
}
