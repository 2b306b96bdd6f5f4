package dev.tenlines.fields;

import dev.tenlines.TenlinesException;
import dev.tenlines.identifiers.Codes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what fields a schema declares, and of what type: by format, else by name. */
final class SchemaFields {
  /** The last word of a name, or the one before {@code _date}, tells what text fields hold. */
  private static final Set<String> ORGANISATIONS =
      Set.of(
          "company",
          "organisation",
          "organization",
          "vendor",
          "supplier",
          "seller",
          "issuer",
          "customer",
          "buyer",
          "merchant",
          "store",
          "employer",
          "organizer",
          "organiser",
          "carrier");

  /** Words before {@code name} that speak of people. */
  private static final Set<String> PEOPLE = Set.of("first", "last", "full", "contact", "person");

  private static final Map<FieldType, Set<String>> NAMES =
      Map.ofEntries(
          Map.entry(FieldType.DATE, Set.of("date", "day", "birthday", "dob", "due")),
          Map.entry(FieldType.TIME, Set.of("time")),
          Map.entry(FieldType.EMAIL, Set.of("email", "mail")),
          Map.entry(FieldType.PHONE, Set.of("phone", "telephone", "tel", "mobile", "fax", "cell")),
          Map.entry(FieldType.URL, Set.of("url", "website", "web", "link", "homepage")),
          Map.entry(FieldType.CURRENCY, Set.of("currency")),
          Map.entry(FieldType.ADDRESS, Set.of("address")),
          Map.entry(
              FieldType.CODE,
              Set.of("number", "no", "nr", "id", "code", "reference", "ref", "sku", "tracking")),
          Map.entry(FieldType.ORGANISATION, ORGANISATIONS),
          Map.entry(
              FieldType.PERSON,
              Set.of("person", "contact", "speaker", "host", "author", "recipient", "cashier")));

  private static final Set<String> MONEY =
      Set.of(
          "amount",
          "total",
          "price",
          "sum",
          "net",
          "gross",
          "tax",
          "vat",
          "subtotal",
          "cost",
          "fee",
          "shipping",
          "discount",
          "balance",
          "tip",
          "paid",
          "change",
          "cash");
  private static final Set<String> PERCENT = Set.of("percent", "percentage", "rate");

  private final String file;
  private final List<FieldSpec> fields = new ArrayList<>();

  private SchemaFields(String file) {
    this.file = file;
  }

  static List<FieldSpec> of(String file, JsonNode root) {
    SchemaFields read = new SchemaFields(file);
    read.properties("", root);
    if (read.fields.isEmpty()) {
      throw new TenlinesException(
          "TL-291",
          "The schema (" + file + ") declares no field.",
          "Maybe name them under \"properties\".");
    }
    return read.fields;
  }

  private void properties(String prefix, JsonNode object) {
    Set<String> required = new LinkedHashSet<>();
    object.path("required").forEach(name -> required.add(name.asString("")));
    for (Map.Entry<String, JsonNode> entry : object.path("properties").properties()) {
      String name = prefix + entry.getKey();
      JsonNode property = entry.getValue();
      boolean nested = property.path("properties").isObject();
      if (nested && prefix.isEmpty()) {
        properties(name + ".", property);
      } else if (nested || property.path("items").path("properties").isObject()) {
        throw new TenlinesException(
            "TL-292",
            "The field (" + name + ") of the schema (" + file + ") is nested too deeply.",
            "Maybe declare fields, lists of values, or objects of fields.");
      } else {
        fields.add(field(name, property, required.contains(entry.getKey())));
      }
    }
  }

  private static FieldSpec field(String name, JsonNode property, boolean required) {
    boolean many = property.path("items").isObject();
    JsonNode one = many ? property.path("items") : property;
    List<String> choices = new ArrayList<>();
    one.path("enum").forEach(choice -> choices.add(choice.asString("")));
    String format = one.path("format").asString("");
    FieldType type = choices.isEmpty() ? type(name, kind(one), format) : FieldType.CHOICE;
    return new FieldSpec(
        name,
        type,
        type == FieldType.IDENTIFIER ? identifier(name, format) : "",
        labels(name, property),
        property.path("description").asString(""),
        required,
        many,
        choices);
  }

  /** A schema may allow null beside the type. */
  private static String kind(JsonNode property) {
    JsonNode type = property.path("type");
    if (type.isArray()) {
      for (JsonNode one : type) {
        if (!one.asString("").equals("null")) {
          return one.asString("");
        }
      }
    }
    return type.asString("string");
  }

  private static FieldType type(String name, String kind, String format) {
    if (!format.isEmpty()) {
      FieldType said = format(format);
      if (said != null) {
        return said;
      }
    }
    List<String> words = words(name);
    String last = words.getLast();
    return switch (kind) {
      case "integer" -> FieldType.INTEGER;
      case "number" ->
          words.stream().anyMatch(PERCENT::contains)
              ? FieldType.PERCENT
              : words.stream().anyMatch(MONEY::contains) ? FieldType.MONEY : FieldType.NUMBER;
      default -> identifier(name, format).isEmpty() ? named(words, last) : FieldType.IDENTIFIER;
    };
  }

  private static FieldType named(List<String> words, String last) {
    for (Map.Entry<FieldType, Set<String>> entry : NAMES.entrySet()) {
      if (entry.getValue().contains(last)) {
        return entry.getKey();
      }
    }
    if (last.equals("name") && words.size() > 1) {
      String before = words.get(words.size() - 2);
      return ORGANISATIONS.contains(before)
          ? FieldType.ORGANISATION
          : PEOPLE.contains(before) ? FieldType.PERSON : FieldType.TEXT;
    }
    return last.equals("name") ? FieldType.PERSON : FieldType.TEXT;
  }

  private static @Nullable FieldType format(String format) {
    return switch (format) {
      case "date" -> FieldType.DATE;
      case "time" -> FieldType.TIME;
      case "date-time" -> FieldType.MOMENT;
      case "duration" -> FieldType.DURATION;
      case "email", "idn-email" -> FieldType.EMAIL;
      case "uri", "url", "iri", "uri-reference" -> FieldType.URL;
      case "phone" -> FieldType.PHONE;
      case "money" -> FieldType.MONEY;
      case "percent" -> FieldType.PERCENT;
      case "currency" -> FieldType.CURRENCY;
      case "code" -> FieldType.CODE;
      case "person" -> FieldType.PERSON;
      case "organisation", "organization" -> FieldType.ORGANISATION;
      case "address" -> FieldType.ADDRESS;
      default ->
          Codes.kinds().contains(format) || format.equals("vat") ? FieldType.IDENTIFIER : null;
    };
  }

  /** What kind of code a format or a name speaks of; empty for none. */
  private static String identifier(String name, String format) {
    if (Codes.kinds().contains(format) || format.equals("vat")) {
      return format;
    }
    String last = words(name).getLast();
    boolean vat = words(name).contains("vat") && Set.of("id", "number", "no").contains(last);
    return vat ? "vat" : Set.of("iban", "bic").contains(last) ? last : "";
  }

  /** The words of a name: {@code invoiceNo} and {@code invoice_no} are two. */
  static List<String> words(String name) {
    return List.of(
        name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
            .replaceAll("[._-]+", " ")
            .toLowerCase(Locale.ROOT)
            .strip()
            .split("\\s+"));
  }

  private static List<String> labels(String name, JsonNode property) {
    Set<String> labels = new LinkedHashSet<>();
    labels.add(property.path("title").asString(""));
    property.path("x-labels").forEach(label -> labels.add(label.asString("")));
    labels.add(String.join(" ", words(name)));
    labels.remove("");
    return List.copyOf(labels);
  }
}
