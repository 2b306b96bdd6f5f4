package dev.tenlines.answer;

import dev.tenlines.Parts;
import dev.tenlines.Request;
import dev.tenlines.TextValue;
import dev.tenlines.answerability.Answerability;
import dev.tenlines.answerability.Found;
import dev.tenlines.answerability.Lesson;
import dev.tenlines.index.Hit;
import dev.tenlines.review.Judgements.Judgement;
import dev.tenlines.text.Digest;
import dev.tenlines.verify.FactVerifier;
import dev.tenlines.verify.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What tells whether sentences answer a question, bent by what people said of such questions. It
 * learns beside the requests, which are answered meanwhile by what it knew before; audits certify
 * and teach nothing.
 */
final class Teaching {
  private static final int MOST_LESSONS = 300;
  private static final int LEAST = 8;

  /** It learns again when there are so many times the verdicts. */
  private static final double MORE = 1.25;

  private static final Duration PAUSE = Duration.ofMinutes(1);

  /** From this share of its words on, what a person said is what the sentences say. */
  private static final double SAID = 0.6;

  private static final double UNSAID = 0.2;

  private final Parts parts;
  private final Library library;
  private final Executor background;
  private final Answerability shipped;
  private volatile Known known;
  private Instant looked = Instant.MIN;

  Teaching(Parts parts, Library library, Executor background) {
    this.parts = parts;
    this.library = library;
    this.background = background;
    this.shipped = Answerability.shipped();
    this.known = new Known(shipped, 0, 0);
  }

  /**
   * What is known.
   *
   * @param verdicts how many there were when it was learned
   * @param lessons how many of them taught something
   */
  private record Known(Answerability model, long verdicts, int lessons) {}

  /** What the documents say to a request. */
  Found find(Request request, List<Hit> hits) {
    learnMore();
    return find(known.model(), request, hits);
  }

  double threshold() {
    return known.model().threshold();
  }

  /** The shipped model, and how many lessons it had since. */
  String version() {
    return Digest.of(shipped.claim()).substring(0, 4) + "t" + known.lessons();
  }

  private Found find(Answerability model, Request request, List<Hit> hits) {
    return model.find(Question.of(request).text(), hits, parts.embedder().get());
  }

  private void learnMore() {
    synchronized (this) {
      Instant now = parts.clock().instant();
      if (looked.isAfter(now.minus(PAUSE))) {
        return;
      }
      looked = now;
    }
    long verdicts = parts.judgements().count(parts.feature().name());
    if (verdicts >= Math.max(LEAST, known.verdicts() * MORE)) {
      var unused = CompletableFuture.runAsync(() -> learn(verdicts), background);
    }
  }

  private void learn(long verdicts) {
    List<Judgement> judged =
        parts.judgements().all(parts.feature().name()).stream().filter(j -> !j.audit()).toList();
    List<Lesson> lessons = new ArrayList<>();
    for (Judgement one : judged.subList(Math.max(0, judged.size() - MOST_LESSONS), judged.size())) {
      Lesson lesson = lesson(one);
      if (lesson != null) {
        lessons.add(lesson);
      }
    }
    Answerability model = lessons.isEmpty() ? shipped : shipped.taught(lessons);
    known = new Known(model, verdicts, lessons.size());
  }

  /** What a verdict says of the sentences that would be found today, or null where nothing. */
  private @Nullable Lesson lesson(Judgement judgement) {
    Request asked = judgement.request();
    List<Hit> hits = library.hits(asked);
    Found found = find(shipped, asked, hits);
    Boolean answered = answered(Verbatim.of(found, null).text(), judgement);
    if (answered == null) {
      return null;
    }
    List<Double> features =
        shipped.features(Question.of(asked).text(), hits, parts.embedder().get());
    return features.isEmpty() ? null : new Lesson(features, answered);
  }

  /** Null where the verdict was on something else, or is half of it. */
  private static @Nullable Boolean answered(String found, Judgement judgement) {
    if (judgement.value() == null) {
      String rejected = TextValue.text(Answering.said(judgement.outcome()));
      return rejected.isEmpty() || rejected.equals(found) ? false : null;
    }
    String right = TextValue.text(judgement.value());
    double share = Curated.share(right, found);
    boolean facts = FactVerifier.all(right, List.of(Source.of("found", found))).isEmpty();
    return share >= SAID && facts ? Boolean.TRUE : share <= UNSAID || !facts ? Boolean.FALSE : null;
  }
}
