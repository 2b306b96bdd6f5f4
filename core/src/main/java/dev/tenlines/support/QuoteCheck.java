package dev.tenlines.support;

import dev.tenlines.support.Flaw.Kind;
import dev.tenlines.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words in quotation marks have to stand in a source as they are. */
final class QuoteCheck {
  private static final Pattern QUOTE =
      Pattern.compile("[\"“„«]\\s*([^\"“”„«»]{3,400}?)\\s*[\"”“»]");

  private QuoteCheck() {}

  static List<Flaw> flaws(Claim claim) {
    List<Flaw> flaws = new ArrayList<>();
    Matcher m = QUOTE.matcher(claim.line.text());
    while (m.find()) {
      String quote = words(m.group(1));
      if (quote.indexOf(' ') > 0 && claim.context.stream().noneMatch(line -> has(line, quote))) {
        flaws.add(new Flaw(Kind.QUOTE, "The quote (" + m.group(1) + ") is in no source."));
      }
    }
    return flaws;
  }

  private static boolean has(Line line, String quote) {
    return (" " + words(line.text()) + " ").contains(" " + quote + " ");
  }

  /** Only the words: signs within quotes are often left out or put in. */
  private static String words(String text) {
    return Words.of(text).all().stream().map(Words.Word::folded).collect(Collectors.joining(" "));
  }
}
