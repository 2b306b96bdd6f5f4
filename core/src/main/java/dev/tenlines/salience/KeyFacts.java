package dev.tenlines.salience;

import dev.tenlines.Evidence;
import dev.tenlines.document.Document;
import dev.tenlines.summarize.Summary.KeyFact;
import dev.tenlines.text.Fact;
import dev.tenlines.text.Facts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds who, when and how much: what a reader of a document wants to know exactly. */
public final class KeyFacts {
  private static final int MOST = 12;

  private KeyFacts() {}

  /** The parties, dates and amounts of a document, each value once, the most important first. */
  public static List<KeyFact> of(Document document) {
    Map<String, KeyFact> facts = new LinkedHashMap<>();
    for (Fact fact : Facts.of(document.text())) {
      String kind =
          switch (fact) {
            case Fact.Day day -> "date";
            case Fact.Figure figure when !figure.unit().isEmpty() -> "amount";
            default -> "";
          };
      if (!kind.isEmpty()) {
        facts.putIfAbsent(
            kind + fact.text(),
            new KeyFact(
                kind,
                fact.text(),
                "",
                new Evidence.Span("input", fact.start(), fact.end(), fact.text())));
      }
    }
    return facts.values().stream().limit(MOST).toList();
  }
}
