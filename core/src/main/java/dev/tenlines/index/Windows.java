package dev.tenlines.index;

import dev.tenlines.learn.Embedder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The meaning of a passage, in as many vectors as it has windows: a small model reads only so many
 * words at once, and would not see the end of a long passage.
 */
final class Windows implements Fields.Vectors {
  /** About 200 words. */
  private static final int LENGTH = 1000;

  /** How far the last word's border may lie before the end. */
  private static final int SLACK = 100;

  private static final int MOST = 8;

  private final @Nullable Embedder embedder;

  Windows(@Nullable Embedder embedder) {
    this.embedder = embedder;
  }

  @Override
  public List<float[]> of(Passage passage) {
    if (embedder == null) {
      return List.of();
    }
    String above = String.join(" > ", passage.path());
    List<float[]> vectors = new ArrayList<>();
    for (String window : cut(passage.text())) {
      vectors.add(embedder.embed(above.isEmpty() ? window : above + "\n" + window));
    }
    return vectors;
  }

  /** Windows of like length that do not cut words. */
  static List<String> cut(String text) {
    int count = Math.min(MOST, Math.max(1, (text.length() + LENGTH - 1) / LENGTH));
    int length = (text.length() + count - 1) / count;
    List<String> windows = new ArrayList<>();
    int start = 0;
    while (start < text.length() && windows.size() < MOST || windows.isEmpty()) {
      int end = Math.min(text.length(), start + length);
      int space = end < text.length() ? text.lastIndexOf(' ', end) : -1;
      if (space > Math.max(start, end - SLACK)) {
        end = space;
      }
      windows.add(text.substring(start, end));
      start = end;
    }
    return windows;
  }
}
