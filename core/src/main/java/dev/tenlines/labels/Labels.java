package dev.tenlines.labels;

import dev.tenlines.document.Document;
import dev.tenlines.document.Span;
import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldFinder;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.text.Setting;
import java.lang.ref.SoftReference;
import java.util.List;
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
}
