package dev.tenlines.spring.console.view;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What changed between two texts, word by word. */
public record WordDiff(List<Part> parts) {
  private static final Pattern WORDS =
      Pattern.compile("\\s+|[\\p{L}\\p{M}\\p{N}_]+|.", Pattern.DOTALL);

  /** Beyond this the comparison would cost more than it shows. */
  private static final long MOST_CELLS = 4_000_000;

  public WordDiff {
    parts = List.copyOf(parts);
  }

  /** Whether words stayed, went or came. */
  public enum Change {
    SAME,
    REMOVED,
    ADDED
  }

  /** Neighbouring words with the same fate. */
  public record Part(Change change, Shown text) {}

  public static WordDiff of(String before, String after) {
    List<String> old = words(before);
    List<String> now = words(after);
    Parts parts = new Parts();
    if ((long) old.size() * now.size() > MOST_CELLS) {
      parts.add(Change.REMOVED, before);
      parts.add(Change.ADDED, after);
      return parts.diff();
    }
    int[][] common = common(old, now);
    int i = 0;
    int j = 0;
    while (i < old.size() || j < now.size()) {
      if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
        parts.add(Change.SAME, old.get(i++));
        j++;
      } else if (j == now.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
        parts.add(Change.REMOVED, old.get(i++));
      } else {
        parts.add(Change.ADDED, now.get(j++));
      }
    }
    return parts.diff();
  }

  private static List<String> words(String text) {
    return WORDS.matcher(text).results().map(MatchResult::group).toList();
  }

  /** Lengths of the longest common parts from each pair of places to the ends. */
  private static int[][] common(List<String> old, List<String> now) {
    int[][] common = new int[old.size() + 1][now.size() + 1];
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        common[i][j] =
            old.get(i).equals(now.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static final class Parts {
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Change change = Change.SAME;

    private void add(Change next, String words) {
      if (next != change) {
        end();
        change = next;
      }
      text.append(words);
    }

    private void end() {
      if (!text.isEmpty()) {
        parts.add(new Part(change, Shown.of(text.toString())));
        text.setLength(0);
      }
    }

    private WordDiff diff() {
      end();
      return new WordDiff(parts);
    }
  }
}
