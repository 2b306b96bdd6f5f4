package dev.tenlines.tagging;

import dev.tenlines.document.Document;
import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldFinder;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.Recognizers;
import dev.tenlines.tagging.Learning.Learned;
import dev.tenlines.text.Found;
import dev.tenlines.text.Setting;
import dev.tenlines.text.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Finds the values of fields in running text. Safe for use by many threads. */
public final class Tagger implements FieldFinder {
  private static final Recognizers RECOGNIZERS = new Recognizers();

  private final AtomicReference<@Nullable Look> latest = new AtomicReference<>();
  private final Locale locale;
  private final Learned learned;

  Tagger(Locale locale, Learned learned) {
    this.locale = locale;
    this.learned = learned;
  }

  /** Learns from English texts; the same examples and seed give the same tagger. */
  public static Tagger learn(List<Tagged> examples, long seed) {
    return learn(examples, Locale.ENGLISH, seed);
  }

  /** Learns from texts of a language. */
  public static Tagger learn(List<Tagged> examples, Locale locale, long seed) {
    return new Tagger(locale, Learning.from(examples, locale, seed));
  }

  /** Reads what {@link #bytes} made; anything else is an error with a number. */
  public static Tagger read(byte[] bytes) {
    return ModelBytes.read(bytes);
  }

  /** Everything that was learned, to be stored. */
  public byte[] bytes() {
    return ModelBytes.write(locale, learned);
  }

  /** The fields that the examples had, in the order of their names. */
  public List<String> fields() {
    return learned.first().tags().fields();
  }

  /** The values in a text, in its order; no two overlap. */
  public List<Guess> tag(Document document, Map<String, Object> context) {
    List<Token> tokens = Token.of(document.text());
    Crf.Input first = look(document, tokens, context, List.of());
    List<Guess> found = Reading.guesses(learned.first(), first, tokens);
    Crf second = learned.second();
    return second == null
        ? found
        : Reading.guesses(second, look(document, tokens, context, found), tokens);
  }

  @Override
  public List<Candidate> find(Document document, FieldSpec field, Setting setting) {
    if (!fields().contains(field.name())) {
      return List.of();
    }
    return candidates(document).stream()
        .filter(guess -> guess.field().equals(field.name()))
        .map(guess -> candidate(document, field, guess, setting))
        .toList();
  }

  @SuppressWarnings("ReferenceEquality") // the same document, not one like it
  private List<Guess> candidates(Document document) {
    Look before = latest.get();
    if (before != null && before.document() == document) {
      return before.guesses();
    }
    List<Token> tokens = Token.of(document.text());
    Crf.Input input = look(document, tokens, Map.of(), List.of());
    Crf model = learned.first();
    Crf second = learned.second();
    if (second != null) {
      input = look(document, tokens, Map.of(), Reading.guesses(model, input, tokens));
      model = second;
    }
    Look now = new Look(document, Reading.candidates(model, input, tokens));
    latest.set(now);
    return now.guesses();
  }

  /** What was found in a document that is asked for one field after the other. */
  private record Look(Document document, List<Guess> guesses) {}

  private Crf.Input look(
      Document document, List<Token> tokens, Map<String, Object> context, List<Guess> found) {
    return Features.of(document, tokens, context, locale, fields(), found);
  }

  /** A recogniser reads the value where one reads all of it; otherwise it is the text. */
  private static Candidate candidate(
      Document document, FieldSpec field, Guess guess, Setting setting) {
    String text = guess.span().of(document.text());
    Object value = text;
    for (Found found : RECOGNIZERS.find(text, setting)) {
      if (found.start() > 0 || found.end() < text.length()) {
        continue;
      }
      for (Value reading : found.readings().reversed()) {
        Object read = field.type().value(reading);
        value = read == null ? value : read;
      }
    }
    return new Candidate(guess.span(), text, value, guess.probability(), null);
  }
}
