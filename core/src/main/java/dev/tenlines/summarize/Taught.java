package dev.tenlines.summarize;

import dev.tenlines.Parts;
import dev.tenlines.TextValue;
import dev.tenlines.document.SourceFile;
import dev.tenlines.ladder.Journal;
import dev.tenlines.review.Judgements.Judgement;
import dev.tenlines.review.Shelves;
import dev.tenlines.salience.Lesson;
import dev.tenlines.salience.Salience;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What people taught each tenant: which sentences the summaries kept that they approved or wrote.
 * Nothing of one tenant is ever learned for another.
 */
final class Taught {
  private static final int MOST_LESSONS = 300;
  private static final int MOST_TENANTS = 100;
  private static final int PART = 4;

  /** So few lessons are learned within a request, in milliseconds; more are learned beside it. */
  private static final int AT_ONCE = 8;

  private final Shelves<Lesson> shelves;
  private final Executor background;
  private final Set<String> learning = ConcurrentHashMap.newKeySet();
  private final Map<String, Learned> learned = new LinkedHashMap<>(16, 0.75f, true);

  Taught(Parts parts, Executor background) {
    this.background = background;
    this.shelves =
        new Shelves<>(
            parts.judgements(),
            parts.feature().name(),
            MOST_LESSONS,
            judgement -> lesson(parts.journal(), judgement));
  }

  /** A ranker and what it was taught with; the shelf makes a new list for each new verdict. */
  private record Learned(List<Lesson> from, Salience salience) {}

  private static Lesson lesson(Journal journal, Judgement judgement) {
    SourceFile file = journal.file(judgement.request().tenant(), judgement.outcome().id());
    String text =
        Original.written(file == null ? Original.document(judgement.request()) : file.document());
    return new Lesson(text, TextValue.text(judgement.value()));
  }

  /** The ranker of a tenant; while much is being learned, the one of before. */
  Salience of(String tenant) {
    List<Lesson> lessons = shelves.of(tenant);
    if (lessons.isEmpty()) {
      return Salience.shipped();
    }
    Learned before = known(tenant);
    if (before == null || worthWhile(before.from(), lessons)) {
      if (lessons.size() <= AT_ONCE) {
        return learn(tenant, lessons);
      }
      if (learning.add(tenant)) {
        background.execute(() -> learn(tenant, lessons));
      }
    }
    return before == null ? Salience.shipped() : before.salience();
  }

  private @Nullable Learned known(String tenant) {
    synchronized (learned) {
      return learned.get(tenant);
    }
  }

  private Salience learn(String tenant, List<Lesson> lessons) {
    try {
      Salience salience = Salience.shipped().taught(lessons);
      synchronized (learned) {
        learned.put(tenant, new Learned(lessons, salience));
        if (learned.size() > MOST_TENANTS) {
          learned.remove(learned.keySet().iterator().next());
        }
      }
      return salience;
    } finally {
      learning.remove(tenant);
    }
  }

  /** Each of the first verdicts counts; of many, a quarter more has to come. */
  private static boolean worthWhile(List<Lesson> before, List<Lesson> now) {
    int fresh = 0;
    while (fresh < now.size() && !isSame(now.get(now.size() - 1 - fresh), before.getLast())) {
      fresh++;
    }
    return fresh * PART >= before.size();
  }

  /** Two verdicts may teach the same and still be two. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isSame(Lesson one, Lesson other) {
    return one == other;
  }
}
