package dev.tenlines.templates;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a template finds one field.
 *
 * @param anchors places that all have to agree
 * @param constant what every document of the sender says, or null
 */
public record Learned(List<Anchor> anchors, @Nullable Constant constant) {
  public Learned {
    anchors = List.copyOf(anchors);
  }

  /**
   * A value that does not change.
   *
   * @param text how it is written
   * @param sure whether several documents say it
   */
  record Constant(String text, String value, boolean sure) {}
}
