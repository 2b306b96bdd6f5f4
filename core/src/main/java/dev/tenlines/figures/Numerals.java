package dev.tenlines.figures;

import dev.tenlines.figures.Cardinals.Count;
import dev.tenlines.figures.Cardinals.Run;
import dev.tenlines.figures.Numeral.Form;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads numbers with fractions, decimals in words and signs. */
final class Numerals {
  private static final MathContext EXACT = MathContext.DECIMAL64;
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final int MOST_DECIMALS = 30;

  private final Lexicon lexicon;
  private final Cardinals cardinals;

  Numerals(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.cardinals = new Cardinals(lexicon);
  }

  /** The number that begins with this token, its sign included, or null. */
  @Nullable Numeral at(Tokens tokens, int i) {
    Phrases.Match<String> minus = lexicon.particle("minus", tokens, i);
    if (minus != null && tokens.joined(minus.end())) {
      Numeral positive = unsigned(tokens, minus.end());
      return positive == null ? null : positive.negative(tokens.get(i).start(), i);
    }
    Numeral positive = unsigned(tokens, i);
    int sign = positive == null ? -1 : sign(tokens, i);
    return positive == null || sign < 0 ? positive : positive.negative(sign, i);
  }

  /** Where a minus before the token stands, or -1: no dash between two numbers or words is one. */
  private static int sign(Tokens tokens, int i) {
    String text = tokens.text();
    int at = tokens.get(i).start() - 1;
    while (at >= 0 && text.charAt(at) == ' ') {
      at--;
    }
    if (at < 0 || "-\u2212".indexOf(text.charAt(at)) < 0 || !tokens.get(i).isDigits()) {
      return -1;
    }
    int before = at - 1;
    while (before >= 0 && text.charAt(before) == ' ') {
      before--;
    }
    if (before >= 0 && Character.isDigit(text.charAt(before))) {
      return -1;
    }
    boolean near = at == tokens.get(i).start() - 1;
    boolean first = text.substring(0, at).isBlank();
    boolean free = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)) && text.charAt(at - 1) != ')'
        && text.charAt(at - 1) != '-' && text.charAt(at - 1) != '#';
    return near && free || first ? at : -1;
  }

  private @Nullable Numeral unsigned(Tokens tokens, int i) {
    if (insideWord(tokens, i)) {
      return null;
    }
    Numeral worded = decimalWords(tokens, i, i, BigDecimal.ZERO);
    if (worded != null) {
      return scaled(tokens, worded);
    }
    Run run = cardinals.at(tokens, i, lexicon.manyths);
    for (Count whole : run.counts()) {
      if (whole != run.count() && lexicon.isParticle("and", tokens, whole.end()) && lexicon.has("mix")) {
        continue;
      }
      Numeral mixed = mixed(tokens, i, whole);
      if (mixed != null) {
        return mixed;
      }
    }
    Numeral part = part(tokens, i, run);
    if (part != null) {
      return scaled(tokens, part);
    }
    Count count = run.count();
    return count == null ? lone(tokens, i) : whole(tokens, i, count);
  }

  private Numeral whole(Tokens tokens, int i, Count count) {
    boolean article = lexicon.isParticle("article", tokens, i) && count.end() == i + 1;
    Form form = article ? Form.ARTICLE : count.digits() ? Form.DIGITS : Form.WORDS;
    Numeral whole = new Numeral(i, count.end(), tokens.get(i).start(), count.values(), form);
    Numeral decimal = decimalWords(tokens, i, count.end(), count.value());
    if (decimal != null) {
      return scaled(tokens, decimal);
    }
    Numeral ratio = ratio(tokens, whole);
    return ratio == null ? dozens(tokens, whole, count.last()) : ratio;
  }

  private static boolean insideWord(Tokens tokens, int i) {
    return tokens.touches(i) && tokens.get(i).isWord() && tokens.get(i - 1).isWord();
  }

  /** "half", "a dozen", "half a million"; an article by itself is a number for who wants it. */
  private @Nullable Numeral lone(Tokens tokens, int i) {
    Phrases.Match<BigDecimal> extra = lexicon.extras.at(tokens, i);
    if (extra != null && extra.meaning().compareTo(BigDecimal.ONE) > 0) {
      return scaled(tokens, numeral(tokens, i, extra.end(), extra.meaning(), Form.PART));
    }
    Phrases.Match<BigDecimal> half = lexicon.alone.at(tokens, i);
    if (half != null) {
      Numeral numeral =
          scaled(tokens, numeral(tokens, i, half.end(), reciprocal(half.meaning()), Form.PART));
      boolean enough = half.meaning().intValue() == 2 || numeral.end() > half.end();
      return enough ? numeral : null;
    }
    Phrases.Match<String> article = lexicon.particle("article", tokens, i);
    if (article == null || !tokens.joined(article.end())) {
      Phrases.Match<BigDecimal> dozen = lexicon.dozens.at(tokens, i);
      return dozen == null || !lexicon.flag("dozen").equals("alone")
          ? null
          : numeral(tokens, i, dozen.end(), dozen.meaning(), Form.WORDS);
    }
    int next = article.end();
    Run run = cardinals.at(tokens, next, lexicon.manyths);
    Count count = run.count();
    boolean scale = lexicon.scales.at(tokens, next) != null && count != null;
    Numeral part = scale ? part(tokens, next, run) : null;
    if (part == null) {
      part = part(tokens, i, new Run(List.of(one(next)), List.of()));
    }
    if (part != null) {
      return scaled(tokens, numeral(tokens, i, part.end(), part.value(), Form.PART));
    }
    if (scale && count != null) {
      Numeral mixed = mixed(tokens, i, count);
      Numeral whole = numeral(tokens, i, count.end(), count.value(), Form.WORDS);
      return mixed == null ? dozens(tokens, whole, count.last()) : mixed;
    }
    Phrases.Match<BigDecimal> dozen = lexicon.dozens.at(tokens, next);
    return dozen == null
        ? null
        : numeral(tokens, i, dozen.end(), dozen.meaning(), Form.WORDS);
  }

  private static Count one(int end) {
    return new Count(end, List.of(BigDecimal.ONE), BigDecimal.ONE, null, false, false);
  }

  private static Numeral numeral(Tokens tokens, int i, int end, BigDecimal value, Form form) {
    return new Numeral(i, end, tokens.get(i).start(), List.of(value), form);
  }

  /** "two thirds", "one twenty-fifth", "3/4"; null where no part follows a count. */
  private @Nullable Numeral part(Tokens tokens, int i, Run run) {
    for (int k = run.counts().size() - 1; k >= 0; k--) {
      Count above = run.counts().get(k);
      Count below = below(tokens, above);
      if (below == null) {
        continue;
      }
      if (k > 0 && above.endsWithTens() && !above.linked() && tokens.joined(above.end())) {
        // "one hundred thirty fifths" are a hundred thirty-fifths, "twenty fifths" are four.
        Count shorter = run.counts().get(k - 1);
        Count longer = below(tokens, shorter);
        if (longer != null && longer.end() == below.end() && lexicon.flag("parts").isEmpty()) {
          above = shorter;
          below = longer;
        }
      }
      BigDecimal value = above.value().divide(below.value(), EXACT);
      return numeral(tokens, i, below.end(), value, Form.PART);
    }
    return null;
  }

  /** What the count is divided by: "thirds", "quarters", after one also "third". */
  private @Nullable Count below(Tokens tokens, Count above) {
    int at = above.end();
    if (!tokens.joined(at)) {
      return slash(tokens, above);
    }
    Phrases.Match<BigDecimal> part = lexicon.parts.at(tokens, at);
    Count named = part == null ? null : countOf(part.end(), part.meaning());
    Count many = cardinals.at(tokens, at, lexicon.manyths).ordinal();
    Count single = null;
    if (above.value().compareTo(BigDecimal.ONE) == 0 || lexicon.flag("parts").equals("ordinals")) {
      single = cardinals.at(tokens, at, lexicon.ordinals).ordinal();
    }
    Count best = named;
    for (Count other : new @Nullable Count[] {many, single, nths(tokens, at)}) {
      if (other != null
          && other.value().compareTo(BigDecimal.TWO) > 0
          && (best == null || other.end() > best.end())) {
        best = other;
      }
    }
    return best == null ? slash(tokens, above) : best;
  }

  /** "veintiunavos": a number and an ending. */
  private @Nullable Count nths(Tokens tokens, int at) {
    Count count = lexicon.has("nths") ? cardinals.at(tokens, at, lexicon.manyths).count() : null;
    Phrases.Match<String> ending =
        count == null || !tokens.touches(count.end())
            ? null
            : lexicon.particle("nths", tokens, count.end());
    return ending == null || count == null ? null : countOf(ending.end(), count.value());
  }

  private static Count countOf(int end, BigDecimal value) {
    return new Count(end, List.of(value), value, null, false, false);
  }

  /** "3/4", but not "3/4/2020". */
  private static @Nullable Count slash(Tokens tokens, Count above) {
    int at = above.end();
    boolean stands =
        above.digits()
            && tokens.is(at, "/")
            && tokens.touches(at)
            && tokens.touches(at + 1)
            && tokens.get(at + 1).isDigits()
            && !(tokens.is(at + 2, "/") && tokens.touches(at + 2))
            && !(tokens.is(at - 2, "/") && tokens.touches(at - 1))
            && !isChained(tokens, at - 1);
    if (!stands) {
      return null;
    }
    BigDecimal below = tokens.get(at + 1).digits().getFirst();
    return below.signum() == 0 || below.scale() > 0 || above.value().scale() > 0 ? null : countOf(at + 2, below);
  }

  /** The 22 of "1-22/3" begins no fraction. */
  private static boolean isChained(Tokens tokens, int i) {
    int dash = tokens.get(i).start() - 1;
    return dash > 0
        && tokens.text().charAt(dash) == '-'
        && Character.isLetterOrDigit(tokens.text().charAt(dash - 1));
  }

  /** "two and a half", "2 1/4", "three million and a quarter", "zweieinhalb". */
  private @Nullable Numeral mixed(Tokens tokens, int i, Count whole) {
    int at = whole.end();
    if (!tokens.joined(at)) {
      return null;
    }
    Phrases.Match<BigDecimal> extra = lexicon.extras.at(tokens, at);
    if (extra != null && extra.meaning().compareTo(BigDecimal.ONE) < 0) {
      return scaled(
          tokens, numeral(tokens, i, extra.end(), whole.value().add(extra.meaning()), Form.PART));
    }
    Phrases.Match<String> and = lexicon.particle("and", tokens, at);
    and = and == null ? lexicon.particle("mix", tokens, at) : and;
    int next = and == null ? at : and.end();
    Numeral part = next < tokens.size() && tokens.joined(next) ? proper(tokens, next) : null;
    if (part == null || and == null && !(whole.digits() && tokens.get(next).isDigits())) {
      return null;
    }
    return sum(tokens, i, whole, part);
  }

  /** "Five and a half million" are 5.5 million, "three million and a half" are 3.5 million. */
  private Numeral sum(Tokens tokens, int i, Count whole, Numeral part) {
    BigDecimal scale = whole.scale();
    Numeral scaled = ofMillions(tokens, part);
    boolean follows = scaled.end() > part.end();
    if (scale == null && follows) {
      Numeral both = numeral(tokens, i, part.end(), whole.value().add(part.value()), Form.PART);
      return ofMillions(tokens, both);
    }
    BigDecimal more =
        follows || scale == null || scale.compareTo(THOUSAND) < 0
            ? scaled.value()
            : part.value().multiply(scale);
    return numeral(tokens, i, scaled.end(), whole.value().add(more), Form.PART);
  }

  /** A fraction below one that can follow "and". */
  private @Nullable Numeral proper(Tokens tokens, int i) {
    Run run = cardinals.at(tokens, i, lexicon.manyths);
    Numeral part = part(tokens, i, run);
    if (part == null && run.count() == null) {
      Phrases.Match<String> article = lexicon.particle("article", tokens, i);
      Phrases.Match<BigDecimal> half = lexicon.alone.at(tokens, i);
      part =
          half != null
              ? numeral(tokens, i, half.end(), reciprocal(half.meaning()), Form.PART)
              : article == null
                  ? null
                  : part(tokens, i, new Run(List.of(one(article.end())), List.of()));
    }
    return part == null || part.value().compareTo(BigDecimal.ONE) >= 0 ? null : part;
  }

  /** "half a million", "two thirds of a million", "three quarters billion". */
  private Numeral scaled(Tokens tokens, Numeral part) {
    Numeral more = ofMillions(tokens, part);
    return more.end() > part.end() ? more : dozens(tokens, part, part.value());
  }

  private Numeral ofMillions(Tokens tokens, Numeral part) {
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
            part.from(), scale.end(), part.start(),
            List.of(part.value().multiply(scale.meaning())), part.form());
  }

  /** "three dozen"; after "three hundred and two" only the two are dozens. */
  private Numeral dozens(Tokens tokens, Numeral numeral, BigDecimal last) {
    int at = numeral.end();
    Phrases.Match<String> article = lexicon.particle("article", tokens, at);
    at = article != null && numeral.form() == Form.PART ? article.end() : at;
    Phrases.Match<BigDecimal> dozen = tokens.joined(at) ? lexicon.dozens.at(tokens, at) : null;
    if (dozen == null) {
      return numeral;
    }
    BigDecimal value = numeral.value();
    BigDecimal times = last.compareTo(BigDecimal.valueOf(20)) < 0 && value.compareTo(last) > 0 ? last : value;
    BigDecimal all = value.subtract(times).add(times.multiply(dozen.meaning()));
    return numeral(tokens, numeral.from(), dozen.end(), all, Form.WORDS);
  }

  /** "five point two", "point 77": each word after the point adds its digits. */
  private @Nullable Numeral decimalWords(Tokens tokens, int i, int at, BigDecimal whole) {
    Phrases.Match<String> point = lexicon.particle("point", tokens, at);
    if (point == null || at > i && !tokens.joined(at) || !tokens.joined(point.end())
        || whole.stripTrailingZeros().scale() > 0) {
      return null;
    }
    StringBuilder decimals = new StringBuilder();
    int end = point.end();
    while (end < tokens.size() && tokens.joined(end) && decimals.length() < MOST_DECIMALS) {
      if (tokens.get(end).isDigits()) {
        String digits = tokens.get(end).folded();
        if (!decimals.isEmpty() || !digits.chars().allMatch(Character::isDigit)) {
          break;
        }
        decimals.append(digits);
        end++;
        break;
      }
      Phrases.Match<Integer> zero = lexicon.small.at(tokens, end);
      Count count =
          zero != null && zero.meaning() == 0
              ? countOf(zero.end(), BigDecimal.ZERO)
              : zero == null ? null : cardinals.at(tokens, end, lexicon.manyths).count();
      if (count == null || !decimals.isEmpty() && count.value().compareTo(THOUSAND) >= 0) {
        Phrases.Match<Integer> digit = count == null ? null : zero;
        if (digit != null) {
          decimals.append(digit.meaning());
          end = digit.end();
        }
        break;
      }
      decimals.append(count.value().toPlainString());
      end = count.end();
    }
    boolean alone = lexicon.flag("point").equals("alone") && !lexicon.isParticle("mix", tokens, at);
    if (decimals.isEmpty() || i == at && !alone) {
      return null;
    }
    BigDecimal value = whole.add(new BigDecimal("0." + decimals));
    return numeral(tokens, i, end, value, Form.PART);
  }

  /** "one over three", "2 out of 5"; only "over" makes more than one. */
  private @Nullable Numeral ratio(Tokens tokens, Numeral above) {
    Phrases.Match<String> over = lexicon.particle("over", tokens, above.end());
    if (over == null || !tokens.joined(above.end()) || !tokens.joined(over.end())
        || isPriced(tokens, above.from())) {
      return null;
    }
    Count below = cardinals.at(tokens, over.end(), lexicon.manyths).count();
    if (below == null || below.value().signum() == 0 || above.value().scale() > 0) {
      return null;
    }
    boolean whole = tokens.is(above.end(), lexicon.flag("over"));
    if (!whole && above.value().compareTo(below.value()) >= 0) {
      return null;
    }
    return numeral(
        tokens, above.from(), below.end(), above.value().divide(below.value(), EXACT), Form.PART);
  }

  private static boolean isPriced(Tokens tokens, int i) {
    return i > 0
        && Character.getType(tokens.get(i - 1).raw().charAt(0)) == Character.CURRENCY_SYMBOL;
  }

  /** The count alone, where a word after it is no part of the number. */
  @Nullable Numeral count(Tokens tokens, int i) {
    Count count = insideWord(tokens, i) ? null : cardinals.at(tokens, i, lexicon.manyths).count();
    return count == null ? null : whole(tokens, i, count);
  }

  /** The shortest count, without the letter after its digits. */
  @Nullable Numeral first(Tokens tokens, int i) {
    Run run = cardinals.at(tokens, i, lexicon.manyths);
    return run.counts().isEmpty() ? null : whole(tokens, i, run.counts().getFirst());
  }

  /** The ordinal that begins with this token, or null: "21st", "two hundredth". */
  @Nullable Numeral ordinal(Tokens tokens, int i) {
    if (insideWord(tokens, i)) {
      return null;
    }
    Token token = tokens.get(i);
    if (token.isDigits() && token.digits().getFirst().scale() <= 0) {
      Phrases.Match<String> suffix =
          tokens.touches(i + 1) ? lexicon.particle("suffix", tokens, i + 1) : null;
      if (suffix != null && isSuffix(tokens, i + 1, suffix) && !isWordAt(tokens, suffix.end()) && !(tokens.touches(i) && tokens.get(i - 1).isWord())) {
        return numeral(tokens, i, suffix.end(), token.digits().getFirst(), Form.ORDINAL);
      }
    }
    boolean one = lexicon.isParticle("article", tokens, i) && !tokens.touches(i + 1);
    boolean article = one && tokens.joined(i + 1) && lexicon.small.at(tokens, i) == null
        && lexicon.scales.at(tokens, i + 1) != null;
    Count ordinal = cardinals.at(tokens, article ? i + 1 : i, lexicon.ordinals).ordinal();
    if (ordinal == null) {
      return null;
    }
    boolean whole =
        ordinal.value().compareTo(BigDecimal.valueOf(100)) >= 0
            && ordinal.last().compareTo(ordinal.value()) == 0;
    boolean after = i > 0 && lexicon.isParticle("article", tokens, i - 1) && tokens.joined(i);
    boolean share = whole && (after || one && ordinal.end() == i + 2 && !article);
    boolean fromEnd = tokens.joined(ordinal.end()) && lexicon.isParticle("from end", tokens, ordinal.end());
    return share || fromEnd ? null : chained(tokens, i, ordinal);
  }

  /** "Vigésimo quinto": smaller ordinals after one add to it where a language has them. */
  private Numeral chained(Tokens tokens, int i, Count first) {
    BigDecimal value = first.value();
    BigDecimal last = first.last();
    int end = first.end();
    while (lexicon.flag("ordinals").equals("chained") && tokens.joined(end)) {
      Phrases.Match<BigDecimal> next = lexicon.ordinals.at(tokens, end);
      if (next == null || last.compareTo(BigDecimal.TEN) < 0 || next.meaning().compareTo(last) >= 0) {
        break;
      }
      value = value.add(next.meaning());
      last = next.meaning();
      end = next.end();
    }
    return numeral(tokens, i, end, value, Form.ORDINAL);
  }

  /** A point makes a small number an ordinal where a word follows, or nothing else is said. */
  private static boolean isSuffix(Tokens tokens, int i, Phrases.Match<String> suffix) {
    if (!tokens.is(i, ".")) {
      boolean degree = tokens.is(i, "°") && tokens.joined(i + 1) && tokens.get(i + 1).raw().matches("[CFK]");
      return !degree;
    }
    boolean small = tokens.get(i - 1).folded().length() <= 3;
    boolean word = tokens.joined(suffix.end()) && tokens.get(suffix.end()).isWord();
    return small && (word || tokens.size() == 2);
  }

  private static boolean isWordAt(Tokens tokens, int i) {
    return tokens.touches(i) && (tokens.get(i).isWord() || tokens.get(i).isDigits());
  }

  private static BigDecimal reciprocal(BigDecimal value) {
    return BigDecimal.ONE.divide(value, EXACT);
  }
}
