package dev.tenlines.templates;

import dev.tenlines.document.Span;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.FieldType;
import dev.tenlines.fields.Reviewed.Right;
import dev.tenlines.templates.Learned.Constant;
import dev.tenlines.templates.Lesson.Spot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Learns where a field stands: what leads to its value in one lesson is kept where it leads to the
 * right value, and to nothing else, in all of them.
 */
final class Learning {
  /** What senders say of themselves: the same in each of their documents. */
  private static final Set<FieldType> NAMING =
      EnumSet.of(
          FieldType.PERSON,
          FieldType.ORGANISATION,
          FieldType.ADDRESS,
          FieldType.TEXT,
          FieldType.CHOICE,
          FieldType.IDENTIFIER,
          FieldType.EMAIL,
          FieldType.PHONE,
          FieldType.URL,
          FieldType.CURRENCY);

  private static final int MOST = 3;
  private static final int HIGHEST = 4;
  private static final int LONGEST_LABEL = 8;

  private static final Comparator<Anchor> SUREST =
      Comparator.comparing(Anchor::strong)
          .reversed()
          .thenComparing(Anchor::kind)
          .thenComparingInt(Anchor::skip)
          .thenComparingInt(Anchor::down)
          .thenComparingInt(anchor -> anchor.around().size());

  private final FieldSpec field;
  private final List<Lesson> lessons;

  private Learning(FieldSpec field, List<Lesson> lessons) {
    this.field = field;
    this.lessons = lessons;
  }

  /** Where lessons of one layout say that a field stands; null where they do not tell. */
  static @Nullable Learned of(FieldSpec field, List<Lesson> lessons) {
    if (field.many()) {
      return null;
    }
    Learning learning = new Learning(field, lessons);
    List<Anchor> anchors = learning.anchors();
    Constant constant = learning.constant();
    return anchors.isEmpty() && constant == null ? null : new Learned(anchors, constant);
  }

  /** Whether an anchor leads to the right value at least once, and never to a wrong one. */
  static boolean holds(Anchor anchor, FieldSpec field, List<Lesson> lessons) {
    return new Learning(field, lessons).times(anchor) > 0;
  }

  private List<Anchor> anchors() {
    Set<Anchor> proposed = new LinkedHashSet<>();
    for (Lesson lesson : lessons) {
      for (Spot spot : lesson.spots(field)) {
        proposed.addAll(propose(lesson, spot));
      }
    }
    List<Anchor> held = new ArrayList<>();
    for (Anchor anchor : proposed) {
      Anchor loose = loosened(anchor);
      if (loose != null) {
        held.add(loose);
      }
    }
    held.sort(Comparator.comparingInt(this::times).reversed().thenComparing(SUREST));
    return held.stream().anyMatch(Anchor::strong)
        ? held.stream().filter(Anchor::strong).limit(MOST).toList()
        : held.stream().limit(1).toList();
  }

  private List<Anchor> propose(Lesson lesson, Spot spot) {
    Sheet sheet = lesson.sheet();
    Sheet.Place place = sheet.at(spot.span().start());
    List<Form> forms = forms(lesson, spot);
    List<Extent> extents =
        spot.recognised()
            ? List.of(Extent.RECOGNISED)
            : Extent.of(sheet, spot.span(), field.type() == FieldType.CODE);
    if (place == null || forms.isEmpty() || extents.isEmpty()) {
      return List.of();
    }
    Draft draft = new Draft(sheet, place, spot, extents.getFirst(), forms.getFirst());
    List<Anchor> anchors = new ArrayList<>();
    Lead lead = Lead.to(sheet, spot.span().start());
    if (lead != null) {
      anchors.add(draft.beside(lead));
    }
    Cell over = sheet.over(place.cell());
    for (int down = 1; down <= HIGHEST && over != null; down++) {
      if (sheet.heads(over) && over.labels().size() <= LONGEST_LABEL) {
        Anchor under = draft.under(over, down);
        anchors.add(under);
        anchors.add(under.among(draft.around(over)));
      }
      over = sheet.over(over);
    }
    if (place.cell().page() > 0) {
      anchors.add(draft.at());
    }
    return anchors;
  }

  private List<Form> forms(Lesson lesson, Spot spot) {
    Right right = Objects.requireNonNull(lesson.right(field));
    String text = spot.span().of(lesson.sheet().text());
    return spot.recognised()
        ? List.of(Form.PLAIN)
        : Stream.of(Form.values()).filter(f -> Same.value(f.of(text), right.value())).toList();
  }

  /** The same asking for as few words as still tell the value from all else; null if none do. */
  private @Nullable Anchor loosened(Anchor anchor) {
    if (!anchor.whole() && anchor.kind() == Anchor.Kind.BESIDE) {
      for (int least = 2; least < anchor.words().size(); least++) {
        Anchor loose = anchor.asking(least);
        if (times(loose) > 0 && lessons.stream().allMatch(lesson -> onlyRight(loose, lesson))) {
          return loose;
        }
      }
    }
    return times(anchor) > 0 ? anchor : null;
  }

  private boolean onlyRight(Anchor anchor, Lesson lesson) {
    Right right = lesson.right(field);
    return anchor.hits(lesson.sheet(), field).stream()
        .allMatch(hit -> right != null && Same.value(hit.value(), right.value()));
  }

  /** In how many lessons an anchor is right; -1 where it is wrong in one. */
  private int times(Anchor anchor) {
    int times = 0;
    for (Lesson lesson : lessons) {
      Anchor.Hit hit = anchor.only(lesson.sheet(), field);
      Right right = lesson.right(field);
      if (hit != null) {
        if (right == null || !Same.value(hit.value(), right.value())) {
          return -1;
        }
        times++;
      }
    }
    return times;
  }

  /** What all lessons say, or what a single one says where senders name themselves. */
  private @Nullable Constant constant() {
    if (!NAMING.contains(field.type())) {
      return null;
    }
    List<Lesson> telling = lessons.stream().filter(lesson -> lesson.right(field) != null).toList();
    List<Object> values =
        telling.stream().map(l -> Objects.requireNonNull(l.right(field)).value()).toList();
    boolean constant =
        !values.isEmpty()
            && values.stream().allMatch(value -> Same.value(value, values.getFirst()));
    return constant
        ? constant(telling.getLast(), values.getFirst().toString(), values.size() > 1)
        : null;
  }

  private @Nullable Constant constant(Lesson lesson, String value, boolean sure) {
    if (field.type() == FieldType.CURRENCY) {
      return new Constant(value, value, sure);
    }
    for (Spot spot : lesson.spots(field)) {
      Span span = spot.span();
      if (sure || lesson.settled(span)) {
        return new Constant(span.of(lesson.sheet().text()), value, sure);
      }
    }
    return null;
  }
}
