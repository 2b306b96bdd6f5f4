package dev.tenlines.salience;

import dev.tenlines.document.Document;
import dev.tenlines.document.Span;
import java.util.List;

/** Summarises tables by computing: no number of theirs is guessed. */
public final class Tables {
  private Tables() {}

  /**
   * What is said about a table.
   *
   * @param text sentences made by code; every number in them was read or computed from the cells
   * @param span the table
   * @param computed the numbers that stand in no cell, each with the column it was computed from
   */
  public record Digest(String text, Span span, List<Computed> computed) {
    public Digest {
      computed = List.copyOf(computed);
    }
  }

  /**
   * A number that was computed.
   *
   * @param text as the digest writes it
   * @param how {@code count}, {@code sum}, {@code mean}, {@code least} or {@code greatest}
   * @param cells the cells it was computed from, in order
   */
  public record Computed(String text, String how, List<Span> cells) {
    public Computed {
      cells = List.copyOf(cells);
    }
  }

  /** The tables and long lists of a document, in order. */
  public static List<Digest> summary(Document document) {
    return List.of();
  }
}
