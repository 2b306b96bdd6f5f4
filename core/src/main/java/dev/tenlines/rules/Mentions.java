package dev.tenlines.rules;

import dev.tenlines.Evidence.Span;
import dev.tenlines.text.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The words and phrases one request mentions, and which of them a condition met. */
final class Mentions {
  private static final int MOST_PHRASES = 10_000;

  /** Phrases nearly always come from rule files; a rule that computes them must not fill memory. */
  private static final Map<String, Words> PHRASES = new ConcurrentHashMap<>();

  private final Map<String, Words> texts = new HashMap<>();
  private final List<Span> met = new ArrayList<>();
  private final String input;

  Mentions(String input) {
    this.input = input;
  }

  /** Whether the text mentions any of the words or phrases. */
  boolean any(String text, List<?> phrases) {
    for (Object phrase : phrases) {
      if (mentions(text, phrase)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the text mentions every one of the words and phrases. */
  boolean all(String text, List<?> phrases) {
    int before = met.size();
    for (Object phrase : phrases) {
      if (!mentions(text, phrase)) {
        met.subList(before, met.size()).clear();
        return false;
      }
    }
    return !phrases.isEmpty();
  }

  /** Forgets what earlier lines met. */
  void newLine() {
    met.clear();
  }

  /** What the last line met in the input. */
  List<Span> met() {
    return List.copyOf(met);
  }

  private boolean mentions(String text, Object phrase) {
    Words words = texts.computeIfAbsent(text, Words::of);
    if (PHRASES.size() > MOST_PHRASES) {
      PHRASES.clear();
    }
    Words sought = PHRASES.computeIfAbsent(phrase.toString(), Words::of);
    Words.Match match = words.find(sought);
    if (match == null) {
      return false;
    }
    if (text.equals(input)) {
      met.add(
          new Span(
              "input", match.start(), match.end(), text.substring(match.start(), match.end())));
    }
    return true;
  }
}
