package dev.tenlines.templates;

import dev.tenlines.document.Span;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.FieldType;
import dev.tenlines.fields.Reviewed.Right;
import dev.tenlines.templates.Learned.Constant;
import dev.tenlines.templates.Lesson.Spot;
import java.util.ArrayList;
import java.util.Comparator;
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
  private static final int MOST = 3;
  private static final int HIGHEST = 4;
  private static final int LONGEST_LABEL = 8;

  private static final Comparator<Anchor> SUREST =
      Comparator.comparing(Anchor::strong)
          .reversed()
          .thenComparing(Anchor::kind)
          .thenComparingInt(Anchor::skip)
          .thenComparingInt(Anchor::down);

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
        propose(lesson, spot).forEach(proposed::add);
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
    long strong = held.stream().filter(Anchor::strong).count();
    return strong > 0
        ? held.stream().filter(Anchor::strong).limit(MOST).toList()
        : held.stream().limit(1).toList();
  }

  private Stream<Anchor> propose(Lesson lesson, Spot spot) {
    Sheet sheet = lesson.sheet();
    List<Form> forms = forms(lesson, spot);
    List<Extent> extents =
        spot.recognised()
            ? List.of(Extent.RECOGNISED)
            : Extent.of(sheet, spot.span(), field.type() == FieldType.CODE);
    if (forms.isEmpty() || extents.isEmpty()) {
      return Stream.empty();
    }
    Form form = forms.getFirst();
    Extent extent = extents.getFirst();
    return Stream.concat(
        beside(sheet, spot, extent, form).stream(), under(sheet, spot, extent, form).stream());
  }

  private List<Form> forms(Lesson lesson, Spot spot) {
    Right right = Objects.requireNonNull(lesson.right(field));
    String text = spot.span().of(lesson.sheet().text());
    return spot.recognised()
        ? List.of(Form.PLAIN)
        : Stream.of(Form.values()).filter(f -> Same.value(f.of(text), right.value())).toList();
  }

  private List<Anchor> beside(Sheet sheet, Spot spot, Extent extent, Form form) {
    Lead lead = Lead.to(sheet, spot.span().start());
    if (lead == null) {
      return List.of();
    }
    int from = Math.min(lead.span().end(), spot.span().start());
    Sheet.Place place = Objects.requireNonNull(sheet.at(spot.span().start()));
    String between =
        sheet.text().substring(Math.max(from, place.cell().span().start()), spot.span().start());
    return List.of(
        anchor(
            Anchor.Kind.BESIDE,
            lead.words(),
            lead.whole(),
            lead.skipped(),
            0,
            extent,
            spot,
            form,
            signs(between),
            sheet));
  }

  private List<Anchor> under(Sheet sheet, Spot spot, Extent extent, Form form) {
    Sheet.Place place = sheet.at(spot.span().start());
    List<Anchor> anchors = new ArrayList<>();
    Cell over = place == null ? null : sheet.over(place.cell());
    for (int down = 1; down <= HIGHEST && place != null && over != null; down++) {
      if (!over.labels().isEmpty() && over.labels().size() <= LONGEST_LABEL) {
        String before = sheet.text().substring(place.cell().span().start(), spot.span().start());
        anchors.add(
            anchor(
                Anchor.Kind.UNDER,
                over.words(),
                true,
                0,
                down,
                extent,
                spot,
                form,
                signs(before),
                sheet));
      }
      over = sheet.over(over);
    }
    return anchors;
  }

  private static Anchor anchor(
      Anchor.Kind kind,
      List<String> words,
      boolean whole,
      int skip,
      int down,
      Extent extent,
      Spot spot,
      Form form,
      String gap,
      Sheet sheet) {
    boolean figures = spot.span().of(sheet.text()).chars().anyMatch(Character::isDigit);
    return new Anchor(
        kind,
        words,
        whole,
        words.size(),
        skip,
        down,
        extent,
        spot.part(),
        spot.reading(),
        form,
        gap,
        figures);
  }

  private static String signs(String between) {
    StringBuilder signs = new StringBuilder();
    between
        .chars()
        .filter(c -> !Character.isLetterOrDigit(c) && !Character.isWhitespace(c))
        .distinct()
        .forEach(c -> signs.append((char) c));
    return signs.toString();
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
    switch (field.type()) {
      case PERSON, ORGANISATION, ADDRESS, TEXT, CHOICE, IDENTIFIER, EMAIL, PHONE, URL, CURRENCY -> {
        List<Lesson> telling =
            lessons.stream().filter(lesson -> lesson.right(field) != null).toList();
        List<Object> values =
            telling.stream().map(l -> Objects.requireNonNull(l.right(field)).value()).toList();
        if (values.isEmpty()
            || !values.stream().allMatch(value -> Same.value(value, values.getFirst()))) {
          return null;
        }
        return constant(telling.getLast(), values.getFirst().toString(), values.size() > 1);
      }
      default -> {
        return null;
      }
    }
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
