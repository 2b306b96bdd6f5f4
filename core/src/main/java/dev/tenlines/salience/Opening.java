package dev.tenlines.salience;

import dev.tenlines.text.Words;
import java.util.List;
import java.util.Set;

/** Tells whether a sentence begins with a word that points back to one before it. */
final class Opening {
  /** Of English, German, French, Spanish, Dutch and Italian; folded. */
  private static final Set<String> BACK =
      Set.of("he", "she", "it", "they", "this", "that", "these", "those", "his", "her", "its", "their", "him", "them", "such", "but", "and", "or", "so", "yet", "nor", "however", "therefore", "thus", "hence", "moreover", "furthermore", "nevertheless", "nonetheless", "besides", "also", "otherwise", "instead", "meanwhile", "then", "er", "sie", "es", "diese", "dieser", "dieses", "jene", "und", "aber", "oder", "denn", "doch", "dennoch", "jedoch", "deshalb", "daher", "somit", "zudem", "ausserdem", "dagegen", "il", "elle", "ils", "elles", "ce", "cette", "ces", "cela", "mais", "donc", "cependant", "ainsi", "toutefois", "el", "ella", "ellos", "ellas", "esto", "eso", "este", "esta", "pero", "sino", "ademas", "asi", "hij", "zij", "het", "dit", "dat", "deze", "maar", "dus", "echter", "bovendien", "egli", "essa", "essi", "questo", "questa", "cio", "ma", "quindi", "inoltre", "tuttavia");

  private Opening() {}

  static boolean pointsBack(List<Words.Word> words) {
    return BACK.contains(words.getFirst().folded());
  }
}
