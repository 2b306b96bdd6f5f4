package dev.tenlines.spring.console.answers;

import dev.tenlines.Feature;
import dev.tenlines.spring.console.view.AnswerView;
import dev.tenlines.spring.console.view.AnswerView.Pair;
import dev.tenlines.spring.console.view.AnswerView.Quote;
import dev.tenlines.spring.console.view.AnswerView.Statement;
import dev.tenlines.spring.console.view.Shown;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes answers ready to be shown: fresh ones, those of the record, and those people wrote. */
public final class Answers {
  /** What a browser may be led to; what names a file of the project is told as text. */
  private static final Pattern OPENS = Pattern.compile("(?i)https?://[^\\s/?#]+.*");

  private Answers() {}

  /** Whether a feature answers from documents. */
  public static boolean answers(@Nullable Feature feature) {
    return feature != null && feature.kind() == Feature.Kind.ANSWER;
  }

  /** An answer, or null where there is none. */
  public static @Nullable AnswerView of(@Nullable Object value) {
    JsonNode answer = JsonMapper.shared().valueToTree(value);
    if (answer == null || answer.isNull()) {
      return null;
    }
    if (!answer.isObject()) {
      return new AnswerView(Shown.value(answer.asString()), List.of(), List.of(), List.of());
    }
    Set<Integer> disputed = disputed(answer.path("contradictions"));
    List<Quote> quotes = new ArrayList<>();
    for (JsonNode quote : answer.path("quotes")) {
      int number = quotes.size() + 1;
      quotes.add(quote(number, quote, disputed.contains(number)));
    }
    return new AnswerView(
        Shown.of(text(answer, "text")),
        statements(answer.path("statements"), quotes.size()),
        quotes,
        pairs(answer.path("contradictions"), quotes));
  }

  /** A quote of an answer as an answer of its own, by its number; null where it has none. */
  public static @Nullable Object passage(@Nullable Object value, String number) {
    JsonNode answer = JsonMapper.shared().valueToTree(value);
    int at = number.matches("\\d{1,4}") ? Integer.parseInt(number) - 1 : -1;
    JsonNode quote = answer == null ? null : answer.path("quotes").path(at);
    return quote == null || !quote.isObject()
        ? null
        : Map.of(
            "text",
            text(quote, "text"),
            "quotes",
            List.of(JsonMapper.shared().convertValue(quote, Object.class)));
  }

  private static Set<Integer> disputed(JsonNode contradictions) {
    Set<Integer> numbers = new HashSet<>();
    for (JsonNode pair : contradictions) {
      numbers.add(pair.path("first").asInt(0));
      numbers.add(pair.path("second").asInt(0));
    }
    return numbers;
  }

  private static Quote quote(int number, JsonNode quote, boolean disputed) {
    String link = text(quote, "link");
    String source = text(quote, "source");
    JsonNode page = quote.path("page");
    String place = link.isEmpty() ? source : link;
    return new Quote(
        number,
        Shown.of(text(quote, "text")),
        Shown.of(text(quote, "heading")),
        Shown.of(page.isInt() ? place + ", page " + page.asInt() : place),
        OPENS.matcher(link).matches() ? link : null,
        disputed);
  }

  private static List<Statement> statements(JsonNode said, int quotes) {
    List<Statement> statements = new ArrayList<>();
    for (JsonNode statement : said) {
      List<Integer> numbers = new ArrayList<>();
      for (JsonNode number : statement.path("quotes")) {
        if (number.asInt(0) >= 1 && number.asInt(0) <= quotes) {
          numbers.add(number.asInt());
        }
      }
      statements.add(new Statement(Shown.of(text(statement, "text")), numbers));
    }
    return statements;
  }

  private static List<Pair> pairs(JsonNode contradictions, List<Quote> quotes) {
    List<Pair> pairs = new ArrayList<>();
    for (JsonNode pair : contradictions) {
      int first = pair.path("first").asInt(0);
      int second = pair.path("second").asInt(0);
      if (Math.min(first, second) >= 1 && Math.max(first, second) <= quotes.size()) {
        pairs.add(
            new Pair(quotes.get(first - 1), quotes.get(second - 1), Shown.of(text(pair, "about"))));
      }
    }
    return pairs;
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }
}
