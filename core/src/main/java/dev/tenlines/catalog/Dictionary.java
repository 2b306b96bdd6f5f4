package dev.tenlines.catalog;

import dev.tenlines.text.Words;
import dev.tenlines.text.Words.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The values that one tenant's questions may name: the declared choices, and what stands in fields
 * that are declared to be sampled.
 */
public final class Dictionary {
  /** Longer values are texts to be read, not names to be called by. */
  private static final int MOST_WORDS = 20;

  private final Node root = new Node();
  private final List<Entry> entries = new ArrayList<>();
  private final Set<Place> complete = new HashSet<>();
  private final Spellings spellings;

  private Dictionary(Catalog catalog, BiFunction<Entity, Field, Values> found) {
    for (Entity entity : catalog.entities()) {
      for (Field field : entity.fields()) {
        enter(entity, field, field.sampled() ? found.apply(entity, field) : Values.NONE);
      }
    }
    spellings = new Spellings(entries.stream().map(Entry::folded).toList());
  }

  private Dictionary(Dictionary whole, Catalog catalog) {
    for (Entry entry : whole.entries) {
      if (catalog.entity(entry.place().entity()) != null) {
        enter(entry.place(), entry.value(), entry.words());
      }
    }
    whole.complete.stream()
        .filter(place -> catalog.entity(place.entity()) != null)
        .forEach(complete::add);
    spellings = new Spellings(entries.stream().map(Entry::folded).toList());
  }

  /** The values of those entities alone that a part of the catalogue has. */
  public Dictionary within(Catalog part) {
    return new Dictionary(this, part);
  }

  private record Place(String entity, String field) {}

  /**
   * Words for a value.
   *
   * @param folded the words without case and accents, one space between them
   */
  private record Entry(Place place, String value, String words, String normal, String folded) {
    Match match(Match.Kind kind) {
      return new Match(place.entity(), place.field(), value, kind);
    }
  }

  /** Where the entries part, stem by stem. */
  private static final class Node {
    private final Map<String, Node> next = new HashMap<>(2);
    private final List<Entry> entries = new ArrayList<>(1);
  }

  /**
   * Collects the values of a catalogue.
   *
   * @param found the values in the table; asked only for fields declared to be sampled
   */
  public static Dictionary of(Catalog catalog, BiFunction<Entity, Field, Values> found) {
    return new Dictionary(catalog, found);
  }

  /** The declared choices alone. */
  public static Dictionary declared(Catalog catalog) {
    return new Dictionary(catalog, (entity, field) -> Values.NONE);
  }

  private void enter(Entity entity, Field field, Values values) {
    Place place = new Place(entity.name(), field.name());
    if (values.complete() || !field.sampled() && !field.choices().isEmpty()) {
      complete.add(place);
    }
    Set<String> entered = new HashSet<>();
    for (Field.Choice choice : field.choices()) {
      entered.add(choice.value());
      enter(place, choice.value(), choice.value());
      choice.words().forEach(words -> enter(place, choice.value(), words));
    }
    values.values().stream().filter(entered::add).forEach(value -> enter(place, value, value));
  }

  private void enter(Place place, String value, String words) {
    List<Word> said = Words.of(words).all();
    if (said.isEmpty() || said.size() > MOST_WORDS) {
      return;
    }
    Entry entry = new Entry(place, value, words, Words.normal(words), folded(said));
    entries.add(entry);
    Node node = root;
    for (Word word : said) {
      node = node.next.computeIfAbsent(word.stem(), stem -> new Node());
    }
    node.entries.add(entry);
  }

  /** Whether every value of a field is here: one that is not here does not exist. */
  public boolean complete(String entity, String field) {
    return complete.contains(new Place(entity, field));
  }

  /**
   * The values that words name as a whole; of one field only those that fit best. Near spellings
   * come only where nothing else fits.
   */
  public List<Match> find(String words) {
    List<Word> said = Words.of(words).all();
    Node node = walk(said);
    List<Match> matches = node == null ? List.of() : matches(node, said, words);
    return matches.isEmpty() ? near(words) : matches;
  }

  private @Nullable Node walk(List<Word> said) {
    Node node = said.isEmpty() ? null : root;
    for (int i = 0; i < said.size() && node != null; i++) {
      node = node.next.get(said.get(i).stem());
    }
    return node;
  }

  /** Every run of a text's words that names a value, long runs and short ones alike. */
  public List<Match.At> scan(Words text) {
    List<Match.At> found = new ArrayList<>();
    List<Word> words = text.all();
    for (int from = 0; from < words.size(); from++) {
      Node node = root.next.get(words.get(from).stem());
      for (int to = from + 1; node != null; to++) {
        if (!node.entries.isEmpty()) {
          List<Word> said = words.subList(from, to);
          String spelled = text.text().substring(said.getFirst().start(), said.getLast().end());
          for (Match match : matches(node, said, spelled)) {
            found.add(new Match.At(from, to, match));
          }
        }
        node = to == words.size() ? null : node.next.get(words.get(to).stem());
      }
    }
    return found;
  }

  private static List<Match> matches(Node node, List<Word> said, String spelled) {
    if (node.entries.isEmpty()) {
      return List.of();
    }
    String normal = Words.normal(spelled);
    String folded = folded(said);
    Map<Place, Map<Match.Kind, List<Match>>> kinds = new LinkedHashMap<>();
    for (Entry entry : node.entries) {
      if (spelled.length() == 1 && !spelled.equals(entry.words())) {
        continue; // "a" is no grade A
      }
      Match.Kind kind =
          entry.normal().equals(normal)
              ? Match.Kind.EXACT
              : entry.folded().equals(folded) ? Match.Kind.FOLDED : Match.Kind.STEM;
      kinds
          .computeIfAbsent(entry.place(), place -> new EnumMap<>(Match.Kind.class))
          .computeIfAbsent(kind, k -> new ArrayList<>())
          .add(entry.match(kind));
    }
    return kinds.values().stream()
        .flatMap(of -> of.values().iterator().next().stream())
        .distinct()
        .sorted(Comparator.comparing(Match::kind))
        .toList();
  }

  /** The values that are spelled most like the words, a letter or two off; none for numbers. */
  public List<Match> near(String words) {
    return spellings.near(folded(Words.of(words).all())).stream()
        .map(entries::get)
        .map(entry -> entry.match(Match.Kind.NEAR))
        .distinct()
        .toList();
  }

  private static String folded(List<Word> words) {
    if (words.size() == 1) {
      return words.getFirst().folded();
    }
    StringBuilder folded = new StringBuilder();
    for (Word word : words) {
      folded.append(folded.isEmpty() ? "" : " ").append(word.folded());
    }
    return folded.toString();
  }
}
