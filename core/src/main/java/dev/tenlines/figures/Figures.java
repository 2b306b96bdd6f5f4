package dev.tenlines.figures;

import dev.tenlines.text.Found;
import dev.tenlines.text.Recognizer;
import dev.tenlines.text.Setting;
import dev.tenlines.text.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds numbers, ordinals, percentages, money and quantities, in digits and in the words of
 * English, German, French, Spanish, Dutch and Italian.
 */
public final class Figures implements Recognizer {
  private final Set<Kind> kinds;
  private final Map<Locale, Language> languages = new ConcurrentHashMap<>();

  /** What can be looked for; where two can be read at one place, the later one of these is. */
  public enum Kind {
    NUMBER,
    ORDINAL,
    PERCENT,
    QUANTITY,
    AMOUNT
  }

  private Figures(Set<Kind> kinds) {
    this.kinds = kinds;
  }

  /** Finds each figure as what it says most about: {@code 5 km} is a quantity, no number. */
  public static Figures all() {
    return new Figures(EnumSet.allOf(Kind.class));
  }

  /** Finds one kind only; the number of {@code $5} is then a number. */
  public static Figures only(Kind first, Kind... more) {
    return new Figures(EnumSet.of(first, more));
  }

  @Override
  public List<Found> find(String text, Setting setting) {
    Language language = languages.computeIfAbsent(setting.locale(), this::language);
    return find(language.tokens(text), language);
  }

  /** How often a word of the text is looked at. */
  long work(String text, Setting setting) {
    Language language = languages.computeIfAbsent(setting.locale(), this::language);
    Tokens tokens = language.tokens(text);
    var unused = find(tokens, language);
    return tokens.reads();
  }

  private static List<Found> find(Tokens tokens, Language language) {
    List<Found> found = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      Reader.Hit best = null;
      for (Reader reader : language.readers.values()) {
        best = longer(best, reader.at(tokens, i));
      }
      if (best != null) {
        String said = tokens.text().substring(best.start(), best.stop());
        found.add(new Found(best.start(), best.stop(), said, best.readings()));
      }
      i = best == null ? i + 1 : best.end();
    }
    return found;
  }

  /** Two readings of one place stand beside each other: five pounds are money or a weight. */
  private static Reader.@Nullable Hit longer(Reader.@Nullable Hit one, Reader.@Nullable Hit two) {
    if (one == null || two == null) {
      return one == null ? two : one;
    }
    if (one.start() != two.start() || one.stop() != two.stop()) {
      return two.stop() >= one.stop() ? two : one;
    }
    List<Value> both = new ArrayList<>(two.readings());
    both.addAll(one.readings());
    return new Reader.Hit(two.end(), two.start(), two.stop(), both);
  }

  private Language language(Locale locale) {
    return new Language(locale, kinds);
  }

  /** The readers for one locale. */
  private static final class Language {
    private final Marks marks;
    private final Lexicon lexicon;
    private final Map<Kind, Reader> readers = new EnumMap<>(Kind.class);

    Language(Locale locale, Set<Kind> kinds) {
      this.marks = new Marks(locale);
      this.lexicon = Lexicon.of(locale);
      Numerals numerals = new Numerals(lexicon);
      Plain plain = new Plain(lexicon, numerals);
      for (Kind kind : kinds) {
        readers.put(
            kind,
            switch (kind) {
              case NUMBER -> plain.number(kinds.size() == 1);
              case ORDINAL -> plain.ordinal();
              case PERCENT -> plain.percent();
              case QUANTITY -> new Quantities(lexicon, numerals, new Units(lexicon.language));
              case AMOUNT ->
                  new Amounts(lexicon, numerals, new Currencies(locale, lexicon.language));
            });
      }
    }

    Tokens tokens(String text) {
      return Tokens.of(text, marks, lexicon.compounds);
    }
  }
}
