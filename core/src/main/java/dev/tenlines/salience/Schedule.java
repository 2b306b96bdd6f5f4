package dev.tenlines.salience;

import dev.tenlines.Evidence;
import dev.tenlines.document.Span;
import dev.tenlines.summarize.Summary.KeyFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the first stretch where amounts follow each other closely, such as the rents of the years:
 * half of a schedule tells nobody anything.
 */
final class Schedule {
  private static final int NEAR = 70;
  private static final int FEWEST = 3;
  private static final int MOST = 18;

  private Schedule() {}

  /** The dates and amounts of the schedule; none where a document has no schedule. */
  static Set<KeyFact> of(List<KeyFact> facts, String text) {
    List<KeyFact> order =
        facts.stream()
            .filter(fact -> !fact.kind().equals("party"))
            .sorted(Comparator.comparingInt(fact -> place(fact).start()))
            .toList();
    List<KeyFact> run = new ArrayList<>();
    for (KeyFact fact : order) {
      if (!run.isEmpty() && !near(place(run.getLast()), place(fact), text)) {
        if (isSchedule(run)) {
          break;
        }
        run.clear();
      }
      run.add(fact);
    }
    return isSchedule(run)
        ? new LinkedHashSet<>(run.subList(0, Math.min(MOST, run.size())))
        : Set.of();
  }

  private static boolean isSchedule(List<KeyFact> run) {
    return run.stream().filter(fact -> fact.kind().equals("amount")).count() >= FEWEST;
  }

  /** Blanks do not part what stands in columns. */
  private static boolean near(Span before, Span after, String text) {
    int from = Math.min(before.end(), after.start());
    return after.start() - from < 4 * NEAR
        && text.substring(from, after.start()).replaceAll("\\s+", " ").length() <= NEAR;
  }

  private static Span place(KeyFact fact) {
    return fact.from() instanceof Evidence.Span span
        ? new Span(span.start(), span.end())
        : new Span(0, 0);
  }
}
