package dev.tenlines.bench;

import dev.tenlines.Profile;
import dev.tenlines.Progress;
import dev.tenlines.Promise;
import dev.tenlines.learn.Embedder;
import dev.tenlines.learn.Example;
import dev.tenlines.learn.Split;
import dev.tenlines.trial.LabelledRows;
import dev.tenlines.trial.Trial;
import dev.tenlines.trial.TrialOptions;
import dev.tenlines.trial.TrialReport;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the product's own trial on a public set. */
record Trials(@Nullable Embedder embedder, long seed) {
  private static final int LINES = 10;
  private static final double CALIBRATE_OF_ALL = 0.105;
  private static final double CALIBRATE_OF_FEW = 0.1;
  private static final int FEW = 4_000;

  /** Fits and calibrates on these rows and measures on those, or on a part held back. */
  TrialReport run(List<Example> fit, List<Example> held, double testShare, Promise promise) {
    double calibrate = fit.size() < FEW ? CALIBRATE_OF_FEW : CALIBRATE_OF_ALL;
    Split split = Split.of(fit, calibrate, held.isEmpty() ? testShare : 0, seed);
    return run(held.isEmpty() ? split : new Split(split.train(), split.calibrate(), held), promise);
  }

  /** The same on rows split already. */
  TrialReport run(Split split, Promise promise) {
    List<Example> all = new ArrayList<>(split.train());
    all.addAll(split.calibrate());
    TrialOptions options =
        new TrialOptions(
            Path.of("bench"), "text", "label", null, null, Profile.UNSTATED, promise, LINES, seed);
    return new Trial(options, embedder, Clock.systemUTC(), Progress.NONE)
        .run(new LabelledRows("bench", all, List.of()), split);
  }
}
