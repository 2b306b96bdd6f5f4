package dev.tenlines;

import java.util.Locale;

/**
 * What was said before a question, as the application sends it along; nothing else is remembered.
 */
public record Turn(Role role, String text) {

  /** Who said it. */
  public enum Role {
    USER,
    ASSISTANT;

    /** As files and interfaces have it: {@code user}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
