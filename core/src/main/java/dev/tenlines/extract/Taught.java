package dev.tenlines.extract;

import dev.tenlines.Parts;
import dev.tenlines.document.Document;
import dev.tenlines.document.SourceFile;
import dev.tenlines.fields.FieldFinder;
import dev.tenlines.fields.Reviewed;
import dev.tenlines.ladder.Journal;
import dev.tenlines.review.Judgements.Judgement;
import dev.tenlines.review.Shelves;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What people taught each tenant: read on when there are new verdicts, and never from those of
 * another tenant.
 */
final class Taught implements Reading.Finders {
  private static final int MOST_DOCUMENTS = 1_000;
  private static final int MOST_TENANTS = 100;

  private final Shelves<Reviewed> reviewed;
  private final Pupil beginner;
  private final Map<String, Lesson> lessons = new LinkedHashMap<>(16, 0.75f, true);

  /** Learns from the verdicts on a feature. */
  Taught(Parts parts, Pupil beginner) {
    this.reviewed =
        new Shelves<>(
            parts.judgements(),
            parts.feature().name(),
            MOST_DOCUMENTS,
            judgement -> Said.reviewed(document(parts.journal(), judgement), judgement.value()));
    this.beginner = beginner;
  }

  /** Who finds what it was taught. */
  interface Pupil extends FieldFinder {
    /** The same after more documents. */
    Pupil taught(List<Reviewed> more);
  }

  /** What was learned from certain documents. */
  private record Lesson(List<Reviewed> from, Pupil pupil) {}

  private static Document document(Journal journal, Judgement judgement) {
    SourceFile file = journal.file(judgement.request().tenant(), judgement.outcome().id());
    return file == null ? Reading.document(judgement.request()) : file.document();
  }

  @Override
  public FieldFinder of(String tenant) {
    List<Reviewed> documents = reviewed.of(tenant);
    synchronized (lessons) {
      Lesson before = lessons.getOrDefault(tenant, new Lesson(List.of(), beginner));
      List<Reviewed> fresh = after(before.from(), documents);
      if (fresh.isEmpty()) {
        return before.pupil();
      }
      Pupil now = before.pupil().taught(fresh);
      lessons.put(tenant, new Lesson(documents, now));
      if (lessons.size() > MOST_TENANTS) {
        lessons.remove(lessons.keySet().iterator().next());
      }
      return now;
    }
  }

  /** The shelf grows at its end and loses only the oldest. */
  @SuppressWarnings("ReferenceEquality") // two documents may be the same and both count
  private static List<Reviewed> after(List<Reviewed> known, List<Reviewed> now) {
    int at = now.size();
    while (at > 0 && (known.isEmpty() || now.get(at - 1) != known.getLast())) {
      at--;
    }
    return now.subList(at, now.size());
  }
}
