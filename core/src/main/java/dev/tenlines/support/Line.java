package dev.tenlines.support;

import dev.tenlines.text.Fact;
import dev.tenlines.text.Facts;
import dev.tenlines.text.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence as the checks read it.
 *
 * @param text the sentence
 * @param tokens its words, numbers, dates and names in order
 * @param head the marks of the words right before each token
 * @param near the same and those whose next token is up to two before it
 */
record Line(String text, List<Token> tokens, int[] head, int[] near) {
  private static final int SCOPE = 3;

  /** Reads a sentence. */
  static Line of(String text) {
    return new Reader(text).line();
  }

  /** Whether a mark is on a token, if one is generous with what it reaches. */
  boolean near(int at, Mark mark) {
    return mark.in(near[at]);
  }

  boolean head(int at, Mark mark) {
    return mark.in(head[at]);
  }

  /** The places of tokens that carry meaning. */
  int[] heavy() {
    int[] places = new int[tokens.size()];
    int n = 0;
    for (int i = 0; i < places.length; i++) {
      if (!tokens.get(i).isSmall()) {
        places[n++] = i;
      }
    }
    return java.util.Arrays.copyOf(places, n);
  }

  boolean has(Mark mark) {
    for (int marks : head) {
      if (mark.in(marks)) {
        return true;
      }
    }
    return false;
  }

  /** Reads words and facts side by side. */
  private static final class Reader {
    private final String text;
    private final List<Words.Word> words;
    private final List<Fact> facts;
    private final List<Token> tokens = new ArrayList<>();
    private final List<Integer> marks = new ArrayList<>();

    Reader(String text) {
      this.text = text;
      Words read = Words.of(text);
      this.words = read.all();
      this.facts = Facts.of(read);
    }

    Line line() {
      Lexicon lexicon = Lexicon.english();
      int next = 0;
      int phraseEnd = 0;
      int at = 0;
      while (at < words.size()) {
        Words.Word word = words.get(at);
        while (next < facts.size() && facts.get(next).end() <= word.start()) {
          next++;
        }
        Fact fact =
            next < facts.size() && facts.get(next).start() <= word.start() ? facts.get(next) : null;
        int end = at + 1;
        while (fact != null && end < words.size() && words.get(end).start() < fact.end()) {
          end++;
        }
        Lexicon.Phrase phrase = at < phraseEnd ? null : lexicon.phrase(words, at);
        if (phrase != null) {
          phraseEnd = at + phrase.words().size();
        }
        tokens.add(fact == null ? word(word) : fact(fact, at, end));
        marks.add(phrase == null ? 0 : phrase.mark().bit());
        at = end;
      }
      return marked();
    }

    private Token word(Words.Word word) {
      Lexicon lexicon = Lexicon.english();
      boolean small = lexicon.isSmall(word) || isMark(word);
      return new Token(
          word.start(),
          word.end(),
          word.folded(),
          word.stem(),
          lexicon.key(word.stem()),
          small ? Token.Kind.SMALL : Token.Kind.CONTENT,
          null,
          "");
    }

    private static boolean isMark(Words.Word word) {
      Lexicon.Phrase phrase = Lexicon.english().phrase(List.of(word), 0);
      return phrase != null;
    }

    private Token fact(Fact fact, int at, int end) {
      Words.Word word = words.get(at);
      return switch (fact) {
        case Fact.Figure figure -> value(Token.Kind.FIGURE, figure, key(figure), unit(figure, end));
        case Fact.Day day -> value(Token.Kind.DAY, day, "@" + day.readings().getFirst(), "");
        case Fact.Name name -> {
          boolean one = end == at + 1;
          String stem = one ? word.stem() : name.normal();
          yield new Token(
              name.start(),
              name.end(),
              one ? word.folded() : name.normal(),
              stem,
              Lexicon.english().key(stem),
              Token.Kind.NAME,
              name,
              "");
        }
      };
    }

    private static Token value(Token.Kind kind, Fact fact, String key, String unit) {
      return new Token(fact.start(), fact.end(), fact.text(), key, key, kind, fact, unit);
    }

    private static String key(Fact.Figure figure) {
      BigDecimal value = figure.values().getFirst().stripTrailingZeros();
      return "#" + value.toPlainString();
    }

    /** The unit of a number: its own, or one of the two words behind it. */
    private String unit(Fact.Figure figure, int end) {
      if (!figure.unit().isEmpty()) {
        return figure.unit();
      }
      for (int i = end; i < Math.min(words.size(), end + 2); i++) {
        String stem = words.get(i).stem();
        if (Lexicon.english().isUnit(stem)) {
          return Lexicon.english().key(stem);
        }
      }
      return "";
    }

    /** A mark reaches the next token that carries meaning, and faintly two more of its clause. */
    private Line marked() {
      int[] head = new int[tokens.size()];
      int[] near = new int[tokens.size()];
      for (int i = 0; i < tokens.size(); i++) {
        int mark = marks.get(i);
        if (mark == 0 || Mark.NEUTRAL.in(mark)) {
          continue;
        }
        boolean values = Mark.ofValues(mark);
        int reached = 0;
        for (int j = i + 1; j < tokens.size() && reached < SCOPE; j++) {
          if (breaks(j)) {
            break;
          }
          if (tokens.get(j).isSmall() || values && !tokens.get(j).isValue()) {
            continue;
          }
          if (values && j > i + SCOPE + 1) {
            break;
          }
          near[j] |= mark;
          head[j] |= reached++ == 0 ? mark : 0;
          if (values) {
            break;
          }
        }
      }
      return new Line(text, List.copyOf(tokens), head, near);
    }

    /** Whether a clause ends before a token. */
    private boolean breaks(int at) {
      for (int i = tokens.get(at - 1).end(); i < tokens.get(at).start(); i++) {
        if (";:.!?".indexOf(text.charAt(i)) >= 0) {
          return true;
        }
      }
      return tokens.get(at).text().equals("but");
    }
  }

  /** The first token with a key, from a place on, or null. */
  @Nullable Token find(String key) {
    for (Token token : tokens) {
      if (token.key().equals(key)) {
        return token;
      }
    }
    return null;
  }
}
