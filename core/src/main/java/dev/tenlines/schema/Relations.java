package dev.tenlines.schema;

import dev.tenlines.catalog.Naming;
import dev.tenlines.catalog.Relation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which tables name rows of which others: by foreign keys, else by the names of columns. */
final class Relations {
  private static final List<String> KEYS =
      List.of("id", "name", "code", "key", "no", "number", "uuid");

  /** They stand before many other things, too. */
  private static final Set<String> SMALL =
      Set.of("from", "to", "by", "of", "in", "on", "at", "for");

  private final Schema schema;
  private final Map<String, String> names;
  private final Candidates candidates;
  private final List<Relation> relations = new ArrayList<>();
  private final Set<List<String>> taken = new HashSet<>();

  Relations(Schema schema, Map<String, String> names, Candidates candidates) {
    this.schema = schema;
    this.names = names;
    this.candidates = candidates;
  }

  List<Relation> found() {
    for (Schema.Table table : schema.tables()) {
      Set<String> named = new HashSet<>();
      for (Schema.Reference reference : table.references()) {
        Schema.Table to = table(reference.table());
        Schema.Reference whole = to == null ? null : withColumns(reference, to);
        if (to != null && whole != null && named.addAll(reference.columns())) {
          add(table, to, whole);
        }
      }
      for (Schema.Column column : table.columns()) {
        boolean known = schema.checked() || named.contains(column.name());
        Schema.Reference guess = known ? null : guess(table, column);
        Schema.Table to = guess == null ? null : table(guess.table());
        if (guess != null && to != null) {
          add(table, to, guess);
        }
      }
    }
    return relations;
  }

  /** A foreign key that names no columns means the primary key; a broken one means nothing. */
  private static Schema.@Nullable Reference withColumns(
      Schema.Reference reference, Schema.Table to) {
    if (reference.toColumns().stream().allMatch(c -> to.column(c) != null)) {
      return reference;
    }
    boolean unnamed = reference.toColumns().stream().allMatch(String::isEmpty);
    return unnamed && to.key().size() == reference.columns().size()
        ? new Schema.Reference(
            reference.columns(),
            to.name(),
            to.key(),
            reference.guessed(),
            reference.called(),
            reference.back())
        : null;
  }

  private Schema.@Nullable Table table(String name) {
    return schema.tables().stream()
        .filter(t -> t.name().equalsIgnoreCase(name))
        .findFirst()
        .orElse(null);
  }

  /** {@code customer_id} names a row of {@code customers}; so does a column of its key's name. */
  private Schema.@Nullable Reference guess(Schema.Table from, Schema.Column column) {
    for (Schema.Table to : schema.tables()) {
      if (!to.equals(from)) {
        String key = key(column, to);
        if (key != null) {
          return new Schema.Reference(List.of(column.name()), to.name(), List.of(key));
        }
      }
    }
    return null;
  }

  private static @Nullable String key(Schema.Column column, Schema.Table to) {
    String phrase = Naming.phrase(column.name());
    String thing = Naming.singular(Naming.phrase(to.ownName()));
    Schema.Column same = to.column(column.name());
    boolean named = KEYS.stream().anyMatch(key -> phrase.equals(thing + " " + key));
    if (same != null && (named || isOwnKey(to, same, phrase))) {
      return same.name();
    }
    Schema.Column id = to.column("id");
    boolean role = phrase.equals(thing + " id") || phrase.endsWith(" " + thing + " id");
    return role && id != null ? id.name() : null;
  }

  /** {@code id} alone is everybody's name for a key. */
  private static boolean isOwnKey(Schema.Table to, Schema.Column column, String phrase) {
    return to.key().equals(List.of(column.name())) && !KEYS.contains(phrase);
  }

  private void add(Schema.Table from, Schema.Table to, Schema.Reference reference) {
    String source = names.getOrDefault(from.name(), from.name());
    String target = names.getOrDefault(to.name(), to.name());
    String thing = candidates.thing(to);
    String role = role(from, reference, thing);
    String name = free(source, role.replace(' ', '_'));
    String back = Naming.phrase(reference.back());
    String inverse =
        back.isEmpty()
            ? free(target, source, source + "_by_" + role.replace(' ', '_'))
            : free(target, back.replace(' ', '_'), source + "_by_" + role.replace(' ', '_'));
    Set<String> words = new LinkedHashSet<>(List.of(Naming.phrase(name), role));
    if (role.endsWith(" " + thing)) {
      String alone = role.substring(0, role.length() - thing.length() - 1);
      if (!SMALL.contains(alone)) {
        words.add(alone);
      }
    } else {
      words.add(thing);
    }
    Set<String> backWords = new LinkedHashSet<>();
    backWords.add(Naming.phrase(inverse));
    if (!back.isEmpty()) {
      backWords.add(Naming.singular(back));
    }
    backWords.add(Naming.singular(Naming.phrase(source)));
    backWords.add(candidates.thing(from));
    backWords.addAll(Naming.past(Naming.phrase(source)));
    relations.add(
        new Relation(
            name,
            source,
            reference.columns(),
            target,
            reference.toColumns(),
            List.copyOf(words),
            inverse,
            List.copyOf(backWords)));
  }

  /** {@code from city} for {@code from_city_id}; the other table's name where the key has none. */
  private String role(Schema.Table from, Schema.Reference reference, String thing) {
    if (!reference.called().isEmpty()) {
      return Naming.phrase(reference.called());
    }
    Schema.Column column = from.column(reference.columns().getFirst());
    if (reference.columns().size() > 1 || column == null) {
      return thing;
    }
    String phrase = candidates.phrase(from, column);
    for (String key : KEYS) {
      if (phrase.endsWith(" " + key)) {
        return phrase.substring(0, phrase.length() - key.length() - 1);
      }
    }
    return phrase.length() <= 4 ? thing : phrase;
  }

  private String free(String entity, String... names) {
    for (String name : names) {
      if (taken.add(List.of(entity, Drafting.clean(name)))) {
        return Drafting.clean(name);
      }
    }
    String last = Drafting.clean(names[names.length - 1]);
    int count = 2;
    while (!taken.add(List.of(entity, last + "_" + count))) {
      count++;
    }
    return last + "_" + count;
  }
}
