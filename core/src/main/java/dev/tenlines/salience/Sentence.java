package dev.tenlines.salience;

import dev.tenlines.document.Span;
import dev.tenlines.text.Words;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * A sentence as the ranker sees it.
 *
 * @param at its place among the sentences of the document
 * @param words as people count them
 * @param stems numbers of its words' stems, in order
 * @param capital which of them begin with a capital letter
 * @param block its place among the paragraphs, list items and headings
 * @param first whether it begins its block
 * @param heading whether it names what follows instead of saying something
 * @param whole whether it ends as sentences end
 * @param quoted the share of its characters between quotation marks
 * @param torn whether a quotation begins or ends in it that does not end or begin there
 * @param dangling whether it begins with a word that points back
 */
record Sentence(
    int at,
    Span span,
    String text,
    int words,
    int[] stems,
    BitSet capital,
    int block,
    boolean first,
    boolean heading,
    boolean whole,
    double quoted,
    boolean torn,
    boolean dangling) {
  /** Of English, German, French, Spanish, Dutch and Italian; folded. */
  private static final Set<String> BACK =
      Set.of(
          "he",
          "she",
          "it",
          "they",
          "this",
          "that",
          "these",
          "those",
          "his",
          "her",
          "its",
          "their",
          "him",
          "them",
          "such",
          "but",
          "and",
          "or",
          "so",
          "yet",
          "nor",
          "however",
          "therefore",
          "thus",
          "hence",
          "moreover",
          "furthermore",
          "nevertheless",
          "nonetheless",
          "besides",
          "also",
          "otherwise",
          "instead",
          "meanwhile",
          "then",
          "er",
          "sie",
          "es",
          "diese",
          "dieser",
          "dieses",
          "jene",
          "und",
          "aber",
          "oder",
          "denn",
          "doch",
          "dennoch",
          "jedoch",
          "deshalb",
          "daher",
          "somit",
          "zudem",
          "ausserdem",
          "dagegen",
          "il",
          "elle",
          "ils",
          "elles",
          "ce",
          "cette",
          "ces",
          "cela",
          "mais",
          "donc",
          "cependant",
          "ainsi",
          "toutefois",
          "el",
          "ella",
          "ellos",
          "ellas",
          "esto",
          "eso",
          "este",
          "esta",
          "pero",
          "sino",
          "ademas",
          "asi",
          "hij",
          "zij",
          "het",
          "dit",
          "dat",
          "deze",
          "maar",
          "dus",
          "echter",
          "bovendien",
          "egli",
          "essa",
          "essi",
          "questo",
          "questa",
          "cio",
          "ma",
          "quindi",
          "inoltre",
          "tuttavia");

  /** Whether words begin with one that points back to a sentence before. */
  static boolean pointsBack(List<Words.Word> words) {
    return BACK.contains(words.getFirst().folded());
  }

  boolean question() {
    return text.indexOf('?', Math.max(0, text.length() - 3)) >= 0;
  }
}
