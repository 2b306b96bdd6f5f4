package dev.tenlines.answer;

import dev.tenlines.Outcome.Basis;
import dev.tenlines.Outcome.Reason;
import dev.tenlines.Request;
import dev.tenlines.answerability.Found;
import dev.tenlines.cost.Money;
import dev.tenlines.index.Hit;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Attempt.Absent;
import dev.tenlines.ladder.Attempt.Abstained;
import dev.tenlines.ladder.Attempt.Proposed;
import dev.tenlines.ladder.Rung;
import java.util.List;
import java.util.Locale;

/**
 * Answers with the documents' own sentences, word for word, where they are likely enough to answer
 * the question. Where sources disagree, both are said.
 */
final class PassageRung implements Rung<Answer> {
  static final String NAME = "passages";

  /** Below this a guess is of no use to a reviewer either. */
  private static final double GUESS = 0.2;

  private final Library library;
  private final Teaching teaching;
  private final boolean reviewed;

  /**
   * Makes the rung.
   *
   * @param reviewed whether a person may see what is not likely enough to leave alone
   */
  PassageRung(Library library, Teaching teaching, boolean reviewed) {
    this.library = library;
    this.teaching = teaching;
    this.reviewed = reviewed;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String version() {
    return teaching.version();
  }

  @Override
  public Attempt<Answer> attempt(Ask ask) {
    Request request = ask.request();
    if (Question.of(request).text().isBlank()) {
      return new Abstained<>("nothing is asked");
    }
    if (library.isEmpty()) {
      return absent(List.of(), "nothing is indexed yet: ./tenlines index reads the documents");
    }
    List<Hit> hits = library.hits(request);
    Found found = teaching.find(request, hits);
    Answer answer = Verbatim.of(found, request.words());
    double threshold = teaching.threshold();
    String sure =
        String.format(
            Locale.ROOT, "not in the documents: %.3f of %.3f", found.probability(), threshold);
    if (answer.statements().isEmpty()) {
      return absent(hits, found.sentences().isEmpty() ? sure : "no sentence is short enough");
    }
    boolean likely = found.probability() >= threshold;
    if (!likely && (!reviewed || found.probability() < GUESS)) {
      return absent(hits, sure);
    }
    return new Proposed<>(
        answer,
        found.probability(),
        found.probability(),
        "",
        likely ? new Basis.Construction() : null,
        answer.evidence(),
        Money.ZERO);
  }

  private static Attempt<Answer> absent(List<Hit> hits, String why) {
    Answer none = Answer.none(Library.nearest(hits));
    return new Absent<>(Reason.NOT_IN_DOCUMENTS, none, none.evidence(), why, Money.ZERO);
  }
}
