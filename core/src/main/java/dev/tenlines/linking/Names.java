package dev.tenlines.linking;

import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Entity;
import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Measure;
import dev.tenlines.catalog.Step;
import dev.tenlines.text.Words;
import dev.tenlines.text.Words.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The names of a catalogue as people say them, whole and in part. */
final class Names {
  /** Words that make no name apart from another. */
  static final Set<String> SMALL =
      Set.of(
          "of", "the", "a", "an", "in", "on", "at", "to", "for", "by", "and", "or", "as", "s", "is",
          "has", "are");

  /** Shorter names are seldom two words that a programmer wrote as one. */
  private static final int COMPOUND = 8;

  private final Phrases<Ref> fields = new Phrases<>(Word::stem);
  private final Map<String, List<Ref>> compounds = new HashMap<>();
  private final Phrases<Ref> things = new Phrases<>(Word::stem);
  private final Set<String> spelled = new HashSet<>();
  private final Phrases<Ref> verbs = new Phrases<>(Word::stem);
  private final Phrases<Measured> measures = new Phrases<>(Word::stem);
  private final Phrases<Field> units = new Phrases<>(Word::stem);
  private final Map<String, Set<Name>> parts = new HashMap<>();
  private final Map<String, List<Ref>> naming = new HashMap<>();

  /**
   * A declared thing that words may name.
   *
   * @param entity where it is; for a step, the entity that it leads to
   * @param field null where the words name the entity itself
   * @param step the relation whose words these are, or null
   * @param start the entity that the step starts at, or null
   * @param fit how much of its name was said, up to 1
   */
  record Ref(
      String entity,
      @Nullable Field field,
      @Nullable Step step,
      @Nullable String start,
      double fit) {

    static Ref of(String entity, Field field, double fit) {
      return new Ref(entity, field, null, null, fit);
    }

    static Ref thing(String entity) {
      return new Ref(entity, null, null, null, 1);
    }

    /** Whether both are the same field. */
    boolean isField(String otherEntity, String otherField) {
      return field != null && entity.equals(otherEntity) && field.name().equals(otherField);
    }
  }

  /** A measure of an entity. */
  record Measured(String entity, Measure measure) {}

  /** A name of a field, by the stems that say something. */
  private record Name(String entity, Field field, List<String> stems) {
    @Override
    public int hashCode() {
      return 31 * entity.hashCode() + field.name().hashCode(); // all of a field takes long
    }
  }

  /**
   * How much of a name was said.
   *
   * @param last index of the last of its words that was
   */
  private record Said(int count, int last) {}

  Names(Catalog catalog) {
    for (Entity entity : catalog.entities()) {
      for (String words : entity.words()) {
        spelled.add(words.toLowerCase(Locale.ROOT));
        things.add(spoken(words), Ref.thing(entity.name()));
      }
      for (Field field : entity.fields()) {
        enter(entity, field);
      }
      for (Measure measure : entity.measures()) {
        Measured measured = new Measured(entity.name(), measure);
        all(measure.words(), measure.name()).forEach(w -> measures.add(spoken(w), measured));
      }
      pointers(catalog, entity);
      for (Step step : catalog.steps(entity.name())) {
        Ref ref = new Ref(step.to(), null, step, entity.name(), 1);
        step.words()
            .forEach(words -> {
              spelled.add(words.toLowerCase(Locale.ROOT));
              things.add(spoken(words), ref);
            });
      }
    }
  }

  /** Enters which fields of other entities name rows by what they are called. */
  private void pointers(Catalog catalog, Entity entity) {
    for (Step step : catalog.steps(entity.name())) {
      Entity to = catalog.entity(step.to());
      for (Field field : entity.fields()) {
        if (to != null && step.one() && step.columns().equals(List.of(field.column()))) {
          to.fields().stream()
              .filter(f -> step.toColumns().equals(List.of(f.column())))
              .forEach(f ->
                  naming
                      .computeIfAbsent(key(to.name(), f.name()), k -> new ArrayList<>())
                      .add(Ref.of(entity.name(), field, 1)));
        }
      }
    }
  }

  private static String key(String entity, String field) {
    return entity + "\n" + field;
  }

  /** The fields whose values are those of a field that names rows. */
  List<Ref> naming(String entity, String field) {
    return naming.getOrDefault(key(entity, field), List.of());
  }

  private void enter(Entity entity, Field field) {
    if (field.unit() != null && field.unit().length() > 2) {
      units.add(Words.of("in " + field.unit()).all(), field);
    }
    for (String words : all(field.words(), field.name())) {
      List<Word> spoken = spoken(words);
      fields.add(spoken, Ref.of(entity.name(), field, 1));
      if (spoken.size() == 1 && spoken.getFirst().folded().length() >= COMPOUND) {
        compounds
            .computeIfAbsent(spoken.getFirst().stem(), s -> new ArrayList<>(1))
            .add(Ref.of(entity.name(), field, 1));
      }
      if (spoken.size() == 2 && Operands.isNumeric(field)) {
        String[] parts = {spoken.getFirst().folded(), spoken.getLast().folded()};
        fields.add(spoken(parts[1] + " of " + parts[0]), Ref.of(entity.name(), field, 1));
      }
      if (!spoken.isEmpty() && spoken.getLast().folded().equals("id")) {
        fields.add(spoken(words + "s"), Ref.of(entity.name(), field, 1));
      }
      if (field.type() == Field.Type.TEXT && spoken.size() == 1 && !words.endsWith("name")) {
        fields.add(spoken(words + " name"), Ref.of(entity.name(), field, 1));
      }
      List<String> stems =
          spoken.stream().filter(w -> !SMALL.contains(w.folded())).map(Word::stem).toList();
      if (!spoken.isEmpty() && spoken.getFirst().folded().equals("how")) {
        continue;
      }
      Name name = new Name(entity.name(), field, stems);
      stems.forEach(stem -> parts.computeIfAbsent(stem, s -> new LinkedHashSet<>()).add(name));
    }
    for (String verb : field.verbs()) {
      verbs.add(spoken(verb), Ref.of(entity.name(), field, 1));
    }
  }

  private static Set<String> all(List<String> words, String name) {
    Set<String> all = new LinkedHashSet<>(words);
    all.add(name);
    return all;
  }

  /** The words of a name: {@code createdAt} and {@code created_at} are two each. */
  static List<Word> spoken(String name) {
    String spaced =
        name.replace('_', ' ')
            .replace("#", " number ")
            .replaceAll("(?<=[\\p{Ll}\\d])(?=\\p{Lu})", " ")
            .replaceAll("(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})", " ");
    return Words.of(spaced).all();
  }

  List<Phrases.Hit<Ref>> fields(List<Word> words) {
    List<Phrases.Hit<Ref>> hits = fields.find(words);
    for (int i = 0; i + 1 < words.size() && !compounds.isEmpty(); i++) {
      String joined = words.get(i).folded() + words.get(i + 1).folded();
      String stem = joined.length() < COMPOUND ? joined : Words.of(joined).all().getFirst().stem();
      for (Ref ref : compounds.getOrDefault(stem, List.of())) {
        hits.add(new Phrases.Hit<>(i, i + 2, ref));
      }
    }
    return hits;
  }

  List<Phrases.Hit<Ref>> things(List<Word> words) {
    return things.find(words).stream()
        .filter(hit -> hit.meaning().step() == null || !isOtherForm(words, hit))
        .toList();
  }

  /** {@code received} is no {@code receiver}, though they have a stem in common. */
  private boolean isOtherForm(List<Word> words, Phrases.Hit<Ref> hit) {
    String last = words.get(hit.to() - 1).folded();
    return hit.to() - hit.from() == 1 && last.endsWith("ed") && !isSpelled(last);
  }

  /** Whether a thing is called exactly so, not only by a word of the same stem. */
  boolean isSpelled(String words) {
    return spelled.contains(words.toLowerCase(Locale.ROOT));
  }

  List<Phrases.Hit<Ref>> verbs(List<Word> words) {
    return verbs.find(words);
  }

  /** What a field counts, where a question says it: {@code in square kilometers}. */
  List<Phrases.Hit<Field>> units(List<Word> words) {
    return units.find(words);
  }

  List<Phrases.Hit<Measured>> measures(List<Word> words) {
    return measures.find(words);
  }

  /** Fields of whose name only some words are said, small words between them or not. */
  List<Phrases.Hit<Ref>> parts(List<Word> words) {
    List<Phrases.Hit<Ref>> hits = new ArrayList<>();
    for (int from = 0; from < words.size(); from++) {
      Map<Name, Said> at = new LinkedHashMap<>();
      String first = words.get(from).stem();
      for (Name name : parts.getOrDefault(first, Set.of())) {
        at.put(name, new Said(1, name.stems().indexOf(first)));
      }
      int last = from + 1;
      while (!at.isEmpty()) {
        for (Map.Entry<Name, Said> entry : at.entrySet()) {
          Name name = entry.getKey();
          double fit = (double) entry.getValue().count() / name.stems().size();
          hits.add(new Phrases.Hit<>(from, last, Ref.of(name.entity(), name.field(), fit)));
        }
        int next = last;
        while (next < words.size() && SMALL.contains(words.get(next).folded())) {
          next++;
        }
        if (next >= words.size() || next - last > 2) {
          break;
        }
        String stem = words.get(next).stem();
        Map<Name, Said> grown = new LinkedHashMap<>();
        at.forEach((name, said) -> {
          int place = name.stems().lastIndexOf(stem);
          if (place > said.last()) {
            grown.put(name, new Said(said.count() + 1, place));
          }
        });
        at = grown;
        last = next + 1;
      }
    }
    return hits;
  }

  /** Phrases with what they mean, found in the words of a question. */
  static final class Phrases<M> {
    private final Function<Word, String> form;
    private final Map<String, List<Entry<M>>> byFirst = new HashMap<>();

    /**
     * @param form how words are compared: by their stem, or as they are spelled
     */
    Phrases(Function<Word, String> form) {
      this.form = form;
    }

    private record Entry<M>(List<String> words, M meaning) {}

    /** A phrase that stands in a question, by the index of its first word and after its last. */
    record Hit<M>(int from, int to, M meaning) {}

    void add(List<Word> words, M meaning) {
      if (!words.isEmpty()) {
        List<String> forms = words.stream().map(form).toList();
        byFirst
            .computeIfAbsent(forms.getFirst(), f -> new ArrayList<>(2))
            .add(new Entry<>(forms, meaning));
      }
    }

    List<Hit<M>> find(List<Word> words) {
      List<Hit<M>> hits = new ArrayList<>();
      for (int i = 0; i < words.size(); i++) {
        for (Entry<M> entry : byFirst.getOrDefault(form.apply(words.get(i)), List.of())) {
          if (standsAt(words, i, entry.words())) {
            hits.add(new Hit<>(i, i + entry.words().size(), entry.meaning()));
          }
        }
      }
      return hits;
    }

    private boolean standsAt(List<Word> words, int at, List<String> phrase) {
      if (at + phrase.size() > words.size()) {
        return false;
      }
      for (int i = 1; i < phrase.size(); i++) {
        if (!form.apply(words.get(at + i)).equals(phrase.get(i))) {
          return false;
        }
      }
      return true;
    }
  }
}
