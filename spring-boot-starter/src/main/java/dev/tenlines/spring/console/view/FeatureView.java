package dev.tenlines.spring.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feature as its page shows it.
 *
 * @param stage its stage, and in words what that means
 * @param promise in words
 * @param shuts what audits have shut, one notice each
 * @param shares who ended the requests of the last days, or null when there were none
 * @param waiting reviews that wait
 * @param judged verdicts so far
 * @param wanted further verdicts until the next training starts
 * @param training what a running training does, or null when none runs
 * @param forecast what the next verdicts are likely to bring
 * @param documents what it answers from, or null where it answers from none
 */
public record FeatureView(
    String name,
    Stage stage,
    String promise,
    List<Notice> shuts,
    Table plan,
    Table certificates,
    Open open,
    @Nullable Chart shares,
    List<Chart> costs,
    long waiting,
    long judged,
    long wanted,
    @Nullable String training,
    List<String> forecast,
    Table versions,
    Table labels,
    Table rules,
    @Nullable Documents documents) {

  /**
   * What is indexed.
   *
   * @param changed when that changed last, or null
   */
  public record Documents(int files, int passages, @Nullable Moment changed) {
    /** In words. */
    public String words() {
      return files == 0
          ? "No document is indexed yet: ./tenlines index reads them."
          : files
              + (files == 1 ? " document, " : " documents, ")
              + passages
              + (passages == 1 ? " passage" : " passages");
    }
  }

  /** A stage and what it means. */
  public record Stage(String name, String tone, String words) {}

  /** How many certificates are open, of how many. */
  public record Open(long open, long all) {
    public String words() {
      return all == 0 ? "no certificates yet" : open + " of " + all + " certificates open";
    }
  }
}
