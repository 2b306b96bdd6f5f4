package dev.tenlines.schema;

import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Entity;
import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Measure;
import dev.tenlines.catalog.Naming;
import dev.tenlines.catalog.Relation;
import dev.tenlines.catalog.Scope;
import dev.tenlines.query.Path;
import dev.tenlines.query.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes a first declaration from a schema. */
public final class Drafting {
  private static final Pattern TENANT =
      Pattern.compile(
          "(tenant|company|organi[sz]ation|org|shop|store|workspace|account|client|merchant|customer"
              + "|owner|team)( id| uuid| key)?");

  private static final List<String> TENANTS =
      List.of("tenant", "company", "organ", "org", "workspace", "shop", "account");

  private static final Pattern OLDER =
      Pattern.compile("\\b(updat|modif|delet|birth|dob|end|expir|clos)");
  private static final Pattern NAMING =
      Pattern.compile("\\b(name|title|number|code|label|subject)$");
  private static final Set<String> COUNTS = Set.of("count", "total", "quantity", "number");
  private static final Set<String> TRAILING =
      Set.of("daily", "weekly", "monthly", "yearly", "history", "log", "info", "record", "detail");
  private static final int MOST_SHOWN = 6;
  private static final int MOST_SAMPLED = 5_000;
  private static final int LONG_TEXT = 60;

  private final Schema schema;
  private final Map<String, String> names = new HashMap<>();
  private final Spelling spelling;
  private final Candidates candidates;
  private final Set<String> things = new HashSet<>();
  private final List<String> secrets = new ArrayList<>();

  private Drafting(Schema schema) {
    this.schema = schema;
    this.spelling = Spelling.of(schema);
    this.candidates = new Candidates(schema);
    schema.tables().forEach(table -> things.add(candidates.thing(table)));
    for (Schema.Table table : schema.tables()) {
      String own = ownName(table);
      names.put(table.name(), names.containsValue(own) ? clean(table.name()) : own);
    }
  }

  public static Draft of(Schema schema) {
    return new Drafting(schema).draft();
  }

  private Draft draft() {
    List<Entity> entities = schema.tables().stream().map(this::entity).toList();
    List<Relation> relations = new Relations(schema, names, candidates).found();
    Map<String, String> tenants = new HashMap<>();
    for (Schema.Table table : schema.tables()) {
      String tenant = tenant(table);
      if (tenant != null) {
        tenants.put(name(table), tenant);
      }
    }
    return new Draft(new Catalog(entities, relations), tenants, secrets, guessed());
  }

  /** The columns that no foreign key ties to a table, as far as rows have told. */
  private List<String> guessed() {
    List<String> guessed = new ArrayList<>();
    for (Schema.Table table : schema.tables()) {
      for (Schema.Reference reference : table.references()) {
        if (reference.guessed()) {
          guessed.add(
              table.name()
                  + "."
                  + String.join("+", reference.columns())
                  + " → "
                  + reference.table());
        }
      }
    }
    return guessed;
  }

  private String name(Schema.Table table) {
    return names.getOrDefault(table.name(), table.name());
  }

  /** Points and brackets mean something in paths. */
  static String clean(String name) {
    String clean = name.replaceAll("[^\\p{L}\\p{N}_ -]+", "_").strip().toLowerCase(Locale.ROOT);
    return clean.isEmpty() ? "_" : clean;
  }

  /** The table's own name where its application calls a row nothing else. */
  private static String ownName(Schema.Table table) {
    String called = Naming.phrase(table.called());
    boolean same =
        called.isEmpty() || Naming.singular(Naming.phrase(table.ownName())).equals(called);
    return clean(same ? table.ownName() : called.replace(' ', '_'));
  }

  /** What its application calls it, unless another column of the table has that name. */
  private static String fieldName(Schema.Table table, Schema.Column column) {
    String called = clean(Naming.phrase(column.called()).replace(' ', '_'));
    boolean other =
        table.columns().stream()
            .filter(c -> !c.equals(column))
            .anyMatch(c -> clean(c.name()).equals(called) || c.called().equals(column.called()));
    return column.called().isEmpty() || other ? clean(column.name()) : called;
  }

  private Entity entity(Schema.Table table) {
    List<Field> fields = new ArrayList<>();
    Set<String> taken = new LinkedHashSet<>();
    List<Schema.Column> columns = new ArrayList<>(table.columns());
    columns.sort(Comparator.comparing(column -> !table.key().contains(column.name())));
    for (Schema.Column column : columns) {
      if (Guesses.isSecret(spelling.phrase(table, column)) || Guesses.isSecret(column.name())) {
        secrets.add(table.name() + "." + column.name());
      } else if (taken.add(fieldName(table, column))) {
        fields.add(field(table, column));
      }
    }
    return new Entity(
        name(table),
        table.name(),
        words(table),
        new Scope.Everyone(),
        fields,
        tallies(table, fields),
        date(table, fields),
        shown(fields));
  }

  /** Rows that stand for many things are not counted: what they say is added up. */
  private List<Measure> tallies(Schema.Table table, List<Field> fields) {
    String thing = candidates.thing(table);
    List<Measure> tallies = new ArrayList<>();
    for (Schema.Column column : table.columns()) {
      String name = fieldName(table, column);
      boolean number =
          COUNTS.contains(candidates.phrase(table, column))
              && fields.stream()
                  .anyMatch(f -> f.name().equals(name) && f.type() == Field.Type.INTEGER);
      String counted = Remarked.tally(column, thing);
      if (number && tallies.isEmpty() && counted != null) {
        List<String> words =
            Stream.of("number of ", "total number of ", "how many ", "count of ", "total count of ")
                .map(start -> start + counted)
                .toList();
        Term.Over sum = new Term.Over(Term.Function.SUM, Path.of(name), false);
        tallies.add(
            new Measure(
                "total_" + counted.replace(' ', '_'), words, sum, List.of(), null, List.of()));
      }
    }
    return tallies;
  }

  private List<String> words(Schema.Table table) {
    Set<String> words = new LinkedHashSet<>();
    words.add(Naming.phrase(name(table)));
    String own = candidates.thing(table);
    words.add(Guesses.writtenOut(Naming.phrase(table.ownName())));
    words.add(own);
    words.add(own + "s");
    words.addAll(head(own));
    words.addAll(Naming.past(own));
    String remarks = table.remarks().strip();
    if (remarks.matches("[\\p{L} ]{3,40}") && remarks.split(" ").length <= 4) {
      words.add(remarks.toLowerCase(Locale.ROOT));
    }
    return List.copyOf(words);
  }

  /** {@code transaction} for {@code wallet transactions daily}, where nothing else is called so. */
  private List<String> head(String thing) {
    List<String> parts = new ArrayList<>(List.of(thing.split(" ")));
    while (parts.size() > 1 && TRAILING.contains(parts.getLast())) {
      parts.removeLast();
    }
    String head = Naming.singular(parts.getLast());
    boolean other =
        things.stream()
                .anyMatch(t -> !t.equals(thing) && (" " + t + " ").contains(" " + head + " "))
            || schema.tables().stream()
                .anyMatch(table ->
                    table.columns().stream()
                        .anyMatch(c -> Naming.singular(candidates.phrase(table, c)).equals(head)));
    return other || thing.equals(head) ? List.of() : List.of(head, head + "s");
  }

  private Field field(Schema.Table table, Schema.Column column) {
    Field.Type type = Guesses.type(table, column, candidates.phrase(table, column));
    boolean dated = type == Field.Type.DATE || type == Field.Type.MOMENT;
    List<Field.Choice> choices =
        switch (type) {
          case TEXT -> choices(column);
          case INTEGER -> numbers(column);
          default -> List.of();
        };
    return new Field(
        fieldName(table, column),
        column.name(),
        type,
        words(table, column),
        dated ? Guesses.verbs(column) : List.of(),
        Guesses.unit(column, type),
        type == Field.Type.MONEY ? currency(table) : null,
        choices,
        type == Field.Type.TEXT && isSampled(column, spelling.phrase(table, column)));
  }

  /** Values were read before it was told whose they are. */
  private static List<Field.Choice> choices(Schema.Column column) {
    boolean personal = column.allowed().isEmpty() && Guesses.isPersonal(column.called());
    return personal ? List.of() : Guesses.choices(column);
  }

  /** Its own words, and those of its remarks that mean no other column of the table. */
  private List<String> words(Schema.Table table, Schema.Column column) {
    String thing = candidates.thing(table);
    Set<String> words = new LinkedHashSet<>(Guesses.words(table, column, spelling, thing));
    String phrase = candidates.phrase(table, column);
    String bare = phrase.endsWith(" name") ? phrase.substring(0, phrase.length() - 5) : "";
    if (bare.matches("\\p{L}{3,}") && !things.contains(bare)) {
      words.add(bare);
    }
    for (String remarked : Remarked.words(column, thing, things)) {
      boolean other =
          table.columns().stream()
              .filter(c -> !c.equals(column))
              .anyMatch(c ->
                  Guesses.words(table, c, spelling, thing).contains(remarked)
                      || Remarked.words(c, thing, things).contains(remarked));
      if (!other) {
        words.add(remarked);
      }
    }
    return List.copyOf(words);
  }

  /** A word for a number is none where it is a thing's: {@code 1 for customer}. */
  private List<Field.Choice> numbers(Schema.Column column) {
    List<Field.Choice> numbers = Remarked.numbers(column);
    boolean things =
        numbers.stream()
            .flatMap(choice -> choice.words().stream())
            .anyMatch(word -> this.things.contains(Naming.singular(word)));
    return things ? List.of() : numbers;
  }

  private static boolean isSampled(Schema.Column column, String phrase) {
    List<String> seen = column.seen().values();
    return !Guesses.isPersonal(phrase)
        && !Guesses.isPersonal(column.name())
        && !Guesses.isProse(phrase)
        && seen.size() <= MOST_SAMPLED
        && seen.stream().noneMatch(value -> value.length() > LONG_TEXT);
  }

  private static @Nullable String currency(Schema.Table table) {
    return table.columns().stream()
        .filter(column -> column.names().stream().anyMatch(Guesses::isCurrency))
        .findFirst()
        .map(column -> fieldName(table, column))
        .orElse(null);
  }

  /** When a thing came to be, before anything that happened to it later. */
  private @Nullable String date(Schema.Table table, List<Field> fields) {
    List<Field> dates =
        fields.stream()
            .filter(f -> f.type() == Field.Type.DATE || f.type() == Field.Type.MOMENT)
            .toList();
    String entity = candidates.thing(table);
    for (String wanted : List.of(entity + " date", "date", "created at", "created on", "created")) {
      for (Field field : dates) {
        if (Naming.phrase(field.name()).equals(wanted) || field.words().contains(wanted)) {
          return field.name();
        }
      }
    }
    return dates.stream()
        .filter(field -> !OLDER.matcher(Naming.phrase(field.name())).find())
        .findFirst()
        .map(Field::name)
        .orElse(null);
  }

  /** What names a row first, then the rest as it stands; no keys and no long texts. */
  private static List<String> shown(List<Field> fields) {
    List<Field> seen =
        fields.stream()
            .filter(f -> f.type() != Field.Type.KEY)
            .filter(f -> f.type() != Field.Type.TEXT || f.sampled() || !f.choices().isEmpty())
            .toList();
    List<String> shown = new ArrayList<>();
    seen.stream()
        .filter(f -> f.words().stream().anyMatch(word -> NAMING.matcher(word).find()))
        .limit(2)
        .forEach(f -> shown.add(f.name()));
    seen.stream()
        .map(Field::name)
        .filter(name -> !shown.contains(name))
        .limit(MOST_SHOWN - shown.size())
        .forEach(shown::add);
    return shown.isEmpty() ? fields.stream().limit(1).map(Field::name).toList() : shown;
  }

  private static @Nullable String tenant(Schema.Table table) {
    List<String> possible =
        table.columns().stream()
            .map(Schema.Column::name)
            .filter(c -> !table.key().equals(List.of(c)))
            .filter(c -> TENANT.matcher(Naming.phrase(c)).matches())
            .toList();
    for (String likely : TENANTS) {
      for (String column : possible) {
        if (Naming.phrase(column).startsWith(likely)) {
          return column;
        }
      }
    }
    return possible.isEmpty() ? null : possible.getFirst();
  }
}
