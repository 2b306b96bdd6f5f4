package dev.tenlines.answerability;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a question asks for, told by its question words. Those of six languages are known; in others
 * every question is {@link #OTHER}.
 */
enum Kind {
  COUNT(
      "how (?:many|much|long|old|far|often|large|big|tall|high|deep|fast|wide|heavy)"
          + "|(?:what|which) (?:percent\\w*|number|amount|size|share|proportion|fraction|population|temperature|age|price|cost)"
          + "|wie ?viele?|wie (?:lange|alt|oft|gross|hoch)|combien|cu[aá]nt[oa]s?|quant[oiae]|hoeveel|hoe (?:lang|vaak|groot)"),
  WHEN(
      "when|(?:what|which|whose) (?:year|day|date|month|decade|century|time|era|season)"
          + "|wann|quand|cu[aá]ndo|quando|wanneer|welche[smn]? (?:jahr|datum)"),
  WHERE(
      "where|(?:what|which) (?:country|city|state|place|location|region|continent|town|province|county|river|nation)"
          + "|wo|wohin|woher|o[uù]|d[oó]nde|dove|waar"),
  WHO("who|whom|whose|wer|wen|wem|wessen|qui|qui[eé]n(?:es)?|chi|wie is|wie heeft"),
  WHY(
      "why|how come|what (?:caused?|reasons?|leads? to|led to|made)|for what reason"
          + "|warum|wieso|weshalb|pourquoi|por qu[eé]|perch[eé]|waarom"),
  HOW(
      "how (?:do|can|should|would|could|to|does|did|is|are|was|were|must)|how|wie|comment|c[oó]mo|come|hoe"),
  TRUTH(
      "^(?:is|are|was|were|do|does|did|can|could|has|have|had|should|will|would|may|must|ist|sind|kann|darf|hat|est-ce)"),
  WHAT("what|which|was|welche[rsnm]?|que|quel(?:le)?s?|qu[eé]|cu[aá]l(?:es)?|che|quale|wat|welke?"),
  OTHER("(?!)");

  private final Pattern words;

  Kind(String words) {
    this.words =
        Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])", Pattern.UNICODE_CASE);
  }

  /** The kind whose words stand first in the question; the finer one where two begin together. */
  static Kind of(String question) {
    String lower = question.strip().toLowerCase(Locale.ROOT).replace('’', '\'');
    Kind kind = OTHER;
    int first = Integer.MAX_VALUE;
    for (Kind one : values()) {
      var matcher = one.words.matcher(lower);
      if (matcher.find() && matcher.start() < first) {
        first = matcher.start();
        kind = one;
      }
    }
    return kind;
  }
}
