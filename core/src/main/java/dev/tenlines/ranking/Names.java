package dev.tenlines.ranking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that names of organisations and places are made of. */
final class Names {
  /** What ends the name of a company, in the spellings of many countries. */
  static final Pattern LEGAL_FORM =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:s ?d ?n\\.? ?b ?h ?[dn]\\.?|s/b|bhd\\.?|berhad|plt|pte\\.? ?ltd\\.?|pty\\.? ?ltd\\.?"
              + "|inc\\.?|incorporated|corp\\.?|corporation|company|co\\.?,? ?ltd\\.?|co\\.|l\\.?l\\.?c\\.?|l\\.?l\\.?p\\.?"
              + "|l\\.p\\.|lp|ltd\\.?|limited|plc|n\\.?a\\.|gmbh(?: & co\\.? kg)?|ag|se|kg|ohg|e\\.? ?k\\.|ug|e\\.? ?v\\.|eg"
              + "|s\\.?a\\.?r\\.?l\\.?|s\\.?a\\.?s\\.?u?|s\\.?a\\.|sa|sci|eurl|s\\.?l\\.?u?\\.?|s\\.?p\\.?a\\.?|s\\.?r\\.?l\\.?|s\\.?n\\.?c\\.?"
              + "|b\\.?v\\.?|n\\.v\\.|nv|v\\.o\\.f\\.|a/s|aps|ab|oy|oyj|asa?|sp\\. ?z ?o\\.? ?o\\.?|s\\.?r\\.?o\\.?|a\\.s\\.|kft|zrt|d\\.o\\.o\\."
              + "|k\\.k\\.|kk|trust|bancorp|bank|partners|holdings|group|enterprises?|trading|foundation|university)(?![\\p{L}\\d])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final List<String> STATES =
      List.of(
          "Alabama",
          "Alaska",
          "Arizona",
          "Arkansas",
          "California",
          "Colorado",
          "Connecticut",
          "Delaware",
          "Florida",
          "Georgia",
          "Hawaii",
          "Idaho",
          "Illinois",
          "Indiana",
          "Iowa",
          "Kansas",
          "Kentucky",
          "Louisiana",
          "Maine",
          "Maryland",
          "Massachusetts",
          "Michigan",
          "Minnesota",
          "Mississippi",
          "Missouri",
          "Montana",
          "Nebraska",
          "Nevada",
          "New Hampshire",
          "New Jersey",
          "New Mexico",
          "New York",
          "North Carolina",
          "North Dakota",
          "Ohio",
          "Oklahoma",
          "Oregon",
          "Pennsylvania",
          "Rhode Island",
          "South Carolina",
          "South Dakota",
          "Tennessee",
          "Texas",
          "Utah",
          "Vermont",
          "Virginia",
          "Washington",
          "West Virginia",
          "Wisconsin",
          "Wyoming",
          "District of Columbia",
          "Puerto Rico",
          "England and Wales",
          "England",
          "Scotland",
          "Northern Ireland",
          "Wales",
          "Ontario",
          "Quebec",
          "British Columbia",
          "Alberta",
          "Hong Kong",
          "New South Wales",
          "Queensland",
          "Bavaria",
          "Bayern",
          "Cayman Islands",
          "British Virgin Islands");

  /** Words of addresses in several languages. */
  private static final Set<Long> STREET =
      codes(
          "street",
          "st",
          "road",
          "rd",
          "avenue",
          "ave",
          "lane",
          "drive",
          "suite",
          "floor",
          "blvd",
          "boulevard",
          "jalan",
          "jln",
          "jl",
          "lorong",
          "lrg",
          "taman",
          "tmn",
          "kampung",
          "kg",
          "lot",
          "no",
          "blok",
          "block",
          "blk",
          "bandar",
          "seksyen",
          "section",
          "wisma",
          "plaza",
          "mall",
          "level",
          "unit",
          "ground",
          "kawasan",
          "persiaran",
          "lebuh",
          "lebuhraya",
          "medan",
          "desa",
          "straße",
          "strasse",
          "str",
          "weg",
          "platz",
          "allee",
          "gasse",
          "rue",
          "place",
          "quai",
          "calle",
          "avenida",
          "paseo",
          "via",
          "viale",
          "piazza",
          "corso",
          "straat",
          "laan",
          "plein",
          "po",
          "box",
          "postfach");

  private Names() {}

  static boolean ofStreet(long token) {
    return STREET.contains(token);
  }

  private static Set<Long> codes(String... words) {
    Set<Long> codes = new HashSet<>();
    Arrays.stream(words).forEach(word -> codes.add(Tokens.code(word)));
    return codes;
  }

  /** States and countries by their English names. */
  static List<String> places() {
    List<String> names = new ArrayList<>(STATES);
    for (String country : Locale.getISOCountries()) {
      names.add(Locale.of("", country).getDisplayCountry(Locale.ENGLISH));
    }
    return names;
  }
}
