package dev.tenlines.linking;

import dev.tenlines.linking.Understood.Reason;
import dev.tenlines.linking.Understood.Refused;
import dev.tenlines.text.Words;
import dev.tenlines.text.Words.Word;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says why a question is not answered. */
final class Refusals {
  /** Words of figures and calculation only. */
  private static final Pattern ARITHMETIC =
      Pattern.compile(
          "(?:what\\s+is|what's|how much"
              + " is|calculate|compute)?\\s*[\\d.,]+\\s*(?:%|percent|plus|minus|times|divided"
              + " by|[-+*/x^])"
              + "(?:\\s*(?:of|by)?\\s*[\\d.,]+\\s*(?:[-+*/x^]|plus|minus|times)?)+\\s*[?.=]*",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> TALK =
      Set.of(
          "hello", "hi", "hey", "thanks", "thank", "bye", "goodbye", "ok", "okay", "yes", "lol",
          "haha", "wow");

  /** How questions begin that no rows answer. */
  private static final List<String> ADVICE =
      List.of(
          "why ",
          "should ",
          "how do i ",
          "how do you ",
          "how to ",
          "how can i ",
          "can you explain",
          "explain ",
          "do you think",
          "what do you think",
          "how should ",
          "would you ",
          "could you help",
          "help me ",
          "tell me a joke",
          "write ",
          "translate ",
          "define ",
          "what does ",
          "do you ",
          "are you ",
          "who are you",
          "how are you",
          "i think",
          "i agree",
          "what should ",
          "is it true",
          "please explain",
          "recommend ",
          "suggest ");

  private static final Pattern REPORT =
      Pattern.compile(
          "\\b(?:trends?|growth|grew|correlat\\w+|forecasts?|predict\\w*|compare[ds]?|comparison|percentage"
              + " of|percent of|what percent\\w*|proportion|ratio|median|moving average|running"
              + " total|cumulative|year over year|month over month|yoy|mom|standard"
              + " deviation|variance|percentile|quartile|rank each|difference between|change"
              + " in|increase in|decrease in|fraction of|share of)\\b",
          Pattern.CASE_INSENSITIVE);

  private Refusals() {}

  static @Nullable Refused before(Words words) {
    String text = words.text().strip();
    List<Word> all = words.all();
    if (all.isEmpty() || all.stream().allMatch(w -> TALK.contains(w.folded()))) {
      return new Refused(Reason.NOT_A_QUERY, text, "This asks for nothing that is stored here.");
    }
    if (ARITHMETIC.matcher(text).matches()) {
      return new Refused(
          Reason.ARITHMETIC, text, "This is a calculation, and no question to the data.");
    }
    String normal = Words.normal(text);
    if (ADVICE.stream().anyMatch(normal::startsWith)) {
      return new Refused(
          Reason.NOT_A_QUERY,
          text,
          "This asks for advice or an opinion; only stored rows can be shown.");
    }
    return null;
  }

  static Refused after(List<Spot> spots, List<Reading> readings) {
    String question = spots.stream().map(Spot::toString).collect(Collectors.joining(" "));
    List<String> unknown =
        spots.stream().filter(s -> s.isUnknown() && !s.used).map(Spot::toString).toList();
    boolean known = spots.stream().anyMatch(s -> s.isField() || s.isThing() || s.isValue());
    if (REPORT.matcher(question).find() && known) {
      return new Refused(
          Reason.NEEDS_REPORT, question, "This needs a report rather than a search.");
    }
    if (!known) {
      return new Refused(Reason.NO_SUCH_DATA, question, "Nothing in this question is known here.");
    }
    if (!unknown.isEmpty()) {
      String words = String.join(", ", unknown);
      return new Refused(Reason.UNKNOWN_WORD, words, "Nothing explains (" + words + ").");
    }
    String left =
        readings.isEmpty()
            ? question
            : readings.getFirst().unused().stream()
                .map(s -> s.words())
                .collect(Collectors.joining(", "));
    return new Refused(
        Reason.NEEDS_REPORT, left, "It is not clear how (" + left + ") is meant here.");
  }
}
