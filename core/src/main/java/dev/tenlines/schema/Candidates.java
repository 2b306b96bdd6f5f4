package dev.tenlines.schema;

import dev.tenlines.catalog.Naming;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What names, types and remarks say about the keys of tables and about who names whose rows. */
final class Candidates {
  private static final List<String> KEYS =
      List.of("id", "code", "key", "no", "number", "uuid", "name");

  private final Schema schema;
  private final Spelling spelling;
  private final String prefix;

  Candidates(Schema schema) {
    this.schema = schema;
    this.spelling = Spelling.of(schema);
    this.prefix = Guesses.commonPrefix(schema.tables().stream().map(spelling::phrase).toList());
  }

  /**
   * A table whose rows a column may name.
   *
   * @param certain how much of it the names alone say, 3 for all
   */
  record Guess(Schema.Reference reference, int certain) {}

  /** What a row of a table is called. */
  String thing(Schema.Table table) {
    String phrase = spelling.phrase(table);
    String own = phrase.startsWith(prefix) ? phrase.substring(prefix.length()) : phrase;
    return Naming.singular(Guesses.writtenOut(own));
  }

  /** What a column is called, without what all columns of its table begin with. */
  String phrase(Schema.Table table, Schema.Column column) {
    List<String> all = table.columns().stream().map(c -> spelling.phrase(table, c)).toList();
    String start = Guesses.commonPrefix(all);
    String phrase = spelling.phrase(table, column);
    return Guesses.writtenOut(phrase.startsWith(start) ? phrase.substring(start.length()) : phrase);
  }

  /** Columns that may be a table's key, the likeliest first. */
  List<Schema.Column> keys(Schema.Table table) {
    boolean joining =
        table.columns().size() > 1
            && table.columns().stream().allMatch(c -> isShortId(phrase(table, c)));
    return joining
        ? List.of()
        : table.columns().stream()
            .filter(c -> rank(table, c) > 0)
            .sorted(Comparator.comparingInt((Schema.Column c) -> rank(table, c)).reversed())
            .toList();
  }

  private static boolean isShortId(String phrase) {
    return phrase.equals("id") || phrase.endsWith(" id") || phrase.matches("\\p{L}{1,2}id");
  }

  private int rank(Schema.Table table, Schema.Column column) {
    if (Guesses.isSecret(column.name()) || Guesses.isProse(column.name()) || kind(column) == 0) {
      return 0;
    }
    String thing = thing(table);
    String phrase = phrase(table, column);
    String remarks = column.remarks().toLowerCase(Locale.ROOT);
    String last = thing.substring(thing.lastIndexOf(' ') + 1);
    if (phrase.equals(thing + " id") || phrase.equals(last + " id") || phrase.equals("id")) {
      return 6;
    }
    if (remarks.matches(".*\\bunique (id|identifier)\\b.*\\b(" + thing + "|" + last + ")\\b.*")) {
      return 5;
    }
    if (phrase.matches("\\p{L}{1,2}id") && phrase.charAt(0) == thing.charAt(0)) {
      return 4;
    }
    if (KEYS.stream().anyMatch(key -> phrase.equals(thing + " " + key))) {
      return 3 + (phrase.endsWith(" name") ? -1 : 0);
    }
    boolean first = table.columns().getFirst().equals(column);
    return first && !isNamedAlike(column) && isElsewhere(table, column) ? 1 : 0;
  }

  private static boolean isNamedAlike(Schema.Column column) {
    return List.of("name", "title", "status", "type", "year", "date", "description", "count")
        .contains(Naming.phrase(column.name()));
  }

  private boolean isElsewhere(Schema.Table table, Schema.Column column) {
    return schema.tables().stream()
        .anyMatch(t -> !t.name().equals(table.name()) && t.column(column.name()) != null);
  }

  /** The tables whose rows a column may name, the likeliest first. */
  List<Guess> references(Schema.Table from, Schema.Column column) {
    List<Guess> guesses = new ArrayList<>();
    for (Schema.Table to : schema.tables()) {
      Schema.Column key = to.key().size() == 1 ? to.column(to.key().getFirst()) : null;
      int certain = key == null || to.equals(from) ? 0 : certain(from, column, to, key);
      if (key != null && certain > 0) {
        guesses.add(
            new Guess(
                new Schema.Reference(List.of(column.name()), to.name(), List.of(key.name()), true),
                certain));
      }
    }
    guesses.sort(Comparator.comparingInt(Guess::certain).reversed());
    return guesses;
  }

  private int certain(Schema.Table from, Schema.Column column, Schema.Table to, Schema.Column key) {
    if (kind(column) == 0 || kind(column) != kind(key)) {
      return 0;
    }
    String phrase = phrase(from, column);
    String thing = thing(to);
    boolean keyed = KEYS.stream().anyMatch(k -> phrase.equals(thing + " " + k));
    String named =
        KEYS.stream().filter(k -> phrase.endsWith(" " + thing + " " + k)).findFirst().orElse("");
    boolean same = column.name().equalsIgnoreCase(key.name());
    boolean own = from.key().equals(List.of(column.name()));
    if (keyed && (same || isKeyOf(phrase(to, key), thing, phrase))) {
      return 5;
    }
    if (same && !own && !phrase.equals("id")) {
      return 4;
    }
    if (!named.isEmpty() && isKeyOf(phrase(to, key), thing, thing + " " + named)) {
      return 3;
    }
    if (own) {
      return 0;
    }
    if (isReferring(column, thing)) {
      return 2;
    }
    return phrase.endsWith(" " + thing) || phrase.equals(thing) ? 1 : 0;
  }

  /** Whether a key is called like that, with its table's name or without. */
  private static boolean isKeyOf(String key, String thing, String phrase) {
    boolean shortened = key.matches("\\p{L}{1,2}id") && phrase.equals(thing + " id");
    return shortened || key.equals(phrase) || (thing + " " + key).equals(phrase);
  }

  /** {@code ID of the customer who ordered}, {@code references customers}. */
  private static boolean isReferring(Schema.Column column, String thing) {
    return Pattern.compile(
            "(foreign key|referenc\\w*|refers to|\\b(id|identifier|code|key) (of|for)|assigned to)( to)?( the| an?| each)?"
                + "( \\w+)? ['\"]?"
                + Pattern.quote(thing)
                + "s?\\b")
        .matcher(column.remarks().toLowerCase(Locale.ROOT))
        .find();
  }

  /** 1 for whole numbers, 2 for short texts, 0 for what names no rows. */
  private static int kind(Schema.Column column) {
    return switch (column.sqlType()) {
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC -> 1;
      case Types.CHAR, Types.VARCHAR, Types.NCHAR, Types.NVARCHAR -> 2;
      default -> column.typeName().equalsIgnoreCase("uuid") ? 3 : 0;
    };
  }

  /** The whole table by its name, or null. */
  Schema.@Nullable Table table(String name) {
    return tables().filter(t -> t.name().equalsIgnoreCase(name)).findFirst().orElse(null);
  }

  private Stream<Schema.Table> tables() {
    return schema.tables().stream();
  }
}
