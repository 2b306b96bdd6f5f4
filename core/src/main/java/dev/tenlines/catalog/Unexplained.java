package dev.tenlines.catalog;

import dev.tenlines.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of past questions that no declaration explains, the most frequent first. */
public final class Unexplained {
  private final List<String> names = new ArrayList<>();
  private final Spellings spellings;

  private Unexplained(Catalog catalog) {
    Set<String> all = new LinkedHashSet<>();
    for (Entity entity : catalog.entities()) {
      all.addAll(entity.words());
      entity
          .fields()
          .forEach(field -> {
            all.addAll(field.words());
            all.addAll(field.verbs());
            field
                .choices()
                .forEach(choice -> {
                  all.add(choice.value());
                  all.addAll(choice.words());
                });
          });
      entity.measures().forEach(measure -> all.addAll(measure.words()));
    }
    catalog
        .relations()
        .forEach(relation -> {
          all.addAll(relation.words());
          all.addAll(relation.inverseWords());
        });
    names.addAll(all);
    spellings = new Spellings(names.stream().map(Unexplained::folded).toList());
  }

  /**
   * A question that was not answered.
   *
   * @param words the words in the way, commas between them
   */
  public record Asked(String question, String words) {}

  /**
   * A word that somebody should declare, or not.
   *
   * @param questions how many were asked with it
   * @param example the last of them
   * @param near declared words that are spelled much like it
   */
  public record Word(String word, int questions, String example, List<String> near) {
    public Word {
      near = List.copyOf(near);
    }
  }

  /** Counts each word once a question; inflections count together. */
  public static List<Word> of(Catalog catalog, List<Asked> asked) {
    Unexplained names = new Unexplained(catalog);
    Map<String, Word> words = new LinkedHashMap<>();
    for (Asked one : asked) {
      Map<String, String> said = new LinkedHashMap<>();
      for (Words.Word word : Words.of(one.words()).all()) {
        said.putIfAbsent(word.stem(), word.folded());
      }
      said.forEach((stem, word) ->
          words.merge(
              stem,
              new Word(word, 1, one.question(), names.near(word)),
              (before, now) ->
                  new Word(
                      before.word(), before.questions() + 1, before.example(), before.near())));
    }
    return words.values().stream()
        .sorted(Comparator.comparingInt(Word::questions).reversed())
        .toList();
  }

  private List<String> near(String word) {
    return spellings.near(word).stream().map(names::get).toList();
  }

  private static String folded(String phrase) {
    return String.join(" ", Words.of(phrase).all().stream().map(Words.Word::folded).toList());
  }
}
