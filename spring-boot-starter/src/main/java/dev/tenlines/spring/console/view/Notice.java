package dev.tenlines.spring.console.view;

import org.jspecify.annotations.Nullable;

/**
 * Something that has to be said at the top of a page.
 *
 * @param tone {@code good}, {@code wait} or {@code bad}
 * @param id a stable error id, or null
 * @param hint what may help, or empty
 */
public record Notice(String tone, @Nullable String id, Shown text, String hint) {

  public static Notice good(String text) {
    return new Notice("good", null, Shown.of(text), "");
  }

  public static Notice wait(String text) {
    return new Notice("wait", null, Shown.of(text), "");
  }

  public static Notice error(String id, String what, String hint) {
    return new Notice("bad", id, Shown.of(what), hint);
  }
}
