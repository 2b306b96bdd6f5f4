package dev.tenlines.ranking;

import dev.tenlines.fields.FieldType;
import dev.tenlines.fields.Reviewed.Right;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of the values found in a document a person meant. */
final class Alignment {
  /** A reader of pictures takes one letter in so many for another. */
  private static final int LETTERS_A_SLIP = 7;

  private final List<Group> groups;
  private final boolean[] right;
  private final boolean[][] mentions;
  private final boolean[] asWritten;
  private boolean found;

  private Alignment(List<Group> groups) {
    this.groups = groups;
    right = new boolean[groups.size()];
    mentions = new boolean[groups.size()][];
    asWritten = new boolean[groups.size()];
  }

  static Alignment of(List<Group> groups, List<Right> values, FieldType type) {
    Alignment alignment = new Alignment(groups);
    for (Right value : values) {
      alignment.align(value, type);
    }
    return alignment;
  }

  /** Whether any value was found. */
  boolean found() {
    return found;
  }

  boolean isRight(int group) {
    return right[group];
  }

  /** Whether a right value is spelled as the document has it. */
  boolean isAsWritten(int group) {
    return asWritten[group];
  }

  /** Which of a right value's mentions are; null where it is not right. */
  boolean @Nullable [] mentions(int group) {
    return mentions[group];
  }

  private void align(Right value, FieldType type) {
    boolean any = false;
    for (int i = 0; i < groups.size(); i++) {
      if (matches(groups.get(i), value, type)) {
        mark(i, value);
        any = true;
      }
    }
    int likest =
        any || !Mentions.isText(type) ? -1 : likest(Spelling.key(value.value().toString()));
    if (likest >= 0) {
      mark(likest, value);
    }
  }

  private static boolean matches(Group group, Right value, FieldType type) {
    String said = value.value().toString();
    if (Mentions.isText(type)) {
      return group.key().equals(Spelling.key(said));
    }
    for (Mention mention : group.mentions()) {
      boolean same =
          mention.text().equals(said)
              || mention.value().toString().equals(said)
              || mention.value() instanceof BigDecimal number && equal(number, value.value());
      if (same) {
        return true;
      }
    }
    return false;
  }

  private static boolean equal(BigDecimal number, Object value) {
    try {
      return value instanceof Number && number.compareTo(new BigDecimal(value.toString())) == 0;
    } catch (NumberFormatException e) {
      return false; // Not a finite number.
    }
  }

  private void mark(int group, Right value) {
    List<Mention> all = groups.get(group).mentions();
    boolean[] own = new boolean[all.size()];
    boolean any = false;
    for (int i = 0; i < own.length; i++) {
      own[i] =
          value.span() != null
              ? all.get(i).span().equals(value.span())
              : Spelling.line(all.get(i).text()).equals(value.value().toString());
      any |= own[i];
    }
    asWritten[group] = any;
    if (!any) {
      java.util.Arrays.fill(own, true);
    }
    found = true;
    right[group] = true;
    mentions[group] = own;
  }

  /** The value that has most letters in common with a text, if nearly all are; else -1. */
  private int likest(String key) {
    int best = -1;
    int least = key.length() / LETTERS_A_SLIP + 1;
    for (int i = 0; i < groups.size(); i++) {
      String other = groups.get(i).key();
      if (Math.abs(other.length() - key.length()) < least && key.length() >= LETTERS_A_SLIP) {
        int slips = slips(key, other, least);
        if (slips < least) {
          least = slips;
          best = i;
        }
      }
    }
    return best;
  }

  /** How many letters have to change, as far as fewer than a limit do. */
  static int slips(String a, String b, int limit) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
        least = Math.min(least, row[j]);
      }
      if (least >= limit) {
        return limit;
      }
    }
    return row[b.length()];
  }
}
