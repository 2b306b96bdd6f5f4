package dev.tenlines.bench;

import dev.tenlines.Promise;
import dev.tenlines.Promise.LabelPromise;
import dev.tenlines.learn.Example;
import dev.tenlines.learn.Split;
import dev.tenlines.rows.Row;
import dev.tenlines.trial.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Publish and remove, each with a promise of its own, on sets of moderated texts.
 *
 * <p>A certificate speaks of the traffic its rows are a sample of. Where the texts to judge come
 * from elsewhere than the training texts, one random half of them is therefore judged by people
 * first and certifies, and the other half is measured. Nothing is trained on either half.
 */
final class ModerationBench {
  private static final String PUBLISH = "publish";
  private static final String REMOVE = "remove";
  private static final Promise PROMISE =
      new Promise(
          0.05,
          0.95,
          Map.of(PUBLISH, new LabelPromise(0.05, null), REMOVE, new LabelPromise(0.05, null)));

  private final BenchData data;
  private final Trials trials;
  private final Bench.Log log;

  ModerationBench(BenchData data, Trials trials, Bench.Log log) {
    this.data = data;
    this.trials = trials;
    this.log = log;
  }

  void add(List<BenchRow> rows) {
    var offensive = labelled("text", "label", "not-offensive", "offensive");
    var hate = labelled("text", "label", "not-hate", "hate");
    var toxic = labelled("text", "toxic", "0", "1");
    measure(
        "tweeteval",
        "offensive: ",
        data.fit("tweeteval", offensive),
        data.held("tweeteval", offensive),
        rows);
    measure("tweeteval", "hate: ", data.fit("tweeteval", hate), data.held("tweeteval", hate), rows);
    measure("toxicchat", "", data.fit("toxicchat", toxic), data.held("toxicchat", toxic), rows);
    List<Example> both = new ArrayList<>(data.fit("tweeteval", offensive));
    both.addAll(data.fit("tweeteval", hate));
    strange("openai_moderation", both, ModerationBench::openAi, rows);
    strange(
        "hatecheck",
        data.fit("tweeteval", hate),
        labelled("text", "gold", "non-hateful", "hateful"),
        rows);
  }

  /** Evaluation-only sets, judged by what was trained on tweets. */
  private void strange(
      String set,
      List<Example> fit,
      Function<Row.Good, @Nullable Example> reader,
      List<BenchRow> rows) {
    List<Example> own = data.held(set, reader);
    if (own.isEmpty()) {
      own = data.fit(set, reader);
    }
    if (!log.missing(set, own) && !log.missing("tweeteval", fit)) {
      measure(set, "", fit, own, rows);
    }
  }

  private void measure(
      String set, String task, List<Example> fit, List<Example> held, List<BenchRow> rows) {
    if (log.missing(set, fit)) {
      return;
    }
    Split split;
    if (held.isEmpty()) {
      split = Split.of(fit, 0.2, 0.3, trials.seed());
    } else {
      Split halves = Split.of(held, 0.5, 0, trials.seed());
      split = new Split(fit, halves.calibrate(), halves.train());
    }
    Figures figures = trials.run(split, PROMISE).figures();
    rows.add(BenchRow.printed(set, task + "small model macro F1", figures.macroF1()));
    for (Figures.PerLabel label : figures.ladderPerLabel()) {
      double error = label.answered() == 0 ? 0 : 1 - label.precision();
      rows.add(BenchRow.atMost(set, task + label.label() + " error", error, PROMISE.error()));
      rows.add(
          BenchRow.printed(
              set,
              task + label.label() + " answered",
              label.answered() / (double) figures.rows().size()));
    }
    rows.add(BenchRow.printed(set, task + "held for a person", 1 - figures.coverage()));
  }

  private static Function<Row.Good, @Nullable Example> labelled(
      String text, String label, String fine, String bad) {
    return row -> {
      String own = row.text(label);
      return own.equals(fine) || own.equals(bad)
          ? new Example(row.text(text), own.equals(fine) ? PUBLISH : REMOVE)
          : null;
    };
  }

  /** Any known harm is bad; a row with unknown labels and no known harm says nothing. */
  private static @Nullable Example openAi(Row.Good row) {
    boolean unknown = false;
    for (String label : List.of("S", "H", "V", "HR", "SH", "S3", "H2", "V2")) {
      String value = row.text(label);
      if (value.startsWith("1")) {
        return new Example(row.text("text"), REMOVE);
      }
      unknown |= value.isEmpty();
    }
    return unknown ? null : new Example(row.text("text"), PUBLISH);
  }
}
