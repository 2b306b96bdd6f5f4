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
import java.util.function.Function;

/**
 * What people taught each tenant: learned anew when there are new verdicts, and never from those of
 * another tenant.
 */
final class Taught implements Reading.Finders {
  private static final int MOST_DOCUMENTS = 1_000;
  private static final int MOST_TENANTS = 100;

  private final Shelves<Reviewed> reviewed;
  private final Function<List<Reviewed>, FieldFinder> learn;
  private final Map<String, Lesson> lessons = new LinkedHashMap<>(16, 0.75f, true);

  /** Learns from the verdicts on a feature. */
  Taught(Parts parts, Function<List<Reviewed>, FieldFinder> learn) {
    this.reviewed =
        new Shelves<>(
            parts.judgements(),
            parts.feature().name(),
            MOST_DOCUMENTS,
            judgement -> Said.reviewed(document(parts.journal(), judgement), judgement.value()));
    this.learn = learn;
  }

  /** What was learned from certain documents. */
  private record Lesson(List<Reviewed> from, FieldFinder finder) {}

  private static Document document(Journal journal, Judgement judgement) {
    SourceFile file = journal.file(judgement.request().tenant(), judgement.outcome().id());
    return file == null ? Reading.document(judgement.request()) : file.document();
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // the shelf gives the same list until there is more
  public FieldFinder of(String tenant) {
    List<Reviewed> documents = reviewed.of(tenant);
    synchronized (lessons) {
      Lesson lesson = lessons.get(tenant);
      if (lesson == null || lesson.from() != documents) {
        lesson = new Lesson(documents, learn.apply(documents));
        lessons.put(tenant, lesson);
        if (lessons.size() > MOST_TENANTS) {
          lessons.remove(lessons.keySet().iterator().next());
        }
      }
      return lesson.finder();
    }
  }
}
