package dev.tenlines.learn;

import dev.tenlines.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Trains a classifier. How much the embedding counts is chosen on rows held back inside the
 * training rows: it helps where labels are many and rows few, and hurts a little elsewhere.
 */
public final class Trainer {
  private static final float[] SCALES = {0, 0.5f, 1, 2};
  private static final int EPOCHS = 20;
  private static final float DECAY = 1e-5f;

  /** Below this many rows one held-out part is too noisy to choose by, and folds are cheap. */
  private static final int FOLDED_BELOW = 3_000;

  private final Vectors vectors;
  private final long seed;
  private final Progress progress;

  public Trainer(@Nullable Embedder embedder, long seed, Progress progress) {
    this.vectors = new Vectors(embedder);
    this.seed = seed;
    this.progress = progress;
  }

  /**
   * A trained classifier.
   *
   * @param classifier its gate is open until it is calibrated
   * @param heldOut predictions for training rows by models that did not see them, in row order;
   *     null where a row was in no held-out part
   */
  public record Trained(Classifier classifier, List<@Nullable Prediction> heldOut) {}

  /** Trains on rows of at least two labels. */
  public Trained train(List<Example> examples) {
    List<String> labels =
        new ArrayList<>(new TreeSet<>(examples.stream().map(Example::label).toList()));
    Attributes attributes =
        Attributes.learn(examples.stream().map(Example::text).toList(), bits(labels.size()));
    Softmax.Row[] rows = rows(examples, labels, attributes);
    List<Candidate> candidates = candidates(rows, labels.size(), attributes.size());
    Candidate best =
        candidates.stream().min(Comparator.comparingDouble(Candidate::loss)).orElseThrow();
    progress.at("Training", candidates.size(), candidates.size() + 1);
    float[] scales = best.scale() == 0 ? new float[] {0} : new float[] {0, best.scale()};
    List<Softmax> fitted =
        IntStream.range(0, scales.length)
            .parallel()
            .mapToObj(i -> fit(rows, labels.size(), attributes.size(), scales[i]))
            .toList();
    Softmax plain = fitted.getFirst();
    Softmax softmax = fitted.getLast();
    Familiarity familiarity =
        Familiarity.keep(
            java.util.Arrays.stream(rows).map(Softmax.Row::vector).toArray(float[][]::new),
            java.util.Arrays.stream(rows).mapToInt(Softmax.Row::label).toArray(),
            labels.size(),
            seed);
    Quick quick =
        vectors.dimensions() == 0 ? Quick.NEVER : Quick.learn(plain, candidates.getFirst(), labels);
    Classifier classifier =
        new Classifier(
            labels,
            attributes,
            quick,
            softmax,
            best.scale(),
            best.temperature(),
            familiarity,
            vectors);
    progress.at("Training", 1, 1);
    return new Trained(classifier, best.predictions(labels));
  }

  private Softmax.Row[] rows(List<Example> examples, List<String> labels, Attributes attributes) {
    float[][] embedded = vectors.of(examples.stream().map(Example::text).toList(), progress);
    Softmax.Row[] rows = new Softmax.Row[examples.size()];
    for (int i = 0; i < rows.length; i++) {
      Example example = examples.get(i);
      rows[i] =
          new Softmax.Row(
              attributes.of(example.text()), embedded[i], labels.indexOf(example.label()), 1);
    }
    return rows;
  }

  /** Larger tables collide less; with many labels they would only cost memory. */
  private static int bits(int labels) {
    return labels <= 12 ? 18 : labels <= 40 ? 17 : 16;
  }

  private Softmax fit(Softmax.Row[] rows, int labels, int attributes, float scale) {
    return Softmax.train(
        rows,
        labels,
        attributes,
        scale == 0 ? 0 : vectors.dimensions(),
        scale,
        DECAY,
        EPOCHS,
        seed);
  }

  /** Every scale, judged on held-out rows. */
  private List<Candidate> candidates(Softmax.Row[] rows, int labels, int attributes) {
    int folds = rows.length < FOLDED_BELOW ? 5 : 1;
    int parts = folds == 1 ? 5 : folds;
    int scales = vectors.dimensions() == 0 ? 1 : SCALES.length;
    AtomicInteger done = new AtomicInteger();
    float[][][][] logits = new float[scales][folds][][];
    IntStream.range(0, scales * folds)
        .parallel()
        .forEach(job -> {
          int fold = job % folds;
          float scale = SCALES[job / folds];
          Softmax model = fit(outside(rows, fold, parts), labels, attributes, scale);
          float[][] out = new float[rows.length][];
          for (int i = 0; i < rows.length; i++) {
            if (i % parts == fold) {
              out[i] = model.logits(rows[i].attributes(), rows[i].vector(), scale);
            }
          }
          logits[job / folds][fold] = out;
          progress.at("Training", done.incrementAndGet(), scales * folds + 1);
        });
    List<Candidate> candidates = new ArrayList<>();
    for (int s = 0; s < scales; s++) {
      candidates.add(Candidate.of(SCALES[s], rows, logits[s]));
    }
    return candidates;
  }

  private static Softmax.Row[] outside(Softmax.Row[] rows, int fold, int parts) {
    return IntStream.range(0, rows.length)
        .filter(i -> i % parts != fold)
        .mapToObj(i -> rows[i])
        .toArray(Softmax.Row[]::new);
  }
}
