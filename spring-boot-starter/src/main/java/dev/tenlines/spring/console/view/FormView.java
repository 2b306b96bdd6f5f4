package dev.tenlines.spring.console.view;

import java.util.List;

/**
 * The fields of a document as a form.
 *
 * @param sure whether the proposal may be accepted as it stands
 * @param typed whether something in it was typed already
 */
public record FormView(List<Line> lines, boolean sure, boolean typed) {

  /**
   * One field.
   *
   * @param name as the schema has it
   * @param title as people read it
   * @param about what the schema says about it; may be empty
   * @param many whether every line is a value
   * @param words what a word of a list may be; empty for any
   * @param value what stands in the form
   * @param starts where it begins in the text, of each value, with commas between; may be empty
   * @param ends where it ends
   * @param raw the words of the document; may be empty
   * @param state in a word
   * @param why what is wrong, or empty
   * @param sure how sure its rung is, or empty
   * @param rung which one read it, or empty
   * @param options what it may be
   * @param chosen the number of the option that was chosen, {@code none}, or empty
   * @param wrong why what was typed cannot be taken, or empty
   */
  public record Line(
      int number,
      String name,
      String title,
      String about,
      boolean required,
      boolean many,
      List<String> words,
      String value,
      String starts,
      String ends,
      Shown raw,
      State state,
      Shown why,
      String sure,
      String rung,
      List<Option> options,
      String chosen,
      String wrong) {

    /** Whether somebody has to look at it before the rest. */
    public boolean wanted() {
      return !wrong.isEmpty() || state.wanted || (required && value.isEmpty());
    }
  }

  /** One of several values that a field may have. */
  public record Option(Shown value, String typed, Shown raw, String starts, String ends) {}

  /** How far a field can be relied on. */
  public enum State {
    FOUND("good", false),
    AMBIGUOUS("wait", true),
    CONTRADICTORY("bad", true),
    MISSING("calm", false),
    /** Nothing is told of it. */
    OPEN("calm", false);

    private final String tone;
    private final boolean wanted;

    State(String tone, boolean wanted) {
      this.tone = tone;
      this.wanted = wanted;
    }

    public String tone() {
      return tone;
    }

    /** In a word. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** The first field to look at. */
  public int first() {
    return lines.stream().filter(Line::wanted).findFirst().map(Line::number).orElse(0);
  }
}
