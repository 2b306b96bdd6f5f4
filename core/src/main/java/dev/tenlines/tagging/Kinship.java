package dev.tenlines.tagging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How tokens relate to fields, whichever they are: a token may be what the field's name asks for,
 * and the context may ask for the field. What is learned of one field so holds for all of them.
 */
final class Kinship {
  /** How many relations there are. */
  static final int SIZE = 20;

  private static final int SHORT = 5;
  private static final int ASKED_AND_FITS = 7;
  private static final double PRESUMED = 3;

  private final List<Set<Meaning>> meanings = new ArrayList<>();
  private final boolean[] asked;
  private final boolean any;

  /** A number is asked for, so that one is no time. */
  private final boolean number;

  private final Clues clues;

  Kinship(List<String> fields, Map<String, Object> context, Clues clues) {
    this.clues = clues;
    asked = new boolean[fields.size()];
    boolean some = false;
    for (int f = 0; f < fields.size(); f++) {
      meanings.add(Meaning.of(fields.get(f)));
      asked[f] = isAsked(fields.get(f), context);
      some |= asked[f];
    }
    any = some;
    boolean counted = false;
    for (int f = 0; f < asked.length; f++) {
      counted |= asked[f] && meanings.get(f).contains(Meaning.NUMBER);
    }
    number = counted;
  }

  /** The weights before anything is learned: what a field's name asks for is likely its value. */
  static double[] presumed() {
    double[] weights = new double[SIZE * Tags.PLACES];
    int[] places = {Tags.ONLY, Tags.LAST, Tags.FIRST, Tags.INNER};
    for (int fit = 0; fit < places.length; fit++) {
      weights[fit * Tags.PLACES + places[fit]] = PRESUMED;
    }
    for (int place = 0; place < Tags.PLACES; place++) {
      weights[ASKED_AND_FITS * Tags.PLACES + place] = PRESUMED / 2;
    }
    return weights;
  }

  private static boolean isAsked(String field, Map<String, Object> context) {
    return context.values().stream()
        .anyMatch(v -> v instanceof Collection<?> all ? all.contains(field) : v.equals(field));
  }

  /** The relations of a token to each field, as bits. */
  int[] of(int token) {
    int[] bits = new int[asked.length];
    int n = clues.tokens().size();
    for (int f = 0; f < bits.length; f++) {
      boolean fits = fits(token, f);
      boolean before = token > 0 && fits(token - 1, f);
      boolean after = token + 1 < n && fits(token + 1, f);
      int bit = 0;
      bits[f] |= bit(bit++, fits && !before && !after);
      bits[f] |= bit(bit++, fits && before && !after);
      bits[f] |= bit(bit++, fits && !before && after);
      bits[f] |= bit(bit++, fits && before && after);
      bits[f] |= bit(bit++, !fits && before);
      bits[f] |= bit(bit++, !fits && after);
      bits[f] |= bit(bit++, !fits);
      bits[f] |= bit(bit++, asked[f] && fits);
      bits[f] |= bit(bit++, asked[f] && !fits);
      bits[f] |= bit(bit++, any && !asked[f] && fits);
      bits[f] |= bit(bit++, any && !asked[f] && !fits);
      bits[f] |= bit(bit++, !any && fits);
      bits[f] |= bit(bit++, !any && !fits);
      bits[f] |= bit(bit++, asked[f] && n <= SHORT);
      bits[f] |= bit(bit++, asked[f] && n <= SHORT && fits);
      bits[f] |= bit(bit++, asked[f] && n == 1);
    }
    return bits;
  }

  private static int bit(int bit, boolean set) {
    return set ? 1 << bit : 0;
  }

  private boolean fits(int token, int field) {
    for (Meaning meaning : meanings.get(field)) {
      if (clues.means(token, meaning)) {
        return true;
      }
    }
    boolean temporal = meanings.get(field).contains(Meaning.TIME);
    return temporal && asked[field] && !number && clues.means(token, Meaning.NUMBER);
  }
}
