package dev.tenlines.tagging;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a token is to anybody, and the words in the names of fields that ask for it. */
enum Meaning {
  TIME("time", "hour", "clock", "uhrzeit", "heure"),
  DAY("date", "day", "when", "datum", "jour", "fecha"),
  NUMBER("number", "count", "quantity", "people", "persons", "guests", "party", "seats", "size"),
  PEOPLE("people", "persons", "guests", "party", "seats", "adults"),
  GIVEN("first", "given", "forename", "firstname", "vorname"),
  SURNAME("last", "surname", "family", "lastname", "nachname"),
  NAME("name", "speaker", "person", "contact", "host", "author", "lecturer", "customer", "who"),
  PLACE("place", "location", "room", "venue", "where", "ort"),
  MONEY("price", "total", "money", "cost", "sum", "fee", "amount", "betrag"),
  EMAIL("email", "mail"),
  PHONE("phone", "telephone", "mobile", "telefon"),
  URL("url", "link", "website");

  @SuppressWarnings("ImmutableEnumChecker") // made of constants by List.of
  private final List<String> words;

  Meaning(String... words) {
    this.words = List.of(words);
  }

  /** What the name of a field asks for; of first_name the first name only. */
  static Set<Meaning> of(String field) {
    Set<Meaning> meanings = EnumSet.noneOf(Meaning.class);
    String split = field.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").toLowerCase(Locale.ROOT);
    for (String part : split.split("[^\\p{L}]+")) {
      for (Meaning meaning : values()) {
        if (meaning.words.contains(part) || meaning == TIME && part.endsWith("time")) {
          meanings.add(meaning);
        }
      }
    }
    if (meanings.contains(GIVEN) || meanings.contains(SURNAME)) {
      meanings.remove(NAME);
    }
    return meanings;
  }
}
