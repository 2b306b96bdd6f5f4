package dev.tenlines.bench.answer;

import dev.tenlines.bench.answer.QuestionSet.Question;
import dev.tenlines.index.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Questions that no text answers, made from those that one does: a word, a name or a number of the
 * question gives its place to another of the same paragraph that looks like it. Of how people
 * deceive it shows little; of what a word in the wrong place looks like, much.
 */
final class Exchanged {
  private static final int MOST = 2;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  /** Exchanged, these would ask for something else or leave no question. */
  private static final Set<String> LITTLE =
      Set.of(
          ("what which when where whom whose does have been being were that this these those with"
                  + " from they them their there about into than then will would could should many"
                  + " much most more some such other between during after before while also")
              .split(" "));

  private Exchanged() {}

  /** A word in its place; words of one shape look alike. */
  private record Placed(int start, int end, String word, String shape) {
    /** Names, numbers, or other words. */
    char sort() {
      return shape.charAt(0);
    }

    boolean little() {
      return LITTLE.contains(word.toLowerCase(Locale.ROOT));
    }
  }

  /** Up to two of each question of a set that has an answer, of different sorts. */
  static QuestionSet of(QuestionSet set) {
    Map<String, Passage> passages =
        set.passages().stream().collect(Collectors.toMap(Passage::id, Function.identity()));
    Map<String, List<Placed>> known = new HashMap<>();
    List<Question> questions = new ArrayList<>();
    for (Question question : set.questions()) {
      Passage passage = passages.get(question.gold().stream().findFirst().orElse(""));
      if (passage != null) {
        List<Placed> others = known.computeIfAbsent(passage.id(), id -> placed(passage.text()));
        questions.addAll(of(question, others));
      }
    }
    return new QuestionSet(set.name(), set.passages(), questions);
  }

  private static List<Question> of(Question question, List<Placed> others) {
    List<Question> questions = new ArrayList<>();
    StringBuilder sorts = new StringBuilder();
    List<Placed> places =
        placed(question.text()).stream()
            .sorted(Comparator.comparingInt(place -> chance(question, place)))
            .toList();
    for (Placed place : places) {
      if (questions.size() == MOST || sorts.indexOf(String.valueOf(place.sort())) >= 0) {
        continue;
      }
      List<String> alike = alike(question, place, others);
      if (!alike.isEmpty()) {
        String other = alike.get(Math.floorMod(chance(question, place), alike.size()));
        questions.add(with(question, place, other, questions.size()));
        sorts.append(place.sort());
      }
    }
    return questions;
  }

  private static List<String> alike(Question question, Placed place, List<Placed> others) {
    String asked = question.text().toLowerCase(Locale.ROOT);
    return others.stream()
        .filter(other -> other.shape.equals(place.shape))
        .map(Placed::word)
        .filter(word -> !asked.contains(word.toLowerCase(Locale.ROOT)))
        .distinct()
        .toList();
  }

  /** The same in every run, and as good as drawn. */
  private static int chance(Question question, Placed place) {
    int mixed = (question.id() + "/" + place.start).hashCode() * 0x9E3779B9;
    return mixed ^ mixed >>> 15;
  }

  private static Question with(Question question, Placed place, String other, int number) {
    String text = question.text();
    String changed = text.substring(0, place.start) + other + text.substring(place.end);
    String id = question.id() + "/exchanged/" + number;
    return new Question(id, question.group(), changed, Set.of(), List.of(), question.kind());
  }

  /** What may be exchanged; the first word of a sentence is no name because it is capital. */
  private static List<Placed> placed(String text) {
    List<Placed> placed = new ArrayList<>();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      boolean first = word.start() == 0 || text.startsWith(". ", word.start() - 2);
      String shape = first ? "" : shape(word.group());
      Placed one = new Placed(word.start(), word.end(), word.group(), shape);
      if (!shape.isEmpty() && !one.little()) {
        placed.add(one);
      }
    }
    return placed;
  }

  /** A number by its length, a name as a name, a word by its ending; empty for what stays. */
  private static String shape(String word) {
    if (word.chars().allMatch(Character::isDigit)) {
      return "9" + word.length();
    }
    if (word.length() > 2 && Character.isUpperCase(word.charAt(0))) {
      return "A";
    }
    boolean letters = word.chars().allMatch(Character::isLowerCase);
    return letters && word.length() > 3 ? "a" + word.substring(word.length() - 2) : "";
  }
}
