package dev.tenlines.rendering;

import dev.tenlines.catalog.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What databases write differently. */
public enum Dialect {
  SQLITE,
  POSTGRESQL,
  /** MySQL and MariaDB. */
  MYSQL,
  H2;

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  /** A number in a text, and nothing else there. */
  private static final String NUMERIC = "'^ *[-+]{0,1}[0-9]+[.]{0,1}[0-9]* *$'";

  /** The dialect of a JDBC address or of a product's name; null for another database. */
  public static @Nullable Dialect of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    lower = lower.startsWith("jdbc:") ? lower.substring(5).split(":", 2)[0] : lower;
    return switch (lower) {
      case "sqlite" -> SQLITE;
      case "postgresql" -> POSTGRESQL;
      case "mysql", "mariadb" -> MYSQL;
      case "h2" -> H2;
      default -> null;
    };
  }

  /** A name as the database spells it. */
  public String quote(String name) {
    return this == MYSQL
        ? "`" + name.replace("`", "``") + "`"
        : "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** A table's name, with its schema before a point if any. */
  public String table(String name) {
    List<String> parts = new ArrayList<>();
    for (String part : name.split("\\.", -1)) {
      parts.add(quote(part));
    }
    return String.join(".", parts);
  }

  /** A text as a parameter can hold it: no half characters, and no zero in PostgreSQL. */
  String text(String text) {
    StringBuilder held = new StringBuilder(text.length());
    text.codePoints()
        .map(c ->
            c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE
                    || c == 0 && this == POSTGRESQL
                ? 0xFFFD
                : c)
        .forEach(held::appendCodePoint);
    return held.toString();
  }

  /** A number as a parameter; SQLite keeps no decimals. */
  Object number(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    if (plain.scale() <= 0 && plain.precision() - plain.scale() <= 18) {
      return plain.longValueExact();
    }
    return this == SQLITE ? plain.doubleValue() : plain;
  }

  /** A day as a parameter; as text where drivers differ or the column is one. */
  Object day(LocalDate day, boolean text) {
    return text || this == SQLITE || this == MYSQL ? day.toString() : day;
  }

  Object moment(LocalDateTime moment, boolean text) {
    return text || this == SQLITE || this == MYSQL ? SECONDS.format(moment) : moment;
  }

  Object truth(boolean truth) {
    if (this == SQLITE) {
      return truth ? 1L : 0L;
    }
    return truth;
  }

  /** A value of any type as text. */
  Sql asText(Sql value, Stored stored) {
    return switch (this) {
      case SQLITE -> stored == Stored.TEXT ? value : Sql.format("CAST(%s AS TEXT)", value);
      case POSTGRESQL -> Sql.format("CAST(%s AS text)", value);
      case MYSQL -> stored == Stored.TEXT ? value : Sql.format("CAST(%s AS CHAR)", value);
      case H2 -> stored == Stored.TEXT ? value : Sql.format("CAST(%s AS VARCHAR)", value);
    };
  }

  /** Whether a text is one of others, whatever their case. */
  Sql among(Sql text, List<String> values) {
    if (this == SQLITE) {
      Set<String> spellings = new LinkedHashSet<>();
      values.forEach(value -> spellings.addAll(spellings(value)));
      return in(Sql.format("%s COLLATE NOCASE", text), spellings.stream().map(Sql::bound).toList());
    }
    List<Sql> lower =
        values.stream().map(v -> Sql.format("LOWER(%s)", Sql.bound(text(v)))).toList();
    return in(Sql.format("LOWER(%s)", text), lower);
  }

  /** Whether a column names a tenant, letter for letter: a collation must not join two of them. */
  Sql same(Sql column, String tenant, Stored stored) {
    Sql bound = Sql.bound(text(tenant));
    return switch (this) {
      case SQLITE -> Sql.format("%s COLLATE BINARY = %s", column, bound);
      case MYSQL ->
          Sql.format(
              "%s = %s AND CAST(%s AS BINARY) = CAST(%s AS BINARY)", column, bound, column, bound);
      case POSTGRESQL, H2 ->
          switch (stored) {
            case NUMBER -> numbered(column, tenant);
            case TEXT -> Sql.format("%s = %s", column, bound);
            default -> Sql.format("%s = %s", asText(column, stored), bound);
          };
    };
  }

  private Sql numbered(Sql column, String tenant) {
    return tenant.matches("-?[0-9]{1,18}")
        ? Sql.format("%s = %s", column, Sql.bound(Long.parseLong(tenant)))
        : Sql.of("1 = 0");
  }

  /** One value, or one of several. */
  static Sql in(Sql value, List<Sql> values) {
    return values.size() == 1
        ? Sql.format("%s = %s", value, values.getFirst())
        : Sql.format("%s IN (%s)", value, Sql.join(", ", values));
  }

  /** Whether a text has a pattern's form, whatever its case; an exclamation mark escapes. */
  Sql like(Sql text, String pattern) {
    return switch (this) {
      case SQLITE -> {
        List<Sql> any =
            spellings(pattern).stream()
                .map(p -> Sql.format("%s LIKE %s ESCAPE '!'", text, Sql.bound(p)))
                .toList();
        yield any.size() == 1 ? any.getFirst() : Sql.of("(").add(Sql.join(" OR ", any)).add(")");
      }
      case POSTGRESQL -> Sql.format("%s ILIKE %s ESCAPE '!'", text, Sql.bound(text(pattern)));
      case MYSQL, H2 ->
          Sql.format("LOWER(%s) LIKE LOWER(%s) ESCAPE '!'", text, Sql.bound(text(pattern)));
    };
  }

  /** SQLite knows the case of English letters only: words with others are bound in all cases. */
  private List<String> spellings(String value) {
    String held = text(value);
    if (held.chars().allMatch(c -> c < 128)) {
      return List.of(held);
    }
    String lower = held.toLowerCase(Locale.ROOT);
    StringBuilder title = new StringBuilder(lower);
    for (int i = 0; i < title.length(); i++) {
      if (i == 0 || !Character.isLetterOrDigit(title.charAt(i - 1))) {
        title.setCharAt(i, Character.toUpperCase(title.charAt(i)));
      }
    }
    return List.copyOf(
        new LinkedHashSet<>(List.of(held, lower, held.toUpperCase(Locale.ROOT), title.toString())));
  }

  /** The number that a text is; null where it is none. */
  Sql toNumber(Sql text) {
    return switch (this) {
      case SQLITE ->
          Sql.format(
              "CASE WHEN GLOB('[0-9]*', %s) = 1 OR GLOB('[-+.][0-9]*', %s) = 1"
                  + " THEN CAST(REPLACE(%s, ',', '') AS REAL) END",
              text, text, text);
      case POSTGRESQL -> Sql.format("CAST(SUBSTRING(%s FROM " + NUMERIC + ") AS numeric)", text);
      case MYSQL ->
          Sql.format(
              "CASE WHEN %s REGEXP " + NUMERIC + " THEN CAST(%s AS DECIMAL(38, 10)) END",
              text,
              text);
      case H2 ->
          Sql.format(
              "CASE WHEN REGEXP_LIKE(%s, " + NUMERIC + ") THEN CAST(%s AS DECIMAL(38, 10)) END",
              text,
              text);
    };
  }

  /**
   * What rows are sorted by; those without a value come last.
   *
   * @param value the value, or its name among those that are shown
   * @param whole the value in full, where its name may not be part of something longer
   */
  Sql sorted(Sql value, Sql whole, Field.Type type, boolean descending) {
    Sql by =
        this == SQLITE && type == Field.Type.TEXT ? Sql.format("%s COLLATE NOCASE", value) : value;
    String order = descending ? " DESC" : " ASC";
    return this == MYSQL
        ? Sql.format("%s IS NULL, %s" + order, whole, by)
        : Sql.format("%s" + order + " NULLS LAST", by);
  }

  /** The type that ratios are reckoned in. */
  String decimal() {
    return this == SQLITE ? "REAL" : "DECIMAL(38, 10)";
  }
}
