package dev.tenlines.labels;

import dev.tenlines.labels.Concept.Meaning;
import dev.tenlines.text.Setting;
import dev.tenlines.text.Words.Word;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The language of a document, and in which order its dates have day and month.
 *
 * @param setting what its values are read by
 * @param sure whether something in the document, or the country of the reader, tells the order
 */
record Tongue(String language, Setting setting, boolean sure) {
  private static final Pattern DATE =
      Pattern.compile("(?<![\\d./-])(\\d{1,2})([./-])(\\d{1,2})\\2(?:\\d{4}|\\d{2})(?![\\d/-])");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "€|£|₹|\\b(?:EUR|GBP|INR|Rs)\\b|\\bIBAN\\b|\\bABN\\b|\\bGST(?:IN)?\\b|\\bVAT\\b");

  /** The other language has to be as much likelier than that of the reader. */
  private static final double CLEAR = 1.5;

  private static final int FEW = 3;
  private static final int LABEL = 2;

  static Tongue of(String text, List<Word> words, List<Mark> marks, Setting setting) {
    String own = setting.locale().getLanguage();
    Map<String, Integer> hits = hits(words, marks);
    String best = own;
    for (Map.Entry<String, Integer> hit : hits.entrySet()) {
      if (hit.getValue() >= FEW && hit.getValue() > hits.getOrDefault(best, 0)) {
        best = hit.getKey();
      }
    }
    boolean clear = hits.getOrDefault(best, 0) >= CLEAR * hits.getOrDefault(own, 0);
    String language = clear ? best : own;
    Order order = order(text);
    Locale locale = locale(text, language, setting.locale(), order);
    boolean sure =
        order != Order.UNKNOWN
            || !language.equals("en")
            || !setting.locale().getCountry().isEmpty();
    return new Tongue(language, new Setting(locale, setting.now()), sure);
  }

  private static Map<String, Integer> hits(List<Word> words, List<Mark> marks) {
    Map<String, Integer> hits = new HashMap<>();
    for (Word word : words) {
      Vocabulary.TONGUES.forEach((language, known) -> {
        if (known.contains(word.folded())) {
          hits.merge(language, 1, Integer::sum);
        }
      });
    }
    for (Mark mark : marks) {
      Set<String> languages = new HashSet<>();
      mark.meanings().stream().map(Meaning::language).forEach(languages::add);
      languages.remove("");
      // What several languages call so tells none of them.
      if (languages.size() == 1) {
        languages.forEach(language -> hits.merge(language, LABEL, Integer::sum));
      }
    }
    return hits;
  }

  private enum Order {
    DAY_FIRST,
    MONTH_FIRST,
    UNKNOWN
  }

  private static Order order(String text) {
    int day = 0;
    int month = 0;
    Matcher date = DATE.matcher(text);
    while (date.find()) {
      day += Integer.parseInt(date.group(1)) > 12 ? 1 : 0;
      month += Integer.parseInt(date.group(3)) > 12 ? 1 : 0;
    }
    return day > month ? Order.DAY_FIRST : month > day ? Order.MONTH_FIRST : Order.UNKNOWN;
  }

  private static Locale locale(String text, String language, Locale own, Order order) {
    if (order == Order.MONTH_FIRST) {
      return Locale.US;
    }
    if (language.equals("en") || language.isEmpty()) {
      boolean open = own.getCountry().isEmpty() || !own.getLanguage().equals("en");
      boolean habit = order == Order.UNKNOWN && open && DAY_FIRST.matcher(text).find();
      return order == Order.DAY_FIRST || habit ? Locale.UK : open ? Locale.US : own;
    }
    return own.getLanguage().equals(language) && !own.getCountry().isEmpty()
        ? own
        // A country beside an unknown language tells recognisers that days come first.
        : Locale.of(language, language.toUpperCase(Locale.ROOT));
  }
}
