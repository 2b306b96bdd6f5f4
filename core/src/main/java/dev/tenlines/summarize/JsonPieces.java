package dev.tenlines.summarize;

import java.util.function.Consumer;

/**
 * Reads JSON while it is being written: hands over each innermost object as soon as it is closed,
 * whatever stands around it. What is never closed is never handed over.
 */
final class JsonPieces {
  /** No sentence is so long: what never ends is not kept. */
  private static final int LONGEST = 20_000;

  private final Consumer<String> taker;
  private final StringBuilder open = new StringBuilder();
  private boolean inside;
  private boolean quoted;
  private boolean escaped;
  private boolean begun;

  JsonPieces(Consumer<String> taker) {
    this.taker = taker;
  }

  /** Whether anything was read. */
  boolean begun() {
    return begun;
  }

  /** Reads what comes next. */
  void add(String text) {
    begun |= !text.isEmpty();
    for (int i = 0; i < text.length(); i++) {
      add(text.charAt(i));
    }
  }

  private void add(char c) {
    if (!quoted && c == '{') {
      open.setLength(0); // an object that holds another is not the innermost
      inside = true;
    }
    if (!inside) {
      return;
    }
    open.append(c);
    if (quoted) {
      quoted = escaped || c != '"';
      escaped = !escaped && c == '\\';
    } else if (c == '"') {
      quoted = true;
    } else if (c == '}') {
      inside = false;
      taker.accept(open.toString());
    }
    if (open.length() > LONGEST) {
      inside = false;
      quoted = false;
      escaped = false;
    }
  }
}
