package dev.tenlines.summarize;

import dev.tenlines.document.Span;
import dev.tenlines.salience.Outline;
import dev.tenlines.salience.Outline.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a document is read by a model, known before the first call: at once where it fits, else part
 * by part along its sections, and then what was said of the parts.
 *
 * @param parts the numbered sentences of each call over the source
 * @param shares how many words each of them may say
 * @param merged whether a last call makes one summary of what was said of the parts
 */
record Course(List<List<Span>> parts, List<Integer> shares, boolean merged) {
  /** So much of a text of this length is read: two thirds say little, and cost as much. */
  private static final double SHARE = 0.3;

  private static final int LEAST_READ = 1_500;

  /** A summary is chosen from more words than it has. */
  private static final int TIMES = 3;

  private static final int MOST_PARTS = 24;

  /** Parts say more than the summary has room for, so that there is something to leave out. */
  private static final int RICHER = 2;

  private static final int LEAST_SHARE = 30;
  private static final int CHARACTERS_PER_WORD = 9;

  Course {
    parts = List.copyOf(parts);
    shares = List.copyOf(shares);
  }

  /**
   * The way through a document.
   *
   * @param room how many characters of it fit into one call
   */
  static Course of(Original original, int room) {
    int all = original.ranked().stream().mapToInt(one -> original.words(one.sentence())).sum();
    int read = Math.max(Math.max(LEAST_READ, (int) (SHARE * all)), TIMES * original.budget());
    List<Span> telling = fitting(original, original.excerpt(read), (long) room * MOST_PARTS);
    List<List<Span>> parts = parts(original, telling, room);
    if (parts.size() == 1) {
      return new Course(parts, List.of(original.budget()), false);
    }
    List<Integer> rich = shares(original, parts, RICHER * original.budget());
    return characters(rich) <= room
        ? new Course(parts, rich, true)
        : new Course(parts, shares(original, parts, original.budget()), false);
  }

  /** How many characters what is said of the parts may have together. */
  int said() {
    return characters(shares);
  }

  private static int characters(List<Integer> shares) {
    return CHARACTERS_PER_WORD * shares.stream().mapToInt(Integer::intValue).sum();
  }

  /** How many calls it takes if none has to be repeated. */
  int calls() {
    return parts.size() + (merged ? 1 : 0);
  }

  /** As much as may be read at all, what says least left out. */
  private static List<Span> fitting(Original original, List<Span> telling, long most) {
    List<Span> best = new ArrayList<>(telling);
    best.sort((a, b) -> Double.compare(original.score(b), original.score(a)));
    Set<Span> kept = new HashSet<>();
    long used = 0;
    for (Span one : best) {
      used += line(original, one);
      if (used > most && !kept.isEmpty()) {
        break;
      }
      kept.add(one);
    }
    return telling.stream().filter(kept::contains).toList();
  }

  /** Full parts; a section begins a new one where the last is half full already. */
  private static List<List<Span>> parts(Original original, List<Span> telling, int room) {
    List<Integer> borders =
        Outline.of(original.document()).sections().stream()
            .map(Section::span)
            .map(Span::start)
            .toList();
    List<List<Span>> parts = new ArrayList<>();
    List<Span> part = new ArrayList<>();
    long used = 0;
    long left = telling.stream().mapToLong(one -> line(original, one)).sum();
    boolean all = left <= room;
    for (Span one : telling) {
      int line = line(original, one);
      Span last = part.isEmpty() ? null : part.getLast();
      boolean border =
          last != null && borders.stream().anyMatch(at -> last.start() < at && at <= one.start());
      if (last != null && !all && (used + line > room || border && used > room / 2)) {
        parts.add(List.copyOf(part));
        part.clear();
        used = 0;
      }
      part.add(one);
      used += line;
    }
    parts.add(List.copyOf(part));
    return parts;
  }

  private static int line(Original original, Span one) {
    return original.text(one).length() + 8; // its number and its end
  }

  private static List<Integer> shares(Original original, List<List<Span>> parts, int words) {
    List<Integer> sizes =
        parts.stream().map(part -> part.stream().mapToInt(original::words).sum()).toList();
    long all = sizes.stream().mapToLong(Integer::longValue).sum();
    return sizes.stream()
        .map(size -> Math.max(LEAST_SHARE, (int) ((long) words * size / Math.max(1, all))))
        .toList();
  }
}
