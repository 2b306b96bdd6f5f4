package dev.tenlines.figures;

import dev.tenlines.figures.Currencies.Money;
import dev.tenlines.figures.Numeral.Form;
import dev.tenlines.text.Value;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads money: {@code US$ 3m}, {@code five dollars and 20 cents}, {@code 2 Mio. €}. */
final class Amounts implements Reader {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private final Lexicon lexicon;
  private final Numerals numerals;
  private final Currencies currencies;

  Amounts(Lexicon lexicon, Numerals numerals, Currencies currencies) {
    this.lexicon = lexicon;
    this.numerals = numerals;
    this.currencies = currencies;
  }

  /** An amount so far: its numbers, what they count, and the token after it. */
  private record Sum(int start, int end, List<BigDecimal> values, Money money, boolean leading) {
    Sum times(BigDecimal factor, int newEnd) {
      return new Sum(
          start, newEnd, values.stream().map(v -> v.multiply(factor)).toList(), money, leading);
    }

    Sum plus(BigDecimal more, int newEnd) {
      return new Sum(start, newEnd, List.of(values.getFirst().add(more)), money, leading);
    }
  }

  @Override
  public @Nullable Hit at(Tokens tokens, int i) {
    Sum sum = leading(tokens, i);
    sum = sum == null ? trailing(tokens, i) : sum;
    if (sum == null) {
      return null;
    }
    Sum whole = withParts(tokens, sum);
    Money money = whole.money();
    return new Hit(
        whole.end(),
        whole.start(),
        Plain.stop(tokens, whole.end()),
        whole.values().stream()
            .<Value>map(value -> new Value.Amount(money.worth(value), money.code()))
            .toList());
  }

  /** "$ 20", "EUR 1.234,50", "dollars 5". */
  private @Nullable Sum leading(Tokens tokens, int i) {
    Phrases.Match<Money> money = currencies.at(tokens, i);
    boolean millions = money == null && currencies.millions(tokens.get(i)) != null;
    Money unit = money == null ? currencies.millions(tokens.get(i)) : money.meaning();
    int next = money == null ? i + 1 : money.end();
    if (unit == null
        || unit.place() == Money.Place.AFTER
        || !tokens.joined(next)
        || tokens.get(i).isWord() && tokens.touches(i) && tokens.get(i - 1).isDigits()) {
      return null;
    }
    Numeral numeral = numerals.at(tokens, next);
    if (numeral == null
        || numeral.form() == Form.ARTICLE
        || isAttached(tokens, numeral)
        || tokens.get(i).raw().length() > 3 && !tokens.get(next).isDigits() && money != null
        || unit.isPart() && tokens.get(i).raw().length() < 3) {
      return null;
    }
    Sum sum = new Sum(tokens.get(i).start(), numeral.end(), numeral.values(), unit, true);
    if (millions) {
      return sum.times(MILLION, sum.end());
    }
    return isMillions(tokens, sum.end()) ? sum.times(MILLION, sum.end() + 1) : sum;
  }

  /** "£4.2m": after money the small letter is no metre. */
  private static boolean isMillions(Tokens tokens, int end) {
    return tokens.is(end, "m")
        && tokens.touches(end)
        && tokens.get(end - 1).isDigits()
        && !isLetters(tokens, end + 1);
  }

  private boolean isAttached(Tokens tokens, Numeral numeral) {
    int end = numeral.end();
    return tokens.touches(end)
        && tokens.get(end).isWord()
        && tokens.get(end - 1).isDigits()
        && !isMillions(tokens, end)
        && currencies.at(tokens, end) == null;
  }

  /** "20 €", "a dollar", "two million US dollars", "75 USD million". */
  private @Nullable Sum trailing(Tokens tokens, int i) {
    if (tokens.touches(i) && tokens.get(i).isDigits() && tokens.get(i - 1).isWord()) {
      return null;
    }
    Numeral numeral = numerals.at(tokens, i);
    Sum sum = trailing(tokens, i, numeral);
    return sum == null && numeral != null && numeral.form() == Form.PART
        ? trailing(tokens, i, numerals.count(tokens, i))
        : sum;
  }

  private @Nullable Sum trailing(Tokens tokens, int i, @Nullable Numeral said) {
    Numeral numeral = said;
    if (numeral == null) {
      Phrases.Match<String> article = lexicon.particle("article", tokens, i);
      if (article == null || !tokens.joined(article.end()) || !tokens.get(article.end()).isWord()) {
        return null;
      }
      numeral =
          new Numeral(
              i, article.end(), tokens.get(i).start(), List.of(BigDecimal.ONE), Form.ARTICLE);
    }
    int at = numeral.end();
    if (!tokens.joined(at)) {
      return null;
    }
    Money millions = currencies.millions(tokens.get(at));
    if (millions != null) {
      return new Sum(numeral.start(), at + 1, numeral.values(), millions, false)
          .times(MILLION, at + 1);
    }
    Phrases.Match<String> of = lexicon.particle("of", tokens, at);
    at = of != null && tokens.joined(of.end()) && !tokens.get(at - 1).isDigits() ? of.end() : at;
    Phrases.Match<Money> money = currencies.at(tokens, at);
    if (money == null
        || belongsToNext(tokens, at, money.end())
        || isLetters(tokens, money.end())
        || numeral.form() == Form.ARTICLE && !isName(tokens, money)) {
      return null;
    }
    Sum sum = new Sum(numeral.start(), money.end(), numeral.values(), money.meaning(), false);
    Phrases.Match<BigDecimal> scale =
        tokens.joined(money.end()) ? scale(tokens, money.end()) : null;
    return scale == null || numeral.form() != Form.DIGITS
        ? sum
        : sum.times(scale.meaning(), scale.end());
  }

  /** After an article only a name is counted: "a dollar", but not "a $". */
  private static boolean isName(Tokens tokens, Phrases.Match<Money> money) {
    return tokens.get(money.end() - 1).folded().length() > 2;
  }

  private Phrases.@Nullable Match<BigDecimal> scale(Tokens tokens, int i) {
    Phrases.Match<BigDecimal> scale = lexicon.scales.at(tokens, i);
    scale = scale == null ? lexicon.plurals.at(tokens, i) : scale;
    return scale != null && scale.meaning().compareTo(MILLION) >= 0 ? scale : null;
  }

  /** In "3 USD50 cards" the sign stands before its own number. */
  private static boolean belongsToNext(Tokens tokens, int at, int end) {
    return tokens.touches(end) && tokens.get(end).isDigits() && !tokens.touches(at);
  }

  private static boolean isLetters(Tokens tokens, int end) {
    return tokens.touches(end) && tokens.get(end).isWord() && tokens.get(end - 1).isWord();
  }

  /** "And 20 cents", "and 20", "50" after the unit. */
  private Sum withParts(Tokens tokens, Sum sum) {
    BigDecimal value = sum.values().getFirst();
    if (sum.money().isPart() || value.stripTrailingZeros().scale() > 0) {
      return sum;
    }
    Phrases.Match<String> and =
        tokens.joined(sum.end()) ? lexicon.particle("and", tokens, sum.end()) : null;
    and =
        and == null && tokens.joined(sum.end()) ? lexicon.particle("mix", tokens, sum.end()) : and;
    int at = and == null ? sum.end() : and.end();
    Numeral numeral = tokens.joined(at) ? numerals.at(tokens, at) : null;
    numeral = numeral != null && numeral.form() == Form.PART ? numerals.count(tokens, at) : numeral;
    if (numeral == null
        || numeral.start() != tokens.get(at).start()
        || numeral.form() == Form.PART
        || numeral.value().scale() > 0
        || numeral.value().signum() <= 0
        || numeral.value().compareTo(HUNDRED) >= 0) {
      return sum;
    }
    int after = numeral.end();
    Phrases.Match<Money> part = tokens.joined(after) ? currencies.at(tokens, after) : null;
    if (part != null && part.meaning().isPart() && !isLetters(tokens, part.end())) {
      return sum.plus(part.meaning().worth(numeral.value()), part.end());
    }
    boolean bare =
        part == null
            && numeral.form() != Form.ARTICLE
            && (and != null || !sum.leading())
            && endsHere(tokens, after);
    return bare ? sum.plus(numeral.value().movePointLeft(2), after) : sum;
  }

  /** Whether the number is the last of its phrase, not the count of something else. */
  private boolean endsHere(Tokens tokens, int at) {
    String text = tokens.text();
    int next = tokens.get(at - 1).end();
    if (next < text.length() && "-/:%".indexOf(text.charAt(next)) >= 0) {
      return false;
    }
    if (!tokens.joined(at)) {
      return true;
    }
    Token token = tokens.get(at);
    return token.isWord()
        ? lexicon.isParticle("goes on", tokens, at)
        : !token.isDigits() && ",.;!?)".contains(token.folded());
  }
}
