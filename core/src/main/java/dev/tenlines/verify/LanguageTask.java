package dev.tenlines.verify;

import dev.tenlines.Request;
import dev.tenlines.text.Sentences;
import dev.tenlines.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells requests that ask for a sum or for a look-up and for nothing else. Code does those exactly;
 * whoever writes about a sum, or mentions one among other things, asks for text.
 */
public final class LanguageTask {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /** So many words beside the question are an address and a thank-you, not a matter. */
  private static final int MOST_BESIDE = 8;

  private static final String NUMBER =
      "[€$£]?\\s?[0-9][0-9.,'’]*\\s?(?:%|€|\\$|£|percent|prozent|eur|euros?|dollars?|pounds?)?";
  private static final String OPERATOR =
      "(?:[*×x÷/+]|[-−](?=\\s)|plus|minus|times|divided by|multiplied by|mal|geteilt durch|fois|divisé par"
          + "|percent of|% of|% von|prozent von|% de)";
  private static final String EXPRESSION = NUMBER + "\\s*" + OPERATOR + "\\s*" + NUMBER;
  private static final String ASKS =
      "(?:what(?:'s|’s| is| are| would)|how much(?: is| are| would| do| does)?|calculate|compute|work out|add up|sum up|multiply|divide"
          + "|subtract|was (?:ist|ergibt|macht)|wie ?viel (?:ist|sind|ergibt|macht)|berechnen?|rechnen?|addieren?|combien (?:font|fait)"
          + "|calcule[rz]?)";
  private static final Pattern SUM =
      Pattern.compile(
          "^(?:[^?.!]{0,40}?\\b)?"
              + ASKS
              + "\\b[^?.!,0-9]{0,40}?"
              + EXPRESSION
              + "|^\\W*"
              + EXPRESSION
              + "(?:\\s*"
              + OPERATOR
              + "\\s*"
              + NUMBER
              + ")*\\s*(?:=|\\?|$)",
          FLAGS);
  private static final Pattern SUM_IN_WORDS =
      Pattern.compile(
          "^(?:[^?.!]{0,40}?\\b)?(?:add(?: up| together|(?=\\s*[€$£]?[0-9]))|sum up|(?:calculate|compute|work out|what(?:'s|’s| is)) the"
              + " (?:sum|total|product|average|mean|difference)(?: of| between)|(?:berechne|bilde)n? (?:sie )?die summe (?:von|aus))\\b"
              + "[^?!0-9]{0,30}?"
              + NUMBER
              + "[^?!]*?"
              + NUMBER,
          FLAGS);
  private static final Pattern SHARE =
      Pattern.compile(
          "^(?:[^?.!]{0,40}?\\b)?(?:how much (?:(?:is|are|would be) )?(?:the )?|what(?:'s|’s| is) (?:the )?|calculate (?:the )?|compute (?:the )?|was ist die |wie hoch ist die )"
              + "(?:vat|tax|sales tax|discount|interest|tip|mwst|mehrwertsteuer|tva)\\b[^?.!0-9]{0,20}?(?:on|of|for|at|auf|von|sur)\\s+[^?!]{0,15}?"
              + NUMBER,
          FLAGS);
  private static final Pattern CONVERSION =
      Pattern.compile(
          "^(?:[^?.!]{0,30}?\\b)?(?:convert\\s+"
              + NUMBER
              + "|how (?:much|many) (?:is|are)\\s+"
              + NUMBER
              + "\\s*\\p{L}*)\\s*\\p{L}*\\s+(?:in|to|into)\\s+\\p{L}+",
          FLAGS);
  private static final Pattern LOOK_UP =
      Pattern.compile(
          "^(?:[^?.!]{0,30}?\\b)?(?:what(?:'s|’s| is)|(?:tell|give|show|send) me|look up|check|was ist|wie (?:ist|lautet)|nennen sie mir|quel(?:le)? est)"
              + " (?:the |(?:my|our) (?:current |own )?(?:order|account|customer|parcel|loyalty|delivery|gift card|invoice|bonus)?(?:'s|’s|s’)? ?|mein[e]? |der |die |le |la |mon )"
              + "(?:current |aktuelle |latest )?(?<what>status|balance|number|points|tracking number|tracking code|order number|customer number|invoice number|credit|bestellstatus"
              + "|kontostand|kundennummer|bestellnummer|sendungsnummer|rechnungsnummer|statut|solde|numéro)\\b"
              + "(?: (?:of|for|on|von|für|de|du|meiner|mon|ma)(?: (?:my|our|the|this|meine[rs]?|der|die))?[^?.!]{0,40})?\\s*(?:[?.!]|$)",
          FLAGS);

  private LanguageTask() {}

  /** What does it instead, in words, or null when text is asked for. */
  public static @Nullable String insteadOf(Request request) {
    List<String> sentences = Sentences.of(request.input());
    int words = Words.of(request.input()).all().size();
    for (String sentence : sentences) {
      int beside = words - Words.of(sentence).all().size();
      if (beside > MOST_BESIDE) {
        continue;
      }
      String text = sentence.strip();
      if (SUM.matcher(text).find()
          || SUM_IN_WORDS.matcher(text).find()
          || SHARE.matcher(text).find()
          || CONVERSION.matcher(text).find()) {
        return "asks for a sum: compute it in code and pass it in fields";
      }
      Matcher asked = LOOK_UP.matcher(text);
      if (asked.find() && !isKnown(request, asked.group("what"))) {
        return "asks for a look-up: look the "
            + asked.group("what").toLowerCase(Locale.ROOT)
            + " up in code and pass it in fields";
      }
    }
    return null;
  }

  /** A field with one of the words in its name has it. */
  private static boolean isKnown(Request request, String what) {
    List<String> asked = Words.of(what).all().stream().map(Words.Word::stem).toList();
    return request.fields().keySet().stream()
        .map(name -> Words.of(name.replaceAll("([a-z])([A-Z])", "$1 $2").replace('_', ' ')))
        .flatMap(name -> name.all().stream())
        .anyMatch(word -> asked.contains(word.stem()));
  }
}
