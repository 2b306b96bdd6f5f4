package dev.tenlines.templates;

import dev.tenlines.document.Span;
import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.FieldType;
import dev.tenlines.fields.Reviewed.Right;
import dev.tenlines.templates.Anchor.Hit;
import dev.tenlines.templates.Learned.Constant;
import dev.tenlines.text.Found;
import dev.tenlines.text.Value.Amount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where one sender or layout writes its fields.
 *
 * @param version counts up with every lesson
 * @param examples how many reviewed documents it was learned from
 * @param hits later reviews that confirm it
 * @param misses later reviews that contradict it
 * @param latest whether the last reviews confirm it, the newest last
 */
public record Template(
    String id,
    int version,
    int examples,
    int hits,
    int misses,
    List<Boolean> latest,
    Signature signature,
    SortedMap<String, Learned> fields) {
  /** Of so many reviews … */
  private static final int REMEMBERED = 5;

  /** … so many that contradict it end a template. */
  private static final int CONTRADICTIONS = 2;

  public Template {
    latest = List.copyOf(latest);
    fields = new TreeMap<>(fields);
  }

  /** The template of lessons of one layout. */
  static Template of(List<Lesson> lessons, List<FieldSpec> specs, int version) {
    SortedMap<String, Learned> fields = new TreeMap<>();
    for (FieldSpec field : specs) {
      Learned learned = Learning.of(field, lessons);
      if (learned != null) {
        fields.put(field.name(), learned);
      }
    }
    Signature first = lessons.getFirst().signature();
    Signature all = lessons.stream().map(Lesson::signature).reduce(Signature::and).orElse(first);
    String id = "t%08x".formatted(Objects.hash(first.sender(), first.cells(), first.marks()));
    return new Template(id, version, lessons.size(), 0, 0, List.of(), all, fields);
  }

  /** Whether too many of the latest reviews contradict it: it finds nothing any more. */
  public boolean retired() {
    return latest.stream().filter(confirmed -> !confirmed).count() >= CONTRADICTIONS;
  }

  /** What a person should know about it, in one sentence. */
  public String state() {
    return retired()
        ? "Template %s is retired: %d of its last %d reviews contradict it."
            .formatted(id, latest.stream().filter(c -> !c).count(), latest.size())
        : "Template %s, version %d, from %d documents: %d reviews confirm it, %d contradict it."
            .formatted(id, version, examples, hits, misses);
  }

  /** The same after a later review. */
  Template judged(boolean confirmed) {
    List<Boolean> reviews = new ArrayList<>(latest);
    reviews.add(confirmed);
    return new Template(
        id,
        version,
        examples,
        hits + (confirmed ? 1 : 0),
        misses + (confirmed ? 0 : 1),
        reviews.subList(Math.max(0, reviews.size() - REMEMBERED), reviews.size()),
        signature,
        fields);
  }

  /** The same with what a lesson says of one field; what it knew before stays where it holds. */
  Template taught(Lesson lesson, FieldSpec field) {
    SortedMap<String, Learned> taught = new TreeMap<>(fields);
    Learned fresh = Learning.of(field, List.of(lesson));
    Learned known = fields.get(field.name());
    Map<Anchor, Boolean> anchors = new LinkedHashMap<>();
    if (known != null) {
      known.anchors().stream()
          .filter(anchor -> Learning.holds(anchor, field, List.of(lesson)))
          .forEach(anchor -> anchors.put(anchor, true));
    }
    if (fresh != null) {
      fresh.anchors().forEach(anchor -> anchors.put(anchor, true));
    }
    Constant constant = fresh == null ? null : fresh.constant();
    if (anchors.isEmpty() && constant == null) {
      taught.remove(field.name());
    } else {
      taught.put(field.name(), new Learned(List.copyOf(anchors.keySet()), constant));
    }
    return new Template(id, version + 1, examples, hits, misses, latest, signature, taught);
  }

  /** The value of a field in a document that fits, or null where it is not clear. */
  @Nullable Candidate find(Sheet sheet, FieldSpec field, double fit) {
    Learned learned = fields.get(field.name());
    if (learned == null) {
      return null;
    }
    List<Hit> hits = new ArrayList<>();
    for (Anchor anchor : learned.anchors()) {
      Hit hit = anchor.only(sheet, field);
      if (hit != null) {
        hits.add(hit);
      }
    }
    boolean agreed =
        hits.stream().allMatch(hit -> Same.value(hit.value(), hits.getFirst().value()));
    Constant constant = learned.constant();
    Span stands = constant == null ? null : place(sheet, field, constant);
    if (constant != null && stands != null) {
      boolean same =
          agreed && (hits.isEmpty() || Same.value(hits.getFirst().value(), constant.value()));
      return same || constant.sure()
          ? candidate(sheet, stands, constant.value(), 0.95, fit, null)
          : null;
    }
    if (hits.isEmpty() || !agreed) {
      return null;
    }
    Hit hit = hits.getFirst();
    boolean strong = learned.anchors().getFirst().strong();
    return candidate(sheet, hit.span(), hit.value(), strong ? 0.97 : 0.85, fit, hit.label());
  }

  private static Candidate candidate(
      Sheet sheet, Span span, Object value, double sure, double fit, @Nullable Span label) {
    return new Candidate(span, span.of(sheet.text()), value, sure * (0.8 + 0.2 * fit), label);
  }

  private static @Nullable Span place(Sheet sheet, FieldSpec field, Constant constant) {
    if (field.type() == FieldType.CURRENCY) {
      return currency(sheet, constant.value());
    }
    List<Span> places = Literal.places(sheet.text(), constant.text());
    return places.isEmpty() ? null : places.getFirst();
  }

  /** A document with amounts in another currency may mean that one. */
  private static @Nullable Span currency(Sheet sheet, String code) {
    Span place = null;
    for (Found found : sheet.founds()) {
      if (found.value() instanceof Amount amount && !amount.currency().isEmpty()) {
        if (!amount.currency().equals(code)) {
          return null;
        }
        place = place == null ? new Span(found.start(), found.end()) : place;
      }
    }
    List<Span> named = place == null ? Literal.places(sheet.text(), code) : List.of(place);
    return named.isEmpty() ? null : named.getFirst();
  }

  /** Whether a review says the same of what was found; null where nothing was found. */
  @Nullable Boolean confirmed(Sheet sheet, Map<String, List<Right>> values, List<FieldSpec> specs) {
    boolean any = false;
    for (FieldSpec field : specs) {
      Candidate found = find(sheet, field, 1);
      if (found != null) {
        any = true;
        boolean right =
            values.getOrDefault(field.name(), List.of()).stream()
                .anyMatch(value -> Same.value(value.value(), found.value()));
        if (!right) {
          return false;
        }
      }
    }
    return any ? true : null;
  }
}
