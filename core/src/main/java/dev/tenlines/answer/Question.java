package dev.tenlines.answer;

import dev.tenlines.Request;
import dev.tenlines.Turn;
import dev.tenlines.text.Words;
import dev.tenlines.text.Words.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A question as it was meant. A follow-up ("and for students?") is completed with words of what the
 * user asked before; nothing is remembered that the request did not bring.
 *
 * @param text the question, completed
 * @param key what it shares with the same question in other words: its words that mean something,
 *     in order, whether it denies, and what it asks for
 */
record Question(String text, String key) {
  private static final int MOST_ADDED = 12;
  private static final int MOST_TURNS = 3;

  private static final Set<String> LITTLE =
      words(
          "a an the of to in on at for from with by about as is are was were be been being am do does did"
              + " done has have had can could will would shall should may might must i me my mine we us"
              + " our you your it its they them their he she his her this that these those there here"
              + " and or but so if then than too also just please tell know want like get got any some"
              + " really actually exactly currently usually now hi hello hey thanks thank ok okay"
              + " der die das den dem des ein eine einen einem einer eines und oder aber ist sind war"
              + " waren sein kann koennen konnen darf muss soll hat haben habe ich mir mich mein meine wir"
              + " uns unser sie ihr ihre er es man zu zum zur im in an am auf fuer fur von vom mit bei"
              + " bitte denn auch noch mal le la les un une des du de et ou est sont je tu il elle nous"
              + " vous ils mon ma mes a au aux el los las una unos y o es son yo mi mis su sus en con por"
              + " para");

  private static final Set<String> DENYING =
      words(
          "not no never without cant cannot dont doesnt didnt isnt arent wasnt wont couldnt shouldnt"
              + " nicht kein keine keinen keiner nie ohne pas sans jamais sin nunca");

  private static final Set<String> POINTING =
      words(
          "it its they them their that this those these there one ones he she his her same both"
              + " es sie ihn ihm davon dafuer dafur damit dort dies diese dieser celui cela ca eso esto");

  private static final Pattern OPENING =
      Pattern.compile(
          "(?iu)^\\W*(?:and|or|but|so|then|what about|how about|und|oder|aber|was ist mit|et|mais|y|pero)\\b");

  private static final Set<String> ASKING =
      words(
          "what whats which who whom whose when where why how was wer wann wo warum wie qui quand ou");

  /** The question of a request. */
  static Question of(Request request) {
    return of(request.input(), request.conversation());
  }

  static Question of(String input, List<Turn> conversation) {
    String asked = input.strip();
    List<String> before =
        conversation.stream()
            .filter(turn -> turn.role() == Turn.Role.USER)
            .map(turn -> turn.text().strip())
            .filter(text -> !text.equals(asked))
            .toList();
    String whole = asked.isEmpty() ? asked : completed(asked, before);
    return new Question(whole, key(whole));
  }

  private static String completed(String asked, List<String> before) {
    if (before.isEmpty() || !leansOn(asked)) {
      return asked;
    }
    Set<String> known = new HashSet<>();
    meaning(asked).forEach(word -> known.add(word.stem()));
    List<String> added = new ArrayList<>();
    int first = Math.max(0, before.size() - MOST_TURNS);
    for (String turn : before.subList(first, before.size()).reversed()) {
      for (Word word : meaning(turn)) {
        if (known.add(word.stem()) && added.size() < MOST_ADDED) {
          added.add(turn.substring(word.start(), word.end()));
        }
      }
      if (!leansOn(turn)) {
        break;
      }
    }
    return added.isEmpty() ? asked : asked + " " + String.join(" ", added);
  }

  /** Whether a text alone does not say what it is about. */
  private static boolean leansOn(String text) {
    int own = meaning(text).size();
    boolean points = Words.of(text).all().stream().anyMatch(w -> POINTING.contains(w.folded()));
    return own <= 1 || own <= 6 && OPENING.matcher(text).find() || own <= 4 && points;
  }

  /** The words that say what a text is about. */
  private static List<Word> meaning(String text) {
    return Words.of(text).all().stream()
        .filter(word -> !LITTLE.contains(word.folded()) && !ASKING.contains(word.folded()))
        .toList();
  }

  private static String key(String text) {
    return Words.of(text).all().stream()
        .map(word ->
            DENYING.contains(word.folded())
                ? "!"
                : ASKING.contains(word.folded()) || !LITTLE.contains(word.folded())
                    ? word.stem()
                    : "")
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** The stems of the words that say what a text is about. */
  static Set<String> stems(String text) {
    return meaning(text).stream()
        .map(Word::stem)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Set<String> words(String list) {
    return Set.copyOf(new HashSet<>(List.of(list.split("\\s+"))));
  }
}
