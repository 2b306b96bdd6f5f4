package dev.tenlines.summarize;

import dev.tenlines.Evidence;
import dev.tenlines.Evidence.Span;
import dev.tenlines.Request;
import dev.tenlines.verify.QuoteVerifier;
import dev.tenlines.verify.Verifier;
import dev.tenlines.verify.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Every sentence of a summary stands on sentences of the source, which stand where they are said to
 * stand; the text is its sentences, and every key fact is in the source.
 */
record GroundVerifier(Originals originals) implements Verifier<Summary> {
  @Override
  public List<Violation> verify(Request request, Summary summary) {
    Original original = originals.of(request);
    Grounding grounding = new Grounding(original);
    Map<String, String> sources = Map.of("input", request.input());
    List<Violation> violations = new ArrayList<>();
    StringBuilder told = new StringBuilder();
    for (Summary.Sentence sentence : summary.sentences()) {
      sentence.from().forEach(one -> violations.addAll(QuoteVerifier.verify(one, sources)));
      told.append(told.isEmpty() ? "" : " ").append(sentence.text());
      if (!isComputed(original, sentence) && !stands(grounding, sentence)) {
        violations.add(
            new Violation("support", "The sentence (" + sentence.text() + ") has no source."));
      }
    }
    if (!told.toString().equals(Original.plain(summary.text()))) {
      violations.add(new Violation("whole", "The text is not its sentences."));
    }
    summary.facts().forEach(fact -> violations.addAll(QuoteVerifier.verify(fact.from(), sources)));
    return violations;
  }

  private static boolean stands(Grounding grounding, Summary.Sentence sentence) {
    List<String> sources =
        sentence.from().stream().map(GroundVerifier::words).map(Original::plain).toList();
    return !sources.isEmpty() && grounding.stands(sentence.text(), sources);
  }

  private static String words(Evidence evidence) {
    return evidence instanceof Span span ? span.text() : "";
  }

  private static boolean isComputed(Original original, Summary.Sentence sentence) {
    return Digested.isOnlyTables(original.document())
        && Digested.sentences(original.document()).contains(sentence);
  }
}
