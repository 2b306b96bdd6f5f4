package dev.tenlines.spring.console.summaries;

import dev.tenlines.spring.console.view.Shown;
import dev.tenlines.spring.console.view.SummaryView.Piece;
import dev.tenlines.text.Sentences;
import dev.tenlines.text.Sentences.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A source cut into its sentences.
 *
 * @param places where they stand, in order
 * @param end where what is shown ends
 */
record Pieces(String source, List<Place> places, int end) {
  private static final int MOST_TEXT = 150_000;

  static Pieces of(String source) {
    int end = Math.min(source.length(), MOST_TEXT);
    return new Pieces(source, Sentences.places(source.substring(0, end)), end);
  }

  boolean cut() {
    return end < source.length();
  }

  /** The numbers of the sentences that a piece of evidence touches, from 1. */
  List<Integer> at(JsonNode evidence) {
    List<Integer> numbers = new ArrayList<>();
    if (evidence.path("source").asString("").equals("input")) {
      int from = evidence.path("start").asInt(0);
      int to = evidence.path("end").asInt(0);
      for (int i = 0; i < places.size(); i++) {
        if (places.get(i).start() < to && from < places.get(i).end()) {
          numbers.add(i + 1);
        }
      }
    }
    return numbers;
  }

  /** All of the source, sentences and what lies between them. */
  List<Piece> shown(Set<Integer> taken) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      between(at, place.start(), pieces);
      String text = source.substring(place.start(), place.end());
      pieces.add(new Piece(i + 1, Shown.of(text), words(text), taken.contains(i + 1)));
      at = place.end();
    }
    between(at, end, pieces);
    return pieces;
  }

  private void between(int from, int to, List<Piece> pieces) {
    if (from < to) {
      pieces.add(new Piece(0, Shown.of(source.substring(from, to)), 0, false));
    }
  }

  /** The sentences with these numbers, in the order of the source. */
  String text(List<String> numbers) {
    Set<Integer> chosen = new TreeSet<>();
    for (String number : numbers) {
      int one = number.matches("\\d{1,6}") ? Integer.parseInt(number) : 0;
      if (one >= 1 && one <= places.size()) {
        chosen.add(one);
      }
    }
    return chosen.stream()
        .map(number -> places.get(number - 1))
        .map(place -> source.substring(place.start(), place.end()).replaceAll("\\s+", " "))
        .collect(Collectors.joining(" "));
  }

  /** How many words a text has, as people count them. */
  static int words(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() ? 0 : stripped.split("\\s+").length;
  }
}
