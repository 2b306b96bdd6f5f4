package dev.tenlines.tagging;

import dev.tenlines.document.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What a token can be: outside of all fields, or of one field the first, an inner, the last or the
 * only token.
 */
final class Tags {
  static final int OUTSIDE = 0;
  static final int FIRST = 0;
  static final int INNER = 1;
  static final int LAST = 2;
  static final int ONLY = 3;
  static final int PLACES = 4;

  private final List<String> fields;
  private final int[][] before;

  Tags(List<String> fields) {
    this.fields = List.copyOf(fields);
    before = new int[size()][];
    Arrays.setAll(before, this::before);
  }

  List<String> fields() {
    return fields;
  }

  int size() {
    return 1 + PLACES * fields.size();
  }

  int tag(int field, int place) {
    return 1 + PLACES * field + place;
  }

  /** The field of a tag that is not {@link #OUTSIDE}. */
  int field(int tag) {
    return (tag - 1) / PLACES;
  }

  /** Whether a value goes on behind it. */
  boolean isOpen(int tag) {
    return tag != OUTSIDE && (tag - 1) % PLACES <= INNER;
  }

  /** Whether a value goes on with it. */
  boolean isContinued(int tag) {
    int place = (tag - 1) % PLACES;
    return tag != OUTSIDE && (place == INNER || place == LAST);
  }

  /** The tags that can stand before a tag. */
  int[] allowedBefore(int tag) {
    return before[tag];
  }

  /** The tags of a text; of marks that share a token only the first counts. */
  int[] of(List<Token> tokens, List<Mark> marks) {
    int[] tags = new int[tokens.size()];
    for (Mark mark :
        marks.stream().sorted(Comparator.comparingInt(m -> m.span().start())).toList()) {
      int from = Tokens.first(tokens, mark.span().start());
      int to = from;
      while (to < tokens.size() && tokens.get(to).start() < mark.span().end()) {
        to++;
      }
      int field = fields.indexOf(mark.field());
      if (from == to || tags[from] != OUTSIDE || field < 0) {
        continue;
      }
      for (int i = from; i < to; i++) {
        tags[i] = tag(field, i == from ? i == to - 1 ? ONLY : FIRST : i == to - 1 ? LAST : INNER);
      }
    }
    return tags;
  }

  /** Where a run of tokens stands in the text. */
  static Span span(List<Token> tokens, int from, int to) {
    return new Span(tokens.get(from).start(), tokens.get(to - 1).end());
  }

  private int[] before(int tag) {
    List<Integer> allowed = new ArrayList<>();
    for (int other = 0; other < size(); other++) {
      boolean sameField = tag != OUTSIDE && other != OUTSIDE && field(tag) == field(other);
      if (isContinued(tag) ? isOpen(other) && sameField : !isOpen(other)) {
        allowed.add(other);
      }
    }
    return allowed.stream().mapToInt(i -> i).toArray();
  }
}
