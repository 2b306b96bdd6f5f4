package dev.tenlines.text;

import dev.tenlines.text.Fact.Figure;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Numbers that are written out, in English, German and French. */
final class NumberWords {
  private static final Map<String, Integer> CARDINALS = new HashMap<>();
  private static final Map<String, Integer> ORDINALS = new HashMap<>();
  private static final Map<String, Long> SCALES =
      Map.ofEntries(
          Map.entry("dozen", 12L),
          Map.entry("dozens", 12L),
          Map.entry("dutzend", 12L),
          Map.entry("hundred", 100L),
          Map.entry("hundreds", 100L),
          Map.entry("hundert", 100L),
          Map.entry("cent", 100L),
          Map.entry("thousand", 1_000L),
          Map.entry("thousands", 1_000L),
          Map.entry("tausend", 1_000L),
          Map.entry("mille", 1_000L),
          Map.entry("million", 1_000_000L),
          Map.entry("millions", 1_000_000L),
          Map.entry("millionen", 1_000_000L),
          Map.entry("billion", 1_000_000_000L),
          Map.entry("billions", 1_000_000_000L),
          Map.entry("trillion", 1_000_000_000_000L));

  /** "One" is a number before what can be counted, and a pronoun beside these. */
  private static final Set<String> PRONOUN_AFTER =
      Set.of(
          "no", "any", "every", "each", "some", "the", "this", "that", "which", "another", "new",
          "right", "wrong", "first", "other", "only", "own", "same");

  private static final Set<String> PRONOUN_BEFORE =
      Set.of(
          "of", "another", "who", "that", "which", "or", "to", "is", "was", "by", "you", "we", "i",
          "from", "for", "in", "with", "and", "as", "at");

  static {
    count(
        CARDINALS,
        0,
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
            + " fifteen sixteen seventeen eighteen nineteen twenty");
    count(
        CARDINALS,
        0,
        "null - zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn"
            + " fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig");
    count(
        CARDINALS,
        0,
        "zéro - deux trois quatre cinq - sept huit - dix onze douze treize quatorze quinze seize");
    tens(10, "- twenty thirty forty fifty sixty seventy eighty ninety");
    tens(10, "- zwanzig dreissig vierzig fünfzig sechzig siebzig achtzig neunzig");
    tens(10, "- vingt trente quarante cinquante soixante");
    count(
        ORDINALS,
        2,
        "- third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
            + " fourteenth fifteenth");
    String[] ones = "ein zwei drei vier fünf sechs sieben acht neun".split(" ");
    String[] tens = "zwanzig dreissig vierzig fünfzig sechzig siebzig achtzig neunzig".split(" ");
    for (int ten = 0; ten < tens.length; ten++) {
      for (int one = 0; one < ones.length; one++) {
        put(CARDINALS, ones[one] + "und" + tens[ten], 20 + 10 * ten + one + 1);
      }
    }
  }

  private NumberWords() {}

  static void find(Facts facts) {
    List<Words.Word> words = facts.words();
    int at = 0;
    while (at < words.size()) {
      int end = at;
      while (end < words.size()
          && (end == at || joined(facts.text(), words, end))
          && isPart(words, at, end)) {
        end++;
      }
      if (end > at) {
        add(facts, words, at, trimmed(words, at, end));
      }
      at = Math.max(end, at + 1);
    }
  }

  private static boolean isPart(List<Words.Word> words, int from, int at) {
    String word = words.get(at).folded();
    if (word.equals("one")) {
      return at > from || isCounted(words, at);
    }
    return CARDINALS.containsKey(word)
        || ORDINALS.containsKey(word)
        || SCALES.containsKey(word) && (at > from || !word.equals("cent") && !word.equals("mille"))
        || word.equals("and") && at > from && SCALES.containsKey(words.get(at - 1).folded());
  }

  private static boolean isCounted(List<Words.Word> words, int at) {
    boolean pronoun =
        at > 0 && PRONOUN_AFTER.contains(words.get(at - 1).folded())
            || at + 1 == words.size()
            || PRONOUN_BEFORE.contains(words.get(at + 1).folded());
    return !pronoun;
  }

  /** Between the words of one number there is a blank or a hyphen. */
  private static boolean joined(String text, List<Words.Word> words, int at) {
    String between = text.substring(words.get(at - 1).end(), words.get(at).start());
    if (!between.isBlank() && !between.equals("-")) {
      return false;
    }
    // "Two five" are two numbers, "twenty five" and "two hundred" are one.
    String before = words.get(at - 1).folded();
    String word = words.get(at).folded();
    int small = CARDINALS.getOrDefault(before, 0);
    return SCALES.containsKey(word)
        || SCALES.containsKey(before)
        || before.equals("and")
        || small >= 20
            && small % 10 == 0
            && Math.max(CARDINALS.getOrDefault(word, 0), ORDINALS.getOrDefault(word, 0)) % 100 < 10;
  }

  /** An "and" at the end belongs to the sentence. */
  private static int trimmed(List<Words.Word> words, int at, int end) {
    return end > at + 1 && words.get(end - 1).folded().equals("and") ? end - 1 : end;
  }

  private static void add(Facts facts, List<Words.Word> words, int from, int to) {
    int start = words.get(from).start();
    int end = words.get(to - 1).end();
    if (!facts.isFree(start, end)) {
      return;
    }
    long whole = 0;
    long part = 0;
    boolean ordinal = false;
    for (Words.Word word : words.subList(from, to)) {
      String folded = word.folded();
      if (SCALES.containsKey(folded)) {
        long scale = SCALES.get(folded);
        long scaled = Math.max(1, part) * scale;
        whole += scale == 100 ? 0 : scaled;
        part = scale == 100 ? scaled : 0;
      } else {
        ordinal |= ORDINALS.containsKey(folded);
        part += CARDINALS.getOrDefault(folded, ORDINALS.getOrDefault(folded, 0));
      }
    }
    facts.add(
        new Figure(
            start,
            end,
            facts.text().substring(start, end),
            List.of(BigDecimal.valueOf(whole + part)),
            "",
            ordinal));
  }

  private static void count(Map<String, Integer> numbers, int from, String words) {
    int value = from;
    for (String word : words.split(" ")) {
      put(numbers, word, value++);
    }
  }

  private static void tens(int from, String words) {
    int value = from;
    for (String word : words.split(" ")) {
      put(CARDINALS, word, value);
      value += 10;
    }
  }

  /** As {@link Words} folds it; a dash stands for a word that mostly means something else. */
  private static void put(Map<String, Integer> numbers, String word, int value) {
    if (!word.equals("-")) {
      numbers.put(Words.of(word).all().getFirst().folded(), value);
    }
  }
}
