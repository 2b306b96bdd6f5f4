package dev.tenlines.figures;

import dev.tenlines.figures.Numeral.Form;
import java.math.BigDecimal;
import java.util.List;

/** What multiplies a number: {@code half a million}, {@code three dozen}. */
final class Multiples {
  private final Lexicon lexicon;

  Multiples(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** "half a million", "two thirds of a million", "three quarters billion". */
  Numeral scaled(Tokens tokens, Numeral part) {
    Numeral more = ofMillions(tokens, part);
    return more.end() > part.end() ? more : dozens(tokens, part, part.value());
  }

  Numeral ofMillions(Tokens tokens, Numeral part) {
    int at = part.end();
    for (String link : List.of("of", "article")) {
      Phrases.Match<String> word = lexicon.particle(link, tokens, at);
      at = word == null || !tokens.joined(at) ? at : word.end();
    }
    if (!tokens.joined(at)) {
      return part;
    }
    Phrases.Match<BigDecimal> scale = lexicon.scales.at(tokens, at);
    scale = scale == null ? lexicon.plurals.at(tokens, at) : scale;
    return scale == null
        ? part
        : new Numeral(
            part.from(),
            scale.end(),
            part.start(),
            List.of(part.value().multiply(scale.meaning())),
            part.form());
  }

  /** "three dozen"; after "three hundred and two" only the two are dozens. */
  Numeral dozens(Tokens tokens, Numeral numeral, BigDecimal last) {
    int at = numeral.end();
    Phrases.Match<String> article = lexicon.particle("article", tokens, at);
    at = article != null && numeral.form() == Form.PART ? article.end() : at;
    Phrases.Match<BigDecimal> dozen = tokens.joined(at) ? lexicon.dozens.at(tokens, at) : null;
    if (dozen == null) {
      return numeral;
    }
    BigDecimal value = numeral.value();
    BigDecimal times =
        last.compareTo(BigDecimal.valueOf(20)) < 0 && value.compareTo(last) > 0 ? last : value;
    BigDecimal all = value.subtract(times).add(times.multiply(dozen.meaning()));
    return Numeral.of(tokens, numeral.from(), dozen.end(), all, Form.WORDS);
  }
}
