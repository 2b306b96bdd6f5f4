package dev.tenlines.spring.console;

import dev.tenlines.TenlinesException;

/**
 * Where the console is found.
 *
 * @param path what all its addresses start with: empty, or {@code /tenlines}
 */
public record ConsoleSettings(String path) {

  public ConsoleSettings {
    if (!path.matches("(/[A-Za-z0-9._~-]+)*")) {
      throw new TenlinesException(
          "TL-519",
          "The console's path (" + path + ") is not usable.",
          "Maybe write /tenlines: it starts with a slash and ends without one.");
    }
  }
}
