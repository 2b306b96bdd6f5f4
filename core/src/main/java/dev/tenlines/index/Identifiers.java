package dev.tenlines.index;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that machines gave: {@code TL-160}, {@code snake_case}, {@code camelCase}, {@code
 * dotted.names}. People ask for them letter for letter, or for their parts.
 */
final class Identifiers {
  /** Letters and digits that marks hold together. */
  private static final Pattern RUN =
      Pattern.compile("[\\p{L}\\p{N}_]++(?:(?:[.:/#@-]{1,2}|->)[\\p{L}\\p{N}_]++)*+");

  /** Where a run falls into parts. */
  private static final Pattern BORDER =
      Pattern.compile(
          "[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})"
              + "|(?<=\\p{L})(?=\\p{N})|(?<=\\p{N})(?=\\p{L})");

  /** Inside a run, what no plain word has. */
  private static final Pattern MARKED =
      Pattern.compile(
          "[\\p{L}\\p{N}]_+[\\p{L}\\p{N}]|\\p{Ll}\\p{Lu}|\\p{L}\\p{N}|\\p{L}[-_]\\p{N}|\\p{N}[-_.:]\\p{N}"
              + "|[\\p{L}\\p{N}](?:[.#@]|::|->)[\\p{L}\\p{N}]|^__");

  private static final int LONGEST = 100;

  private Identifiers() {}

  /** The identifiers of a text, in lower case. */
  static Set<String> of(String text) {
    Set<String> found = new LinkedHashSet<>();
    Matcher runs = RUN.matcher(text);
    while (runs.find()) {
      String run = runs.group();
      if (run.length() <= LONGEST && MARKED.matcher(run).find()) {
        found.add(run.toLowerCase(Locale.ROOT));
        last(run, found);
      }
    }
    return found;
  }

  /** {@code fetch_all} is meant by {@code db.fetch_all}, too. */
  private static void last(String run, Set<String> found) {
    int dot = Math.max(run.lastIndexOf('.'), run.lastIndexOf(':'));
    String tail = run.substring(dot + 1);
    if (dot > 0 && MARKED.matcher(tail).find()) {
      found.add(tail.toLowerCase(Locale.ROOT));
    }
  }

  /** The text with the parts of its identifiers behind them, and the whole where it was cut. */
  static String spelledOut(String text) {
    StringBuilder out = new StringBuilder(text.length() + text.length() / 4);
    Matcher runs = RUN.matcher(text);
    int done = 0;
    while (runs.find()) {
      String run = runs.group();
      if (run.length() > LONGEST || !MARKED.matcher(run).find()) {
        continue;
      }
      out.append(text, done, runs.end());
      done = runs.end();
      String parts = BORDER.matcher(run).replaceAll(" ");
      if (!parts.equals(run)) {
        out.append(' ').append(parts);
      }
      if (run.indexOf('-') > 0) {
        out.append(' ').append(run.replace("-", ""));
      }
    }
    return out.append(text, done, text.length()).toString();
  }
}
