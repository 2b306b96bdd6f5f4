package dev.tenlines.linking;

import java.util.List;

/** What became of a question. */
public sealed interface Understood {

  /** One reading is trusted; of two or three, somebody has to choose. */
  record Read(List<Reading> readings) implements Understood {
    public Read {
      readings = List.copyOf(readings);
    }
  }

  /**
   * Nothing that could be trusted.
   *
   * @param words the words of the question that are in the way
   * @param why a sentence for the asker
   */
  record Refused(Reason reason, String words, String why) implements Understood {}

  /** Why a question is not answered. */
  enum Reason {
    UNKNOWN_WORD,
    NO_SUCH_DATA,
    NEEDS_REPORT,
    ARITHMETIC,
    NOT_A_QUERY
  }
}
