package dev.tenlines.text;

import dev.tenlines.TenlinesException;
import dev.tenlines.text.Fact.Name;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of a text: addresses of mail and web, numbers of orders, and words in capitals that are
 * no ordinary words.
 */
final class Names {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:https?://|www\\.)[^\\s<>\"']*[\\p{L}\\p{N}/]"
              + "|[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*[\\p{L}\\p{N}]"
              + "|(?<![\\p{L}\\p{N}])(?:[\\p{L}\\p{N}-]+\\.)+(?:com|org|net|de|fr|eu|io|dev|shop|example|uk|ch|at|info|app)"
              + "(?:/[^\\s<>\"']*[\\p{L}\\p{N}/])?(?![\\p{L}\\p{N}])");

  /** What every address has: looking for it takes no time. */
  private static final Pattern MAYBE_ADDRESS =
      Pattern.compile("@|://|\\.[\\p{L}\\p{N}-]", Pattern.CASE_INSENSITIVE);

  private static final Pattern TOKEN =
      Pattern.compile("[\\p{L}\\p{N}]+(?:[-_/:.][\\p{L}\\p{N}]+)*");

  /** A number with its unit or ending, and numbers with a word behind: {@code 14-day}. */
  private static final Pattern COUNT =
      Pattern.compile(
          "(?:eur|usd|gbp|chf|jpy)?[0-9]+(?:\\.[0-9]+)?(?:st|nd|rd|th|ème|er|re|e|x|kg|g|cm|mm|m|k|b|bn|mn|tn|mio|mrd|km|ml|l"
              + "|h|am|pm|min|s|gb|mb|tb|w|v|eur|euro|usd|gbp|chf|uhr)?|[0-9]+(?:-[0-9]+)?-\\p{L}+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern DIGIT_GROUPS = Pattern.compile("[0-9]+(?:[-/:.][0-9]+)+");
  private static final int LONG_NUMBER = 7;
  private static final Pattern WORD =
      Pattern.compile("\\p{Ll}*[\\p{Lu}\\p{Lt}][\\p{L}\\p{M}\\p{N}]*(?:['’][\\p{L}]+)*");
  private static final Set<String> ORDINARY = read("ordinary.txt");

  private Names() {}

  static void addresses(Facts facts) {
    if (!MAYBE_ADDRESS.matcher(facts.text()).find()) {
      return;
    }
    facts.free(ADDRESS).forEach(m -> add(facts, m, m.group().toLowerCase(Locale.ROOT)));
  }

  /** Tokens of letters and figures, times, and long numbers in groups: all are quoted whole. */
  static void codes(Facts facts) {
    if (!facts.hasDigits()) {
      return;
    }
    for (Matcher m : facts.free(TOKEN)) {
      String token = m.group();
      boolean digits = token.chars().anyMatch(c -> c >= '0' && c <= '9');
      boolean letters = token.codePoints().anyMatch(Character::isLetter);
      boolean mixed = digits && letters && !COUNT.matcher(token).matches();
      if (mixed || digits && !letters && isGrouped(token)) {
        add(facts, m, token.toLowerCase(Locale.ROOT));
      }
    }
  }

  /** Not the thousands of a number, and not a range of two numbers. */
  private static boolean isGrouped(String token) {
    if (!DIGIT_GROUPS.matcher(token).matches()) {
      return token.length() >= LONG_NUMBER && token.charAt(0) == '0';
    }
    long digits = token.chars().filter(c -> c >= '0' && c <= '9').count();
    boolean amount = token.matches("[0-9]{1,3}(?:\\.[0-9]{3})+|[0-9]+\\.[0-9]+");
    return token.indexOf(':') > 0
        || digits >= LONG_NUMBER && !amount
        || token.matches("[0-9]+(?:\\.[0-9]+){2,}") && !amount;
  }

  /** Words in capitals that are not in the list of ordinary words. */
  static void words(Facts facts) {
    for (Matcher m : facts.free(WORD)) {
      String folded = Words.of(m.group()).all().getFirst().folded();
      if (folded.length() > 1 && !ORDINARY.contains(folded)) {
        add(facts, m, folded);
      }
    }
  }

  private static void add(Facts facts, Matcher m, String normal) {
    facts.add(new Name(m.start(), m.end(), m.group(), normal));
  }

  private static Set<String> read(String name) {
    try (InputStream in = Names.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new TenlinesException("TL-999", "The word list (" + name + ") is missing.", "");
      }
      Set<String> words = new HashSet<>();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Words.of(text).all().forEach(word -> words.add(word.folded()));
      return Set.copyOf(words);
    } catch (IOException e) {
      throw new TenlinesException("TL-999", "The word list (" + name + ") cannot be read.", "");
    }
  }
}
