package dev.tenlines.summarize;

import dev.tenlines.document.Span;
import dev.tenlines.salience.Counting;
import dev.tenlines.verify.Support;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Holds sentences that somebody wrote against the source. One that does not stand on it gives way
 * to the sentence that it came from.
 */
final class Grounding {
  /** Whoever names more sources than this names none. */
  private static final int MOST_NAMED = 5;

  private static final int TRIED = 3;
  private static final Pattern BULLET = Pattern.compile("^(?:[-*•·–>#]+|\\d{1,2}[.)])\\s+");
  private static final Pattern CITED =
      Pattern.compile("\\s*\\[\\d{1,4}(?:\\s*[,;–-]\\s*\\d{1,4})*\\]");
  private static final Pattern QUOTED =
      Pattern.compile(
          "[\"“”„«»]([^\"“”„«»]+)[\"“”«»]|(?<![\\p{L}\\p{N}])['‘‚]([^'‘’]{4,})['’](?!\\p{L})");
  private static final Pattern QUOTES = Pattern.compile("[\"“”„«»'‘’‚`]");
  private static final Pattern DOUBLE = Pattern.compile("[\"“”„«»]");
  private static final Pattern END = Pattern.compile("[.!?…。！？؟।॥۔][\"'’”»)\\]]*$");

  private final Original original;
  private final String whole;

  Grounding(Original original) {
    this.original = original;
    this.whole = spoken(original.text(new Span(0, original.document().text().length())));
  }

  /**
   * A sentence that stands on the source.
   *
   * @param from the sentences it stands on, in order
   * @param replaced whether it is one of the source because what was written did not stand
   */
  record Grounded(String text, List<Span> from, boolean replaced) {
    Grounded {
      from = List.copyOf(from);
    }
  }

  /**
   * What becomes of a sentence; null where nothing in the source is like it.
   *
   * @param named where it is said to come from; may be empty
   */
  @Nullable Grounded of(String said, List<Span> named) {
    String text = cleaned(said);
    if (text.isEmpty()) {
      return null;
    }
    List<Span> told = named.size() <= MOST_NAMED ? named.stream().distinct().toList() : List.of();
    List<Span> likest = original.closest(text, TRIED);
    if (isWhole(text)) {
      List<Span> own = told.isEmpty() ? null : standing(text, told);
      List<Span> found = own == null ? standing(text, likest) : own;
      if (found != null) {
        return new Grounded(text, inOrder(found), false);
      }
    }
    Span source = origin(told, likest);
    return source == null ? null : new Grounded(original.text(source), List.of(source), true);
  }

  /** Without what it was told with: bullets, numbers of sources, what nobody sees. */
  static String cleaned(String said) {
    String text = BULLET.matcher(Original.plain(said)).replaceFirst("");
    return CITED.matcher(text).replaceAll("").strip();
  }

  /** Whether nothing of it seems to be missing, and it can be part of the summary at all. */
  private boolean isWhole(String text) {
    return END.matcher(text).find()
        && DOUBLE.matcher(text).results().count() % 2 == 0
        && Counting.words(text) <= original.budget();
  }

  /** As few of these sentences as it stands on, or null. */
  private @Nullable List<Span> standing(String text, List<Span> sources) {
    for (int i = 1; i <= sources.size(); i++) {
      List<Span> few = sources.subList(0, i);
      if (stands(text, few.stream().map(original::text).toList())) {
        return few;
      }
    }
    return null;
  }

  /** Whether a sentence is one of these, or all that it says is theirs. */
  boolean stands(String text, List<String> sources) {
    return sources.contains(text)
        || Support.violations(text, sources).isEmpty() && quotesStand(text);
  }

  private boolean quotesStand(String text) {
    Matcher quoted = QUOTED.matcher(text);
    while (quoted.find()) {
      String words = quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
      if (!whole.contains(spoken(words).replaceAll("[.,;:!?…]+$", ""))) {
        return false;
      }
    }
    return true;
  }

  private static String spoken(String text) {
    return QUOTES.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("").strip();
  }

  /** The closest of those it named, where one of them is close at all. */
  private static @Nullable Span origin(List<Span> told, List<Span> likest) {
    for (Span one : likest) {
      if (told.contains(one)) {
        return one;
      }
    }
    return likest.isEmpty() ? null : likest.getFirst();
  }

  private static List<Span> inOrder(List<Span> spans) {
    Set<Span> once = new LinkedHashSet<>(spans);
    List<Span> sorted = new ArrayList<>(once);
    sorted.sort((a, b) -> Integer.compare(a.start(), b.start()));
    return sorted;
  }
}
