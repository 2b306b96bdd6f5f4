package dev.tenlines.answer;

import dev.tenlines.Evidence;
import dev.tenlines.Outcome.Basis;
import dev.tenlines.cost.Money;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Attempt.Abstained;
import dev.tenlines.ladder.Attempt.Proposed;
import dev.tenlines.ladder.Rung;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers with what a person wrote for the same question, as long as its documents still say so.
 */
final class CuratedRung implements Rung<Answer> {
  static final String NAME = "curated";

  private final Curated curated;

  /** Why answers of people were found stale, by their text: there are as many as people wrote. */
  private final Map<String, String> stale = new ConcurrentHashMap<>();

  CuratedRung(Curated curated) {
    this.curated = curated;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String version() {
    return curated.version();
  }

  Curated curated() {
    return curated;
  }

  @Override
  public @Nullable String doubt(Answer answer) {
    return stale.get(answer.text());
  }

  @Override
  public Attempt<Answer> attempt(Ask ask) {
    Curated.Stands found = curated.find(ask.request());
    if (found == null) {
      return new Abstained<>("nobody wrote an answer to this question");
    }
    if (found.stale() != null) {
      stale.put(found.answer().text(), "stale: " + found.stale());
    }
    Basis basis = found.stale() == null ? new Basis.Construction() : null;
    List<Evidence> evidence = new ArrayList<>();
    String text = found.answer().text();
    evidence.add(new Evidence.Span(found.written().name(), 0, text.length(), text));
    evidence.addAll(found.answer().evidence());
    return new Proposed<>(found.answer(), 1, null, "", basis, evidence, Money.ZERO);
  }
}
