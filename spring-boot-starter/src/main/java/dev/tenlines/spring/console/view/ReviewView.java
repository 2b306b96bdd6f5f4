package dev.tenlines.spring.console.view;

import dev.tenlines.review.ReviewItem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * One review item as its page shows it.
 *
 * @param question the heading
 * @param proposal the best guess, or null where there is none or none may be shown
 * @param proposed what the proposed label means, or empty
 * @param rules the rules that support the proposal, in words
 * @param due when the feature's default takes its place, or null; never told for blind items
 * @param otherwise what that default is, in words, or empty when it stays open
 * @param writing the text to edit where the answer is one, or null where it is a choice
 * @param choices the values it may be corrected to, best guess first
 * @param reasons why it may be rejected
 * @param typed what the reader typed so far
 * @param ending what was decided, or null while it is open
 * @param back the item the reader decided before this one, or null
 * @param request the request's page, or null where it may not be opened
 * @param answer the answer from documents that is reviewed; else null
 * @param summary the summary that is reviewed, beside its source; else null
 * @param paper the document, where its fields are reviewed; else null
 * @param form those fields; null with the document
 */
public record ReviewView(
    ReviewItem item,
    String question,
    Shown source,
    List<Field> fields,
    @Nullable Shown proposal,
    String proposed,
    List<Shown> rules,
    Why why,
    @Nullable Moment due,
    boolean overdue,
    String otherwise,
    Hold hold,
    @Nullable Writing writing,
    List<Choice> choices,
    List<String> reasons,
    Typed typed,
    @Nullable Ending ending,
    Place place,
    @Nullable String back,
    @Nullable String request,
    @Nullable AnswerView answer,
    @Nullable SummaryView summary,
    @Nullable PaperView paper,
    @Nullable FormView form) {

  /**
   * A text to edit.
   *
   * @param noun what it is called: {@code reply}
   */
  public record Writing(String noun, String text) {
    /** The same as a heading. */
    public String title() {
      return noun.substring(0, 1).toUpperCase(Locale.ROOT) + noun.substring(1);
    }
  }

  /** Something the application knew. */
  public record Field(String name, Shown value) {}

  /** Why it is here. */
  public record Why(String badge, Shown words) {}

  /** A value to correct to. */
  public record Choice(String label, String description, boolean proposed) {}

  /**
   * What stands in the form although nothing was decided yet.
   *
   * @param fields of a form of fields, by parameter
   * @param wrong why fields cannot be taken, by name
   */
  public record Typed(
      String value, String words, Map<String, String> fields, Map<String, String> wrong) {
    public static final Typed NOTHING = new Typed("", "", Map.of(), Map.of());

    public boolean something() {
      return !value.isEmpty() || !words.isEmpty() || !fields.isEmpty();
    }

    /** The same with why it cannot be taken, by field. */
    public Typed wrong(Map<String, String> reasons) {
      return new Typed(value, words, fields, reasons);
    }
  }

  /**
   * Who holds it.
   *
   * @param holder a name, or null when nobody does
   * @param mine whether that is the reader
   * @param until when the hold ends, or null
   * @param hour the same as a time of day
   */
  public record Hold(
      @Nullable String holder, boolean mine, @Nullable Moment until, @Nullable String hour) {}

  /**
   * What was decided.
   *
   * @param diff what a correction changed, or null
   * @param undoable whether the reader may still take it back
   */
  public record Ending(
      String decision,
      @Nullable Shown value,
      @Nullable WordDiff diff,
      String reason,
      String reviewer,
      Moment at,
      boolean undoable) {}

  /** Whether the reader may act on it now: nobody else holds it, or what they typed waits. */
  public boolean workable() {
    return ending == null && (hold.mine() || typed.something());
  }

  public boolean blind() {
    return item.blind();
  }

  public boolean typedReason(String reason) {
    return typed.words().equals(reason);
  }

  /** Where in the queue a reviewer works; carried from page to page. */
  public record Place(@Nullable String feature, boolean skipped, boolean escalated) {
    public static final Place ALL = new Place(null, false, false);

    /** The address part that keeps the place, empty or {@code ?feature=…}. */
    public String query() {
      return query(null, null);
    }

    /** The same with one more name and value. */
    public String query(@Nullable String name, @Nullable String value) {
      StringJoiner out = new StringJoiner("&", "?", "").setEmptyValue("");
      add(out, "feature", feature);
      add(out, "skipped", skipped ? "true" : null);
      add(out, "escalated", escalated ? "true" : null);
      if (name != null) {
        add(out, name, value);
      }
      return out.toString();
    }

    private static void add(StringJoiner out, String name, @Nullable String value) {
      if (value != null) {
        out.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
      }
    }
  }

  /**
   * What was just done, said in the page's live region.
   *
   * @param undo the id of the item whose verdict can be taken back, or null
   */
  public record Toast(Shown words, @Nullable String undo) {}
}
