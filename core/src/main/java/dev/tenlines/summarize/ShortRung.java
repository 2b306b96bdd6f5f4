package dev.tenlines.summarize;

import dev.tenlines.Outcome.Basis;
import dev.tenlines.Outcome.Reason;
import dev.tenlines.cost.Money;
import dev.tenlines.document.Document;
import dev.tenlines.document.Span;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Attempt.Abstained;
import dev.tenlines.ladder.Attempt.Proposed;
import dev.tenlines.ladder.Attempt.Unfit;
import dev.tenlines.ladder.Rung;
import dev.tenlines.salience.Counting;
import dev.tenlines.salience.OwnSummary;
import java.util.List;

/**
 * Answers where nothing has to be left out, or somebody did it already: a text within the budget, a
 * document that brings a summary of that length, one that is nothing but a table.
 */
record ShortRung(Originals originals) implements Rung<Summary> {
  @Override
  public String name() {
    return "short";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public Attempt<Summary> attempt(Ask ask) {
    Length length = originals.length(ask.request());
    Document document = Original.document(ask.request());
    String written = Original.written(document);
    int words = Counting.words(written);
    if (words == 0) {
      return new Unfit<>(Reason.NO_ANSWER, "the text has no words", Money.ZERO);
    }
    if (Digested.isOnlyTables(document)) {
      Summary digest = Digested.summary(document, length);
      return digest == null ? new Abstained<>("its tables say too much") : proposed(digest);
    }
    Original original = originals.of(ask.request());
    if (words <= length.most()) {
      String plain = Original.plain(written);
      return proposed(
          new Summary(
              written,
              document.sentences().stream()
                  .map(original::quote)
                  .filter(one -> !one.text().isEmpty() && plain.contains(one.text()))
                  .toList(),
              original.facts(),
              0));
    }
    OwnSummary own = original.own();
    if (own == null) {
      return new Abstained<>(words + " words, and no summary among them");
    }
    List<Span> under =
        document.sentences().stream().filter(one -> own.span().contains(one)).toList();
    int has = under.stream().mapToInt(original::words).sum();
    return has > length.most() || has < length.least()
        ? new Abstained<>("%d words; its %s has %d".formatted(words, own.heading(), has))
        : proposed(Summary.of(under.stream().map(original::quote).toList(), original.facts(), 0));
  }

  private static Attempt<Summary> proposed(Summary summary) {
    return new Proposed<>(
        summary, 1, null, "", new Basis.Construction(), summary.evidence(), Money.ZERO);
  }
}
