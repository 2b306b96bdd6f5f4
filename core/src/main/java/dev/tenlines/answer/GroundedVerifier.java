package dev.tenlines.answer;

import dev.tenlines.Request;
import dev.tenlines.answer.Answer.Contradiction;
import dev.tenlines.answer.Answer.Statement;
import dev.tenlines.verify.Verifier;
import dev.tenlines.verify.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks that every quote stands letter for letter in a passage that the request may see, that
 * every statement stands on its quotes, and that the statements are the text. What a person wrote
 * needs no quote.
 */
record GroundedVerifier(Library library, Curated curated) implements Verifier<Answer> {
  @Override
  public List<Violation> verify(Request request, Answer answer) {
    List<Violation> violations = new ArrayList<>();
    for (Quote quote : answer.quotes()) {
      if (!library.holds(request, quote)) {
        violations.add(
            new Violation(
                "quote",
                "The words (" + quote.text() + ") do not stand in " + quote.source() + "."));
      }
    }
    if (!Composing.text(answer.statements()).equals(answer.text()) || answer.text().isBlank()) {
      violations.add(new Violation("text", "The text is not what its statements say."));
    }
    if (!isNumbered(answer)) {
      violations.add(new Violation("quote", "A statement has a quote that is not there."));
    } else if (!curated.wrote(request, answer.text())) {
      answer.statements().forEach(statement -> support(answer, statement, violations));
    }
    return violations;
  }

  private static boolean isNumbered(Answer answer) {
    int most = answer.quotes().size();
    return answer.statements().stream()
            .flatMap(statement -> statement.quotes().stream())
            .allMatch(number -> number >= 1 && number <= most)
        && answer.contradictions().stream().allMatch(one -> isNumbered(one, most));
  }

  private static boolean isNumbered(Contradiction one, int most) {
    return Math.min(one.first(), one.second()) >= 1 && Math.max(one.first(), one.second()) <= most;
  }

  private static void support(Answer answer, Statement statement, List<Violation> violations) {
    List<Quote> quotes =
        statement.quotes().stream().map(number -> answer.quotes().get(number - 1)).toList();
    if (quotes.isEmpty()) {
      violations.add(
          new Violation("quote", "A statement (" + statement.text() + ") has no quote."));
    } else if (quotes.stream().noneMatch(q -> Verbatim.text(q.text()).equals(statement.text()))) {
      String why = Composing.unsupported(statement.text(), quotes);
      if (why != null) {
        violations.add(new Violation("support", why));
      }
    }
  }
}
