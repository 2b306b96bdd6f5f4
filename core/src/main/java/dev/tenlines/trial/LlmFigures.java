package dev.tenlines.trial;

import static dev.tenlines.trial.TrialReport.fields;

import dev.tenlines.cost.Money;
import dev.tenlines.learn.Certificate;
import dev.tenlines.learn.CertificateFile;
import dev.tenlines.learn.Certificates;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one language model did with the rows that the rungs below it leave open.
 *
 * @param name what was asked for, {@code small:effort=high}
 * @param open the share of all test rows that the rungs below leave open
 * @param asked how many of the open rows it was asked
 * @param failed how many of those calls brought no answer
 * @param accuracy the share of the rows asked that it got right, alone
 * @param classifier the share of the same rows that the small model got right
 * @param nearest the share of the same rows that the most similar training row got right
 * @param before the share of all test rows answered without it
 * @param with the share answered with it, both under one promise
 * @param error the share of wrong ones among what it answered alone on test rows
 * @param per1000 what 1,000 requests to it cost, or null where no price is known
 * @param seconds how long one request took
 * @param certificates of the ladder with it, its own included
 * @param own its own certificate, or null where nothing could be tested
 * @param stopped why it was not asked further, or null
 */
public record LlmFigures(
    String name,
    double open,
    int asked,
    int failed,
    double accuracy,
    double classifier,
    double nearest,
    double before,
    double with,
    double error,
    @Nullable Money per1000,
    double seconds,
    Certificates certificates,
    @Nullable Certificate own,
    @Nullable String stopped) {

  /** What it adds to the share that is answered without a person; it may cost some, too. */
  public double added() {
    return with - before;
  }

  /** Whether it may answer anything alone. */
  public boolean opens() {
    return own != null && own.open();
  }

  /** Whether it earns its place, in plain words. */
  public String verdict() {
    if (stopped != null) {
      return name + " could not be asked: " + stopped + ".";
    }
    if (asked == 0) {
      return name + " was not asked: the rungs below answer every row.";
    }
    String said =
        "%s is right on %s of the %d rows that the rungs below leave open (small model %s, most similar row %s)"
            .formatted(name, percent(accuracy), asked, percent(classifier), percent(nearest));
    if (own == null) {
      return said + ", and has no certificate: a label that must not be missed is not tested here.";
    }
    if (!opens()) {
      return said
          + ", and adds nothing to what is answered alone: its certificate is shut, at least %d more clean rows are missing."
              .formatted(own.missing());
    }
    return added() > 0
        ? said + ", and answers another %s alone within the promise.".formatted(percent(added()))
        : said + ", and adds nothing to what is answered alone.";
  }

  /** One object of {@code models} in {@code trial --json}. */
  public Map<String, @Nullable Object> json() {
    return fields(
        "name",
        name,
        "open",
        open,
        "asked",
        asked,
        "failed",
        failed,
        "accuracy",
        accuracy,
        "classifier",
        classifier,
        "nearest",
        nearest,
        "coverage",
        fields("without", before, "with", with, "added", added(), "error", error),
        "per1000",
        per1000 == null ? null : fields("amount", per1000.amount(), "currency", per1000.currency()),
        "secondsPerRequest",
        seconds,
        "certificate",
        own == null ? null : CertificateFile.fields(own),
        "stopped",
        stopped,
        "verdict",
        verdict());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }
}
