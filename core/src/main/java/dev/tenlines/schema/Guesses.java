package dev.tenlines.schema;

import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Naming;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the name, the type and the remarks of a column suggest. */
final class Guesses {
  private static final Pattern SECRET =
      Pattern.compile(
          "\\b(password|passwd|passphrase|pwd|hash|salt|tokens?|secrets?|credentials?|cvv|cvc|otp|pin"
              + "|(api|private|access|secret|encryption|signing) ?keys?|apikey)\\b");

  private static final Pattern PERSONAL =
      Pattern.compile(
          "\\b(e?mail|phone|mobile|fax|address|street|birth|birthday|dob|ssn|iban|passport|ip|card number"
              + "|tax id|account number)\\b");

  private static final Pattern MONEY =
      Pattern.compile(
          "\\b(prices?|amounts?|costs?|revenues?|salar(y|ies)|fees?|balances?|budgets?|payments?|wages?"
              + "|incomes?|spend|spending|charges?|msrp|subtotal|fare|commission|turnover|gdp)"
              + "( usd| eur| gbp)?$");

  private static final Pattern CURRENCY =
      Pattern.compile("\\b(USD|EUR|GBP|CHF|JPY|CAD|AUD|INR|CNY|SEK|NOK|DKK|PLN)\\b");

  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("kg", "kg"),
          Map.entry("km", "km"),
          Map.entry("cm", "cm"),
          Map.entry("mm", "mm"),
          Map.entry("ml", "ml"),
          Map.entry("mg", "mg"),
          Map.entry("ms", "ms"),
          Map.entry("seconds", "seconds"),
          Map.entry("minutes", "minutes"),
          Map.entry("hours", "hours"),
          Map.entry("days", "days"),
          Map.entry("miles", "miles"),
          Map.entry("percent", "%"),
          Map.entry("percentage", "%"),
          Map.entry("pct", "%"));

  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("qty", "quantity"),
          Map.entry("amt", "amount"),
          Map.entry("num", "number"),
          Map.entry("no", "number"),
          Map.entry("nr", "number"),
          Map.entry("addr", "address"),
          Map.entry("desc", "description"),
          Map.entry("dob", "date of birth"),
          Map.entry("dept", "department"),
          Map.entry("emp", "employee"),
          Map.entry("cust", "customer"),
          Map.entry("acct", "account"),
          Map.entry("txn", "transaction"),
          Map.entry("tx", "transaction"),
          Map.entry("avg", "average"),
          Map.entry("min", "minimum"),
          Map.entry("max", "maximum"),
          Map.entry("pct", "percent"),
          Map.entry("yr", "year"),
          Map.entry("wt", "weight"),
          Map.entry("temp", "temperature"),
          Map.entry("lang", "language"),
          Map.entry("org", "organization"),
          Map.entry("cat", "category"));

  private static final Set<String> IRREGULAR =
      Set.of("sent", "paid", "sold", "bought", "born", "built", "left", "lost", "won", "seen");

  private static final Pattern POSSIBLE =
      Pattern.compile(
          "(?i)(?:possible values|allowed values|one of|values)\\s*(?:are|:|=)?\\s*(.+)");

  /** What people say of values that programmers write otherwise. */
  private static final Map<String, List<String>> OUTCOMES =
      Map.ofEntries(
          Map.entry("success", List.of("successful", "succeeded")),
          Map.entry("fail", List.of("failed", "failing")),
          Map.entry("failure", List.of("failed")),
          Map.entry("error", List.of("erroneous")),
          Map.entry("refund", List.of("refunded")),
          Map.entry("cancel", List.of("cancelled", "canceled")),
          Map.entry("cancelled", List.of("canceled")),
          Map.entry("canceled", List.of("cancelled")),
          Map.entry("delete", List.of("deleted")));

  private static final Pattern VERB = Pattern.compile("(?:.* )?(\\p{L}+) (?:at|on|date|time)");

  private static final Set<String> PARTS =
      Set.of("id", "name", "title", "code", "type", "date", "number", "status");

  /** To be read, not to be called by. */
  private static final Pattern PROSE =
      Pattern.compile(
          "\\b(text|comments?|descriptions?|message|notes?|body|content|abstract|summary|remarks?)$");

  private static final int MOST_CHOICES = 30;
  private static final int LEAST_NAMES = 3;

  private Guesses() {}

  /** What nobody should ever find by a search. */
  static boolean isSecret(String column) {
    return SECRET.matcher(Naming.phrase(column)).find();
  }

  /** What leads to a person: never read to be listed. */
  static boolean isPersonal(String column) {
    return PERSONAL.matcher(Naming.phrase(column)).find();
  }

  static boolean isProse(String column) {
    return PROSE.matcher(Naming.phrase(column)).find();
  }

  static Field.Type type(Schema.Table table, Schema.Column column, String phrase) {
    Field.Type stored = stored(column);
    if ((isKey(table, column) || isId(phrase))
        && stored != Field.Type.DATE
        && stored != Field.Type.MOMENT) {
      boolean named = stored == Field.Type.TEXT && !isId(phrase);
      return named ? Field.Type.TEXT : Field.Type.KEY;
    }
    boolean number = stored == Field.Type.DECIMAL || stored == Field.Type.INTEGER;
    if (number && MONEY.matcher(phrase).find()) {
      return Field.Type.MONEY;
    }
    return stored;
  }

  private static boolean isKey(Schema.Table table, Schema.Column column) {
    return table.key().contains(column.name())
        || isId(column.name())
        || table.references().stream().anyMatch(r -> r.columns().contains(column.name()));
  }

  static boolean isId(String column) {
    return Naming.phrase(column).matches("(.* )?(id|uuid|guid|key|pk)");
  }

  static Field.Type stored(Schema.Column column) {
    String type = column.typeName().toLowerCase(Locale.ROOT);
    Field.Type dated = dated(column.seen().values());
    return switch (column.sqlType()) {
      case Types.BOOLEAN -> Field.Type.TRUTH;
      case Types.BIT -> column.size() <= 1 ? Field.Type.TRUTH : Field.Type.INTEGER;
      case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT ->
          type.contains("bool") ? Field.Type.TRUTH : Field.Type.INTEGER;
      case Types.REAL, Types.FLOAT, Types.DOUBLE, Types.DECIMAL, Types.NUMERIC ->
          type.contains("bool") ? Field.Type.TRUTH : Field.Type.DECIMAL;
      case Types.DATE -> Field.Type.DATE;
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> Field.Type.MOMENT;
      default -> {
        if (dated != null) {
          yield dated;
        }
        yield type.equals("uuid") ? Field.Type.KEY : Field.Type.TEXT;
      }
    };
  }

  /** Databases without dates keep them as texts. */
  private static Field.@Nullable Type dated(List<String> values) {
    if (values.isEmpty()) {
      return null;
    }
    if (values.stream().allMatch(v -> v.matches("\\d{4}-\\d{2}-\\d{2}"))) {
      return Field.Type.DATE;
    }
    return values.stream().allMatch(v -> v.matches("\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}.*"))
        ? Field.Type.MOMENT
        : null;
  }

  static @Nullable String unit(Schema.Column column, Field.Type type) {
    if (type == Field.Type.MONEY) {
      String names = String.join(" ", column.names().stream().map(Naming::phrase).toList());
      Matcher said = CURRENCY.matcher(column.remarks() + " " + names.toUpperCase(Locale.ROOT));
      return said.find() ? said.group() : null;
    }
    if (type != Field.Type.INTEGER && type != Field.Type.DECIMAL) {
      return null;
    }
    String said = Remarked.unit(column);
    if (said != null) {
      return said;
    }
    return column.names().stream()
        .map(Naming::phrase)
        .map(phrase -> UNITS.get(phrase.substring(phrase.lastIndexOf(' ') + 1)))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  static boolean isCurrency(String column) {
    return Naming.phrase(column).matches("(.* )?currency( code)?");
  }

  /** What people may call a column: its words, without the table's name, written out. */
  static List<String> words(
      Schema.Table table, Schema.Column column, Spelling spelling, String entity) {
    Set<String> words = new LinkedHashSet<>();
    words.add(Naming.phrase(column.name()));
    String phrase = spelling.phrase(table, column);
    String bare = parted(entity, writtenOut(withoutPrefix(table, phrase, spelling)));
    words.add(bare);
    if (bare.startsWith(entity + " ")) {
      words.add(bare.substring(entity.length() + 1));
    }
    if (bare.startsWith("number ") || bare.endsWith(" number")) {
      String counted =
          bare.startsWith("number ") ? bare.substring(7) : bare.substring(0, bare.length() - 7);
      if (stored(column) == Field.Type.INTEGER && abbreviated(phrase)) {
        words.add("number of " + counted);
        words.add("number of " + counted + "s");
      }
    }
    if (isId(bare)) {
      words.add(bare + "s");
    }
    boolean named = column.sqlType() == Types.VARCHAR && !isId(bare);
    if (table.key().equals(List.of(column.name())) && !named) {
      words.addAll(List.of(entity + " id", entity + " ids", "id", "ids"));
    }
    if (bare.startsWith("is ") || bare.startsWith("has ")) {
      words.add(bare.substring(bare.indexOf(' ') + 1));
    }
    verbs(column).forEach(verb -> words.add(verb + " date"));
    return List.copyOf(words);
  }

  /** A number of things, as against a thing's number. */
  private static boolean abbreviated(String phrase) {
    return phrase.startsWith("num ") || phrase.endsWith(" num");
  }

  /** {@code author name} for {@code authorname} of a table of authors. */
  private static String parted(String entity, String phrase) {
    String rest = phrase.startsWith(entity) ? phrase.substring(entity.length()) : "";
    return PARTS.contains(rest) ? entity + " " + rest : phrase;
  }

  /** Words that all columns of a table begin with say nothing: {@code sbTxAmount}. */
  private static String withoutPrefix(Schema.Table table, String phrase, Spelling spelling) {
    List<String> names = table.columns().stream().map(c -> spelling.phrase(table, c)).toList();
    String prefix = commonPrefix(names);
    return phrase.startsWith(prefix) ? phrase.substring(prefix.length()) : phrase;
  }

  /** Whole words, each with its space, that at least three names begin with and none is alone. */
  static String commonPrefix(List<String> names) {
    if (names.size() < LEAST_NAMES) {
      return "";
    }
    String prefix = "";
    while (true) {
      int end = names.getFirst().indexOf(' ', prefix.length());
      if (end < 0) {
        return prefix;
      }
      String longer = names.getFirst().substring(0, end + 1);
      if (!names.stream().allMatch(name -> name.startsWith(longer))) {
        return prefix;
      }
      prefix = longer;
    }
  }

  static String writtenOut(String phrase) {
    return String.join(
        " ",
        List.of(phrase.split(" ")).stream().map(word -> SHORT.getOrDefault(word, word)).toList());
  }

  /** What happens at a date: {@code shipped} for {@code shipped_at}. */
  static List<String> verbs(Schema.Column column) {
    return column.names().stream()
        .map(name -> VERB.matcher(Naming.phrase(name)))
        .filter(Matcher::matches)
        .map(said -> said.group(1))
        .filter(word -> word.endsWith("ed") || IRREGULAR.contains(word))
        .distinct()
        .toList();
  }

  /** The values a column may have: allowed ones, those its remarks list, or a few repeated ones. */
  static List<Field.Choice> choices(Schema.Column column) {
    if (!column.allowed().isEmpty()) {
      return column.allowed().stream().map(Guesses::choice).toList();
    }
    Matcher listed = POSSIBLE.matcher(column.remarks());
    List<Field.Choice> choices = new ArrayList<>();
    if (listed.find() && listed.group(1).contains(",")) {
      for (String value : listed.group(1).replaceAll("[.]\\s*$", "").split(",\\s*(?:or |and )?")) {
        choices.add(choice(value.strip().replaceAll("^['\"]|['\"]$", "")));
      }
    }
    choices.removeIf(choice -> choice.value().isEmpty() || choice.value().equals("etc"));
    if (choices.isEmpty()) {
      Remarked.listed(column).forEach(value -> choices.add(choice(value)));
    }
    if (choices.isEmpty() && column.repeated()) {
      return column.seen().values().stream().map(Guesses::choice).toList();
    }
    return choices.size() > MOST_CHOICES ? List.of() : choices;
  }

  private static Field.Choice choice(String value) {
    String phrase = Naming.phrase(value);
    boolean said = phrase.equalsIgnoreCase(value) || !value.matches("[A-Za-z_]+");
    List<String> words = new ArrayList<>(OUTCOMES.getOrDefault(phrase, List.of()));
    if (!said) {
      words.addFirst(phrase);
    }
    return new Field.Choice(value, words);
  }
}
