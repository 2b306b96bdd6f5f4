package dev.tenlines.extract;

import dev.tenlines.document.Document;
import dev.tenlines.extract.Taught.Pupil;
import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldFinder;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.Reviewed;
import dev.tenlines.text.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * Trains small models on all reviewed documents, first on a few, then whenever there are a quarter
 * more. Few are trained at once; many are trained beside the requests, which are answered meanwhile
 * by what was trained before.
 */
final class ModelPupil implements Pupil {
  /** Below this, templates and labels know more than a model. */
  static final int LEAST = 8;

  private static final int AT_ONCE = 24;
  private static final int MOST = 500;
  private static final double MORE = 1.25;

  private final Function<List<Reviewed>, FieldFinder> training;
  private final Executor background;
  private final List<Reviewed> documents;
  private final int taught;
  private final int trained;
  private final CompletableFuture<FieldFinder> model;
  private final FieldFinder before;

  private ModelPupil(
      Function<List<Reviewed>, FieldFinder> training,
      Executor background,
      List<Reviewed> documents,
      int taught,
      int trained,
      CompletableFuture<FieldFinder> model,
      FieldFinder before) {
    this.training = training;
    this.background = background;
    this.documents = documents;
    this.taught = taught;
    this.trained = trained;
    this.model = model;
    this.before = before;
  }

  static ModelPupil beginner(Function<List<Reviewed>, FieldFinder> training, Executor background) {
    FieldFinder nothing = (document, field, setting) -> List.of();
    return new ModelPupil(
        training, background, List.of(), 0, 0, CompletableFuture.completedFuture(nothing), nothing);
  }

  @Override
  public List<Candidate> find(Document document, FieldSpec field, Setting setting) {
    return now().find(document, field, setting);
  }

  private FieldFinder now() {
    return model.isDone() && !model.isCompletedExceptionally() ? model.join() : before;
  }

  @Override
  public Pupil taught(List<Reviewed> more) {
    List<Reviewed> all = new ArrayList<>(documents);
    all.addAll(more);
    List<Reviewed> newest = List.copyOf(all.subList(Math.max(0, all.size() - MOST), all.size()));
    int count = taught + more.size(); // also those that are too old to be trained on
    if (count < LEAST || count < trained * MORE || !model.isDone()) {
      return new ModelPupil(training, background, newest, count, trained, model, before);
    }
    Executor where = count <= AT_ONCE ? Runnable::run : background;
    CompletableFuture<FieldFinder> next =
        CompletableFuture.supplyAsync(() -> training.apply(newest), where);
    return new ModelPupil(training, background, newest, count, count, next, now());
  }
}
