package dev.tenlines.answer;

import dev.tenlines.answer.Answer.Contradiction;
import dev.tenlines.answer.Answer.Statement;
import dev.tenlines.answerability.Chosen;
import dev.tenlines.answerability.Conflict;
import dev.tenlines.answerability.Found;
import dev.tenlines.model.Marks;
import dev.tenlines.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An answer of the documents' own sentences; of a conflict both sides are told. */
final class Verbatim {
  /** Lines of prose that were only wrapped; code, lists and tables keep their lines. */
  private static final Pattern WRAPPED =
      Pattern.compile(
          "[^\\n]*[\\p{L}\\p{N},.;:)]\\n(?=[\\p{L}\\p{N}(\"'“])[^\\n]*(?:\\n(?=[\\p{L}\\p{N}(\"'“])[^\\n]*)*");

  private Verbatim() {}

  /**
   * The answer.
   *
   * @param words how many it may have at most, or null
   * @return without statements where none is short enough
   */
  static Answer of(Found found, @Nullable Integer words) {
    List<Chosen> said = new ArrayList<>(fitting(found.sentences(), words));
    List<Conflict> conflicts = said.isEmpty() ? List.of() : found.conflicts();
    for (Conflict conflict : conflicts) {
      for (Chosen side : List.of(conflict.first(), conflict.second())) {
        if (said.stream().noneMatch(one -> same(one, side))) {
          said.add(side);
        }
      }
    }
    List<Quote> quotes = said.stream().map(Verbatim::quote).distinct().toList();
    List<Statement> statements = new ArrayList<>();
    for (int i = 0; i < quotes.size(); i++) {
      statements.add(new Statement(text(quotes.get(i).text()), List.of(i + 1)));
    }
    List<Contradiction> contradictions =
        conflicts.stream()
            .map(conflict ->
                new Contradiction(
                    quotes.indexOf(quote(conflict.first())) + 1,
                    quotes.indexOf(quote(conflict.second())) + 1,
                    conflict.about()))
            .distinct()
            .toList();
    return new Answer(Composing.text(statements), statements, quotes, contradictions);
  }

  /** The words of a quote as they are read: in one line where lines mean nothing. */
  static String text(String quote) {
    String seen = Marks.visible(quote).strip();
    return seen.indexOf('\t') < 0 && WRAPPED.matcher(seen).matches() ? Composing.line(seen) : seen;
  }

  /** The likeliest sentences that fit, in the order to be read. */
  private static List<Chosen> fitting(List<Chosen> sentences, @Nullable Integer words) {
    List<Chosen> kept = new ArrayList<>(sentences);
    while (words != null && !kept.isEmpty() && count(kept) > words) {
      kept.stream().min(Comparator.comparingDouble(Chosen::score)).ifPresent(kept::remove);
    }
    return kept;
  }

  private static int count(List<Chosen> sentences) {
    return sentences.stream().mapToInt(one -> Words.of(one.text()).all().size()).sum();
  }

  private static boolean same(Chosen one, Chosen other) {
    return quote(one).equals(quote(other));
  }

  private static Quote quote(Chosen chosen) {
    return Quote.of(chosen.hit().passage(), chosen.start(), chosen.end());
  }
}
