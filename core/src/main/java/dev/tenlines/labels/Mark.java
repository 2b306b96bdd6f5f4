package dev.tenlines.labels;

import dev.tenlines.document.Span;
import dev.tenlines.fields.FieldType;
import dev.tenlines.labels.Concept.Meaning;
import dev.tenlines.labels.Concept.Tier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A label in a document.
 *
 * @param meanings what it may name; a field's own label has its own concept only
 * @param first index of its first word
 * @param sure whether a sign or a wide gap behind it shows that it is a label
 */
record Mark(Span span, Cell cell, List<Meaning> meanings, int first, boolean sure) {
  Mark {
    meanings = List.copyOf(meanings);
  }

  @Nullable Tier tier(Concept concept) {
    return meanings.stream()
        .filter(m -> m.concept().equals(concept))
        .map(Meaning::tier)
        .min(Tier::compareTo)
        .orElse(null);
  }

  /** Whether no concept with such values has a better right to the label. */
  boolean means(Concept concept) {
    return concept.type() == FieldType.DATE
        || meanings.stream()
            .noneMatch(m ->
                m.tier() == Tier.STRONG
                    && m.concept().type() == concept.type()
                    && !m.concept().equals(concept));
  }

  boolean names(String... concepts) {
    return meanings.stream().anyMatch(m -> m.concept().is(concepts));
  }

  boolean bare() {
    return meanings.stream().allMatch(m -> m.tier() == Tier.BARE);
  }
}
