package dev.tenlines.notices;

import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.FieldType;
import dev.tenlines.text.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a field asks about a contact, an event or an order. */
enum Topic {
  NAME(
      "name",
      "full name",
      "contact name",
      "sender name",
      "sender",
      "author",
      "contact",
      "contact person",
      "person",
      "ansprechpartner"),
  ROLE("role", "job title", "position", "job", "function", "profession", "funktion"),
  ORGANISATION(
      "organisation",
      "organization",
      "company",
      "company name",
      "firm",
      "employer",
      "institution",
      "affiliation",
      "firma"),
  ADDRESS(
      "address",
      "postal address",
      "street address",
      "contact address",
      "company address",
      "adresse"),
  PHONE(
      "phone",
      "telephone",
      "tel",
      "phone number",
      "contact phone",
      "landline",
      "customer phone",
      "telefon"),
  MOBILE("mobile", "cell", "mobile phone", "cell phone", "mobile number", "handy", "mobil"),
  FAX("fax", "fax number", "telefax"),
  EMAIL(
      "email",
      "e mail",
      "mail",
      "email address",
      "contact email",
      "sender email",
      "author email",
      "customer email"),
  LINK("url", "link", "registration url", "registration link", "event url"),
  WEBSITE("website", "web", "homepage", "web site"),
  TITLE("title", "event", "event title", "event name", "topic", "talk", "titel"),
  DATE("date", "event date", "day", "datum"),
  START("start time", "time", "start", "stime", "begin", "begins at", "starts at", "beginn"),
  END("end time", "end", "etime", "ends at", "ende"),
  LOCATION("location", "place", "venue", "room", "where", "ort"),
  SPEAKER("speaker", "lecturer", "presenter", "talker", "referent"),
  ORGANISER("organiser", "organizer", "host", "hosted by", "veranstalter"),
  ORDERED("order date", "ordered on", "date of order", "bestelldatum"),
  DELIVERY(
      "delivery date", "deliver by", "delivery", "delivered on", "lieferdatum", "liefertermin"),
  SELLER("seller", "supplier", "vendor", "merchant"),
  CUSTOMER("customer", "buyer", "client", "customer name", "kunde"),
  DELIVERED_TO("delivery address", "shipping address", "ship to", "deliver to", "lieferadresse"),
  NONE;

  private static final Map<String, Topic> BY_NAME =
      Stream.of(values())
          .flatMap(topic -> topic.names.stream().map(name -> Map.entry(name, topic)))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  @SuppressWarnings("ImmutableEnumChecker") // made of constants by List.of
  private final List<String> names;

  Topic(String... names) {
    this.names = List.of(names);
  }

  /** The topic of a field by its name, else by what documents call it. */
  static Topic of(FieldSpec field) {
    return Stream.concat(Stream.of(field.name()), field.labels().stream())
        .map(Topic::words)
        .filter(BY_NAME::containsKey)
        .map(name -> BY_NAME.getOrDefault(name, NONE))
        .filter(topic -> topic.fits(field.type()))
        .findFirst()
        .orElse(NONE);
  }

  private static String words(String name) {
    return Words.of(name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").replace('_', ' '))
        .all()
        .stream()
        .map(Words.Word::folded)
        .collect(Collectors.joining(" "));
  }

  private boolean fits(FieldType type) {
    return switch (type) {
      case DATE -> this == DATE || this == ORDERED || this == DELIVERY;
      case TIME -> this == START || this == END;
      case EMAIL -> this == EMAIL;
      case PHONE -> this == PHONE || this == MOBILE || this == FAX;
      case URL -> this == LINK || this == WEBSITE;
      case TEXT, PERSON, ORGANISATION, ADDRESS -> true;
      default -> false;
    };
  }
}
