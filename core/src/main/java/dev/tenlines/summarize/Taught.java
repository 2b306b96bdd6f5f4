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

/**
 * What people taught each tenant: which sentences the summaries kept that they approved or wrote.
 * Nothing of one tenant is ever learned for another.
 */
final class Taught {
  private static final int MOST_LESSONS = 300;
  private static final int MOST_TENANTS = 100;
  private static final int PART = 4;

  private final Shelves<Lesson> shelves;
  private final Map<String, Learned> learned = new LinkedHashMap<>(16, 0.75f, true);

  Taught(Parts parts) {
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

  /** The ranker of a tenant. */
  Salience of(String tenant) {
    List<Lesson> lessons = shelves.of(tenant);
    if (lessons.isEmpty()) {
      return Salience.shipped();
    }
    synchronized (learned) {
      Learned before = learned.get(tenant);
      if (before != null && !worthWhile(before.from(), lessons)) {
        return before.salience();
      }
      Learned now = new Learned(lessons, Salience.shipped().taught(lessons));
      learned.put(tenant, now);
      if (learned.size() > MOST_TENANTS) {
        learned.remove(learned.keySet().iterator().next());
      }
      return now.salience();
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
