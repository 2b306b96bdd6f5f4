package dev.tenlines.verify;

import dev.tenlines.Request;
import dev.tenlines.text.Fact;
import dev.tenlines.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks that a text tells what it has to: every fact of certain fields.
 *
 * @param fields names of fields that every text has to tell
 */
public record MentionVerifier(List<String> fields) {
  public MentionVerifier {
    fields = List.copyOf(fields);
  }

  /** What is missing; empty when nothing is. */
  public List<Violation> verify(Request request, String text) {
    Source said = Source.of("text", text);
    List<Violation> violations = new ArrayList<>();
    for (String field : fields) {
      List<Source> parts = Source.of(field, request.fields().get(field));
      if (parts.isEmpty()) {
        violations.add(missing("The field (" + field + ") has to be told, but has no value."));
      }
      for (Source part : parts) {
        if (!tells(said, part)) {
          violations.add(missing("The " + part.name() + " (" + part.text() + ") is not told."));
        }
      }
    }
    return violations;
  }

  /** A value without facts has to stand there as it is. */
  private static boolean tells(Source said, Source part) {
    if (part.facts().isEmpty()) {
      return Words.of(said.text()).find(Words.of(part.text())) != null;
    }
    for (Fact fact : part.facts()) {
      if (said.says(fact) == null) {
        return false;
      }
    }
    return true;
  }

  private static Violation missing(String what) {
    return new Violation("mention", what);
  }
}
