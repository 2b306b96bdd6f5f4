package dev.tenlines.spring.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request as its page shows it.
 *
 * @param value what was answered, or null
 * @param proposal the best guess where nothing was answered, or null
 * @param why how the outcome came about, in words
 * @param rules the rules that support the answer, in words
 * @param review the address of its review, or null
 * @param verdict what a person decided, once it has effects, or null
 * @param read the fields that were read, where the answer is fields; else null
 * @param paper what they were read in, or null
 * @param answer an answer from documents, or null
 * @param summary a summary beside its source, or null
 * @param search a search of tables, or null
 * @param said what was said before, or null where nothing was
 */
public record RequestView(
    String id,
    String feature,
    Cell.Badge outcome,
    Shown source,
    Table fields,
    @Nullable Shown value,
    @Nullable Shown proposal,
    String why,
    List<Shown> rules,
    Table trace,
    String took,
    String charge,
    Moment created,
    @Nullable String review,
    @Nullable Verdict verdict,
    @Nullable Table read,
    @Nullable PaperView paper,
    @Nullable AnswerView answer,
    @Nullable SummaryView summary,
    @Nullable SearchView search,
    @Nullable Table said) {

  /** Whether it was answered without a person. */
  public boolean answered() {
    return outcome.tone().equals("good");
  }

  /** What a person decided. */
  public record Verdict(Shown words, String reviewer, Moment at) {}
}
