package dev.tenlines.tagging;

import dev.tenlines.tagging.Clocks.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a first look at a document found, for a second one: a value that stands in one place is
 * likely the same thing elsewhere, and so are the words of a name and the time of another spelling.
 */
final class Repeats {
  private static final int SHORTEST_PART = 3;

  private Repeats() {}

  static void add(Clues clues, List<Guess> guesses, List<Clock> clocks) {
    List<Token> tokens = clues.tokens();
    Map<String, List<Integer>> places = new HashMap<>();
    for (int i = 0; i < tokens.size(); i++) {
      places.computeIfAbsent(tokens.get(i).lower(), w -> new ArrayList<>(2)).add(i);
    }
    for (Guess guess : guesses) {
      int from = Tokens.first(tokens, guess.span().start());
      int to = Tokens.first(tokens, guess.span().end() - 1) + 1;
      String sure = guess.probability() > 0.8 ? "" : "?";
      for (int i = from; i < to; i++) {
        clues.near(i, "first look=" + guess.field() + sure);
        clues.here(i, "first look=" + guess.field() + sure + Tokens.place(i, from, to));
      }
      again(clues, guess.field() + sure, from, to, places);
      sameTime(clues, guess, clocks);
    }
    guesses.stream()
        .map(Guess::field)
        .distinct()
        .forEach(field -> {
          for (int i = 0; i < tokens.size(); i++) {
            clues.here(i, "somewhere=" + field);
          }
        });
  }

  private static void again(
      Clues clues, String field, int from, int to, Map<String, List<Integer>> places) {
    List<Token> tokens = clues.tokens();
    for (int at : places.getOrDefault(tokens.get(from).lower(), List.of())) {
      if (at != from && matches(tokens, from, to, at)) {
        for (int i = at; i < at + to - from; i++) {
          clues.near(i, "again=" + field);
          clues.here(i, "again=" + field + Tokens.place(i, at, at + to - from));
        }
      }
    }
    for (int part = from; part < to; part++) {
      Token token = tokens.get(part);
      if (token.text().length() < SHORTEST_PART) {
        continue;
      }
      String place = part == to - 1 ? "last" : "other";
      for (int at : places.getOrDefault(token.lower(), List.of())) {
        if (at < from || at >= to) {
          clues.near(at, "part=" + field);
          clues.here(at, "part=" + field + place);
        }
      }
    }
  }

  private static boolean matches(List<Token> tokens, int from, int to, int at) {
    if (at + to - from > tokens.size()) {
      return false;
    }
    for (int i = 0; i < to - from; i++) {
      if (!tokens.get(from + i).lower().equals(tokens.get(at + i).lower())) {
        return false;
      }
    }
    return true;
  }

  @SuppressWarnings("ReferenceEquality") // another time, even one like it
  private static void sameTime(Clues clues, Guess guess, List<Clock> clocks) {
    for (Clock clock : clocks) {
      if (clock.start() >= guess.span().end() || clock.end() <= guess.span().start()) {
        continue;
      }
      for (Clock other : clocks) {
        if (other != clock && other.minutes() == clock.minutes()) {
          int from = Tokens.first(clues.tokens(), other.start());
          for (int i = from;
              i < clues.tokens().size() && clues.tokens().get(i).start() < other.end();
              i++) {
            clues.here(i, "same time=" + guess.field());
          }
        }
      }
    }
  }
}
