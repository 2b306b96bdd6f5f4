package dev.tenlines.spring.console.summaries;

import dev.tenlines.Feature;
import dev.tenlines.spring.console.view.Shown;
import dev.tenlines.spring.console.view.SummaryView;
import dev.tenlines.spring.console.view.SummaryView.Fact;
import dev.tenlines.spring.console.view.SummaryView.Facts;
import dev.tenlines.spring.console.view.SummaryView.Sentence;
import dev.tenlines.summarize.Summarizing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes summaries ready to be shown beside their source, and reads which sentences were chosen. */
public final class Summaries {
  private static final Map<String, String> KINDS = kinds();

  private Summaries() {}

  /** Whether a feature summarizes. */
  public static boolean summarizes(@Nullable Feature feature) {
    return feature != null && feature.kind() == Feature.Kind.SUMMARIZE;
  }

  /**
   * A summary beside its source.
   *
   * @param value null where there is none yet: only the source is shown
   * @param asked the budget of words that the request named, or null
   */
  public static SummaryView of(
      Feature feature, String source, @Nullable Object value, @Nullable Integer asked) {
    JsonNode summary = JsonMapper.shared().valueToTree(value);
    String text =
        summary == null || summary.isNull()
            ? ""
            : summary.isObject() ? summary.path("text").asString("") : summary.asString("");
    Pieces pieces = Pieces.of(source);
    List<Sentence> sentences = new ArrayList<>();
    Set<Integer> taken = new TreeSet<>();
    if (summary != null) {
      for (JsonNode sentence : summary.path("sentences")) {
        Set<Integer> from = new TreeSet<>();
        sentence.path("from").forEach(evidence -> from.addAll(pieces.at(evidence)));
        taken.addAll(from);
        sentences.add(
            new Sentence(Shown.of(sentence.path("text").asString("")), List.copyOf(from)));
      }
    }
    return new SummaryView(
        Shown.of(text),
        sentences,
        summary == null ? List.of() : facts(summary.path("facts"), pieces),
        Pieces.words(text),
        asked == null ? budget(feature) : asked,
        summary == null ? 0 : summary.path("replaced").asInt(0),
        pieces.shown(taken),
        pieces.cut());
  }

  /** The sentences of the source that a form chose, as one text; empty where it chose none. */
  public static String chosen(String source, String @Nullable [] numbers) {
    return numbers == null ? "" : Pieces.of(source).text(List.of(numbers));
  }

  private static List<Facts> facts(JsonNode said, Pieces pieces) {
    List<Facts> facts = new ArrayList<>();
    KINDS.forEach((kind, title) -> {
      List<Fact> all = new ArrayList<>();
      for (JsonNode fact : said) {
        if (fact.path("kind").asString("").equals(kind)) {
          List<Integer> at = pieces.at(fact.path("from"));
          all.add(
              new Fact(
                  Shown.of(fact.path("text").asString("")),
                  Shown.of(fact.path("about").asString("")),
                  at.isEmpty() ? 0 : at.getFirst()));
        }
      }
      if (!all.isEmpty()) {
        facts.add(new Facts(title, all));
      }
    });
    return facts;
  }

  private static @Nullable Integer budget(Feature feature) {
    List<String> declared = feature.detail(Summarizing.WORDS);
    return declared.isEmpty() || !declared.getFirst().matches("\\d{1,6}")
        ? null
        : Integer.valueOf(declared.getFirst());
  }

  private static Map<String, String> kinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("party", "Parties");
    kinds.put("date", "Dates");
    kinds.put("amount", "Amounts");
    return kinds;
  }
}
