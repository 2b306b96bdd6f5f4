package dev.tenlines.labels;

import dev.tenlines.document.Document;
import dev.tenlines.document.Span;
import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldFinder;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.FieldType;
import dev.tenlines.text.Setting;
import java.lang.ref.SoftReference;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the values of fields by the labels that stand around them, in ten languages and without any
 * example. A label, the right form and no rival make a score above 0.9; the form alone makes one
 * below 0.6. Several values with scores close to each other are all told.
 */
public final class Labels implements FieldFinder {
  private static final double LEAST = 0.1;
  private static final int MOST = 8;

  /** The fields of one document are asked for one after the other. */
  private volatile @Nullable SoftReference<Search> last;

  @Override
  public List<Candidate> find(Document document, FieldSpec field, Setting setting) {
    if (document.text().isBlank()) {
      return List.of();
    }
    Search search = search(document, setting);
    return Merge.distinct(search.bounds(field), field).stream()
        .filter(bound -> bound.score() >= LEAST)
        .limit(MOST)
        .map(bound -> candidate(document, bound))
        .toList();
  }

  private Search search(Document document, Setting setting) {
    SoftReference<Search> known = last;
    Search search = known == null ? null : known.get();
    if (search == null || !search.isOf(document, setting)) {
      search = new Search(document, setting);
      last = new SoftReference<>(search);
    }
    return search;
  }

  private static Candidate candidate(Document document, Bound bound) {
    Span span = bound.typed().span();
    return new Candidate(
        span, span.of(document.text()), bound.typed().value(), bound.score(), bound.label());
  }

  /** Makes one of what says the same, and tells what contradicts itself. */
  private static final class Merge {
    /** Labelled values whose scores are closer are rivals. */
    private static final double CLOSE = 0.06;

    private static final double RIVAL = 0.85;
    private static final double AGREES = 0.01;
    private static final double HIGHEST = 0.99;

    private Merge() {}

    /** The best place of each value, the likeliest first. */
    static List<Bound> distinct(List<Bound> bounds, FieldSpec field) {
      List<Bound> sorted = new ArrayList<>(bounds);
      sorted.sort(
          Comparator.comparingDouble(Bound::score)
              .reversed()
              .thenComparingInt(bound -> bound.typed().span().start()));
      Map<Object, Bound> best = new LinkedHashMap<>();
      for (Bound bound : sorted) {
        best.merge(key(bound.typed().value(), field), bound, Merge::agree);
      }
      List<Bound> all = new ArrayList<>(best.values());
      all.sort(Comparator.comparingDouble(Bound::score).reversed());
      return field.many() ? all : rivals(all);
    }

    private static Bound agree(Bound one, Bound two) {
      boolean apart = !one.typed().span().overlaps(two.typed().span()) && two.label() != null;
      return apart
          ? new Bound(one.typed(), Math.min(HIGHEST, one.score() + AGREES), one.label())
          : one;
    }

    private static Object key(Object value, FieldSpec field) {
      if (value instanceof BigDecimal number) {
        return number.stripTrailingZeros();
      }
      boolean name = field.type() == FieldType.ORGANISATION;
      return value instanceof String text
          ? name ? Parties.key(text) : Vocabulary.compact(text)
          : value;
    }

    private static List<Bound> rivals(List<Bound> all) {
      if (all.size() < 2 || all.get(0).score() - all.get(1).score() > CLOSE) {
        return all;
      }
      double least = all.getFirst().score() - CLOSE;
      return all.stream().map(b -> b.score() >= least ? b.times(RIVAL) : b).toList();
    }
  }
}
