package dev.tenlines.spring.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A summary beside its source.
 *
 * @param text the whole of it
 * @param sentences empty where a person wrote it
 * @param facts who, when and how much
 * @param words how many it has
 * @param budget how many it may have, or null where nobody said
 * @param replaced how many sentences of a model gave way to the source
 * @param source all of it, sentence by sentence
 * @param cut whether the source goes on
 */
public record SummaryView(
    Shown text,
    List<Sentence> sentences,
    List<Facts> facts,
    int words,
    @Nullable Integer budget,
    int replaced,
    List<Piece> source,
    boolean cut) {

  /** Its length, in words. */
  public String length() {
    String of = budget == null ? "" : " of " + budget;
    return words + of + (words == 1 && budget == null ? " word" : " words");
  }

  /**
   * A sentence of the summary.
   *
   * @param pieces numbers of the pieces it comes from
   */
  public record Sentence(Shown text, List<Integer> pieces) {
    /** The ids of those pieces on the page. */
    public String points() {
      return String.join(" ", pieces.stream().map(number -> "piece-" + number).toList());
    }
  }

  /** Facts of one kind. */
  public record Facts(String title, List<Fact> all) {}

  /**
   * Something that a reader wants to know exactly.
   *
   * @param piece the number of the piece where it stands first, or 0
   */
  public record Fact(Shown text, Shown about, int piece) {}

  /**
   * A sentence of the source, or what lies between two.
   *
   * @param number from 1; 0 between sentences
   * @param words how many it has
   * @param taken whether the summary stands on it
   */
  public record Piece(int number, Shown text, int words, boolean taken) {}
}
