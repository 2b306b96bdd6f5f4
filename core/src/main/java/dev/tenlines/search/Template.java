package dev.tenlines.search;

import dev.tenlines.catalog.Dictionary;
import dev.tenlines.catalog.Match;
import dev.tenlines.dates.Times;
import dev.tenlines.figures.Figures;
import dev.tenlines.text.Found;
import dev.tenlines.text.Setting;
import dev.tenlines.text.Value;
import dev.tenlines.text.Words;
import dev.tenlines.text.Words.Word;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A question as words and values in their order. Two questions of one template differ in their
 * values only.
 */
record Template(List<Part> parts) {
  Template {
    parts = List.copyOf(parts);
  }

  /** A word or a value of a question, with the words as they were said. */
  sealed interface Part {
    String said();

    /** A word that means itself. */
    record Plain(String said) implements Part {}

    record Figure(String said, BigDecimal number) implements Part {}

    record Time(String said, Value.Period period) implements Part {}

    /** Words that name values of fields. */
    record Named(String said, List<Match> matches) implements Part {
      public Named {
        matches = List.copyOf(matches);
      }

      /** Which fields they may be of: what else may stand in their place. */
      private String places() {
        TreeSet<String> places = new TreeSet<>();
        matches.forEach(match -> places.add(match.entity() + "." + match.field()));
        return String.join(" ", places);
      }

      /** The value of a field among them, or null. */
      @Nullable String at(String entity, String field) {
        return matches.stream()
            .filter(match -> match.entity().equals(entity) && match.field().equals(field))
            .map(Match::value)
            .findFirst()
            .orElse(null);
      }
    }
  }

  static Template of(String question, Dictionary dictionary, Setting setting) {
    Words words = Words.of(question);
    List<Found> times =
        new Times()
            .find(question, setting).stream()
                .filter(found -> found.value() instanceof Value.Period)
                .toList();
    List<Found> figures = Figures.all().find(question, setting);
    List<Match.At> named = dictionary.scan(words);
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < words.all().size()) {
      Word word = words.all().get(at);
      Found time = at(times, word);
      Found figure = at(figures, word);
      BigDecimal number = figure == null ? null : number(figure.value());
      int to = longest(named, at);
      if (time != null) {
        parts.add(new Part.Time(time.text(), (Value.Period) time.value()));
        at = after(words, time.end(), at);
      } else if (to > at) {
        String said = question.substring(word.start(), words.all().get(to - 1).end());
        parts.add(new Part.Named(said, matches(named, at, to)));
        at = to;
      } else if (figure != null && number != null) {
        parts.add(new Part.Figure(figure.text(), number));
        at = after(words, figure.end(), at);
      } else {
        parts.add(new Part.Plain(word.folded()));
        at++;
      }
    }
    return new Template(parts);
  }

  private static @Nullable Found at(List<Found> all, Word word) {
    return all.stream()
        .filter(found -> found.start() <= word.start() && word.start() < found.end())
        .findFirst()
        .orElse(null);
  }

  private static int after(Words words, int end, int at) {
    int next = at + 1;
    while (next < words.all().size() && words.all().get(next).start() < end) {
      next++;
    }
    return next;
  }

  private static int longest(List<Match.At> named, int from) {
    return named.stream()
        .filter(one -> one.from() == from)
        .mapToInt(Match.At::to)
        .max()
        .orElse(from);
  }

  private static List<Match> matches(List<Match.At> named, int from, int to) {
    return named.stream()
        .filter(one -> one.from() == from && one.to() == to)
        .map(Match.At::match)
        .toList();
  }

  static @Nullable BigDecimal number(Value value) {
    return switch (value) {
      case Value.Numeric(var number, var ordinal) -> ordinal ? null : number;
      case Value.Amount(var number, var currency) -> number;
      case Value.Quantity(var number, var unit) -> number;
      case Value.Percent(var number) -> number;
      default -> null;
    };
  }

  /** What two amounts share beside their number: €100 and 100 dollars are not alike. */
  private static String unit(String said) {
    return said.replaceAll("[0-9.,\\s]", "");
  }

  /**
   * Whether another question has the same template.
   *
   * @param used the parts whose values a plan takes over; all others have to be the same words
   */
  boolean fits(Template other, List<Integer> used) {
    if (other.parts.size() != parts.size()) {
      return false;
    }
    for (int i = 0; i < parts.size(); i++) {
      Part one = parts.get(i);
      Part two = other.parts.get(i);
      boolean alike =
          used.contains(i)
              ? alike(one, two)
              : Words.normal(one.said()).equals(Words.normal(two.said()));
      if (!alike) {
        return false;
      }
    }
    return true;
  }

  private static boolean alike(Part one, Part two) {
    return switch (one) {
      case Part.Plain plain -> plain.equals(two);
      case Part.Figure number ->
          two instanceof Part.Figure && unit(one.said()).equals(unit(two.said()));
      case Part.Time(var said, var period) ->
          two instanceof Part.Time(var words, var other)
              && (period.from() == null) == (other.from() == null)
              && (period.until() == null) == (other.until() == null);
      case Part.Named named ->
          two instanceof Part.Named other && named.places().equals(other.places());
    };
  }
}
