package dev.tenlines.tagging;

import dev.tenlines.document.Document;
import dev.tenlines.tagging.Learning.Learned;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the values of fields in running text. Safe for use by many threads. */
public final class Tagger {
  private final Locale locale;
  private final Learned learned;

  Tagger(Locale locale, Learned learned) {
    this.locale = locale;
    this.learned = learned;
  }

  /** Learns from English texts; the same examples and seed give the same tagger. */
  public static Tagger learn(List<Tagged> examples, long seed) {
    return new Tagger(Locale.ENGLISH, Learning.from(examples, Locale.ENGLISH, seed));
  }

  /** The values in a text, in its order; no two overlap. */
  public List<Guess> tag(Document document, Map<String, Object> context) {
    List<Token> tokens = Token.of(document.text());
    List<String> fields = learned.first().tags().fields();
    Input rows = Features.of(document, tokens, context, locale, fields, List.of());
    List<Guess> first = Reading.guesses(learned.first(), rows, tokens);
    if (learned.second() == null) {
      return first;
    }
    Input second = Features.of(document, tokens, context, locale, fields, first);
    return Reading.guesses(learned.second(), second, tokens);
  }
}
