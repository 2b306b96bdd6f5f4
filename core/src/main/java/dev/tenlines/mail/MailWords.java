package dev.tenlines.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What mail programs write around a reply, in the languages people use. */
final class MailWords {
  private static final Map<String, List<String>> LISTS = read();

  private MailWords() {}

  /** The words and phrases of one list, lower case. */
  static Set<String> set(String list) {
    return new HashSet<>(list(list));
  }

  /** Any phrase of the lists, the longest first; white space between its words does not matter. */
  static String any(String... lists) {
    return Arrays.stream(lists)
        .flatMap(name -> list(name).stream())
        .sorted(Comparator.comparingInt(String::length).reversed())
        .map(MailWords::loose)
        .collect(Collectors.joining("|", "(?:", ")"));
  }

  /** The first words of the phrases: a line that begins otherwise begins with none of them. */
  static Set<String> first(String... lists) {
    return ends(0, lists);
  }

  /** The last words of the phrases. */
  static Set<String> last(String... lists) {
    return ends(-1, lists);
  }

  private static Set<String> ends(int which, String... lists) {
    return Arrays.stream(lists)
        .flatMap(name -> list(name).stream())
        .map(phrase -> which < 0 ? lastWord(phrase) : firstWord(phrase))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }

  /** The first word of a line, lower case, without what stands around it. */
  static String firstWord(String line) {
    int start = 0;
    while (start < line.length() && !Character.isLetterOrDigit(line.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < line.length() && Character.isLetterOrDigit(line.charAt(end))) {
      end++;
    }
    return line.substring(start, end).toLowerCase(Locale.ROOT);
  }

  /** The last word of a line, lower case, without what stands around it. */
  static String lastWord(String line) {
    int end = line.length();
    while (end > 0 && !Character.isLetterOrDigit(line.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && Character.isLetterOrDigit(line.charAt(start - 1))) {
      start--;
    }
    return line.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private static String loose(String phrase) {
    return Arrays.stream(phrase.split(" "))
        .map(MailWords::loosely)
        .collect(Collectors.joining("\\s+"));
  }

  /** Typographic apostrophes are the same as plain ones. */
  private static String loosely(String word) {
    return Arrays.stream(word.split("'", -1))
        .map(Pattern::quote)
        .collect(Collectors.joining("['\u2019]"));
  }

  private static List<String> list(String name) {
    return Objects.requireNonNull(LISTS.get(name), name);
  }

  private static Map<String, List<String>> read() {
    try (InputStream in = MailWords.class.getResourceAsStream("words.txt")) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      Map<String, List<String>> lists = new HashMap<>();
      for (String line : all.split("\n")) {
        int colon = line.indexOf(": ");
        if (colon > 0 && !line.startsWith("#")) {
          lists.put(line.substring(0, colon), words(line.substring(colon + 2)));
        }
      }
      return lists;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> words(String line) {
    return Arrays.stream(line.toLowerCase(Locale.ROOT).trim().split(" +"))
        .map(word -> word.replace('_', ' ').strip())
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }
}
