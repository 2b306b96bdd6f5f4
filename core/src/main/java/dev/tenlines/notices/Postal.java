package dev.tenlines.notices;

import dev.tenlines.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Postal addresses: a postcode with its town, and the street before it, on one line or several, as
 * they are written in Britain, America, Germany, France, Spain, the Netherlands and Italy.
 */
final class Postal {
  private static final String TOWN =
      "\\p{Lu}[\\p{L}'’.]{1,30}(?:[ -](?:(?:am|an|der|den|dem|im|in|ob|bei|sur|sous|la|le|les|lès|de|del|du|d'|en|aan|upon|on|von|vor|und|y|'s)[ -]){0,3}\\(?\\p{Lu}[\\p{L}'’]{1,30}\\)?){0,4}";

  /** What a postcode begins: its town follows, perhaps on the next line. */
  private static final Pattern BEFORE_TOWN =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}+(./-])(?:[A-Z]{1,2}[-–] ?)?(?:(?<five>[0-9]{5})|(?<dutch>[1-9][0-9]{3} ?[A-Z]{2})|(?<four>[1-9][0-9]{3}))(?: {1,3}|\\u00A0|\\n {0,40})"
              + "(?<town>"
              + TOWN
              + "(?:,? ?\\([\\p{L} ]{2,20}\\))?(?: (?:CEDEX|Cedex)(?: [0-9]{1,2})?| [0-9]{1,2}(?:e|er|ème)?(?![\\p{L}\\p{N}]))?(?: [A-Z]{2}(?![\\p{L}]))?)");

  /** What ends with its postcode. */
  private static final Pattern AFTER_TOWN =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}"
              + "|(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]),? [0-9]{5}(?:-[0-9]{4})?)(?![\\p{L}\\p{N}])");

  private static final Pattern COUNTRY =
      Terms.words(
          "(?:the )?netherlands|nederland|niederlande|pays-bas|germany|deutschland|allemagne|alemania|duitsland|germania|france|frankreich|francia|frankrijk|españa|spain|spanien|spagna|espagne|spanje|italy|italia|italien|italie|italië|austria|österreich|oostenrijk|autriche|switzerland|schweiz|suisse|svizzera|suiza|zwitserland|belgium|belgië|belgique|belgien|bélgica|luxembourg|luxemburg|united kingdom|uk|u\\. ?k\\.|great britain|england|scotland|wales|northern ireland|united states(?: of america)?|usa|u\\. ?s\\. ?a\\.|ireland|denmark|sweden|norway|poland|portugal");

  private static final Pattern STREET =
      Terms.words(
          "\\p{L}*(?:straße|strasse|str\\.?|weg|platz|allee|gasse|ring|damm|ufer|chaussee|steig|graben|markt|hof|berg|straat|laan|plein|gracht|kade|dijk|singel|steeg|dreef|pad|baan)|road|rd\\.?|street|st\\.?|lane|ln\\.?|avenue|ave\\.?|drive|dr\\.?|court|ct\\.?|close|way|walk|place|pl\\.?|square|sq\\.?|terrace|crescent|boulevard|blvd\\.?|bd|parkway|pkwy|highway|hwy|row|mews|gardens|park|hill|quay|wharf|yard|mill|house|farm|industrial estate|business park|estate|campus|green|grove|parade|gate"
              + "|rue|av\\.?|allées?|chemin|impasse|quai|cours|route|faubourg|passage|zone|z\\.?a\\.?|z\\.?i\\.?|parc|lieu-dit|calle|c/|avda\\.?|avenida|paseo|p\\.º|plaza|pza\\.?|camino|ronda|carrer|travesía|gran vía|polígono|carretera|ctra\\.?|via|viale|v\\.le|piazza|piazzale|p\\.zza|corso|c\\.so|largo|vicolo|strada|contrada|localit[àa]|am|im|an der|auf der|zum|zur|unter den");
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?u)^(?:[\\p{L}][\\p{L}.'’/ º-]{1,60} (?:n[.º°r]{1,2} ?)?[0-9]{1,5} ?[a-zA-Z]?(?: ?[-/–+] ?[0-9]{1,4} ?[a-zA-Z]{0,3})?|[A-Z][0-9],? ?[0-9]{1,3}(?:[-–][0-9]{1,3})?)$");
  private static final Pattern NUMBER_FIRST =
      Pattern.compile(
          "(?u)^[0-9]{1,5}(?: ?[a-zA-Z](?= )| bis| ter| quater)?(?:[-/–][0-9]{1,5}[a-z]?)?,? \\p{L}[\\p{L}\\p{N}.'’ -]{2,60}$");
  private static final Pattern BARE =
      Pattern.compile(
          "(?iu)^(?:n[.º°r]{1,2} ?)?[0-9]{1,5} ?[a-z]?(?: ?(?:bis|ter))?(?:[-/–][0-9]{1,4}[a-z]?)?$|^s/n$");
  private static final Pattern UNIT =
      Pattern.compile(
          "(?iu)^(?:(?:flat|apt\\.?|apartment|unit|suite|ste\\.?|floor|level|room|rm\\.?|building|bldg\\.?|block|wing|hall|halle|haus|etage|eg|og|[0-9]\\. ?og|gebäude|gebouw|tor|hinterhaus|aufgang|postfach|p\\. ?o\\. ?box|postbus|apartado|c\\.? ?p\\.?|b\\.?p\\.?|cs|bât\\.?|bâtiment|esc\\.?|escalier|étage|piso|planta|puerta|local|nave|bajo|oficina|interno|int\\.?|scala|palazzo|pal\\.|slipway|dock|pier|gate|plot|lot|mezzanine|parcela|verdieping)(?:[ .,]*[\\p{L}\\p{N}º°.-]{1,12}){0,3}|[0-9]{1,2}(?:st|nd|rd|th|er|e|ème|º|ª|°|\\.)\\.? ?(?:floor|étage|piso|planta|stock|etage|piano|verdieping|[a-z]|izq\\.?|dcha\\.?|[0-9]ª?)?(?: ?[a-z]{1,5}\\.?)?)$");
  private static final Pattern BREAK =
      Pattern.compile(
          "[\\n,|·•;]|(?<= )[-–—/]+(?= )|:(?= )|\\.(?= \\p{Lu}\\p{Ll}{3})|(?<=\\p{Ll}{3})[!?]|\\(| {3,}|\\t");
  private static final Pattern STREET_BEHIND =
      Pattern.compile(
          "(?iu)(?<=[ -])(?:st|street|rd|road|ave|avenue|blvd|dr|drive|ln|lane|way|ct|court|pl|hwy|pkwy)\\.?$");
  private static final int FAR = 160;
  private static final int WRAPPED = 56;
  private static final int PARTS = 5;
  private static final int COUNTRY_AFTER = 40;

  private Postal() {}

  /**
   * An address.
   *
   * @param town from the postcode on; the span is all of it
   * @param street whether a street or a house was found before the town
   */
  record Place(Span span, Span town, boolean street) {
    /** Its lines, parted by commas. */
    String value(String text) {
      return lines(text, span);
    }
  }

  /** Whether a line ends only because it was long. */
  private static boolean isWrapped(String text, int newline) {
    int begin = text.lastIndexOf('\n', newline - 1) + 1;
    return newline - begin >= WRAPPED
        && newline + 1 < text.length()
        && text.charAt(newline + 1) != '\n';
  }

  /** The lines of a stretch, parted by commas; long lines that were wrapped are one. */
  static String lines(String text, Span span) {
    StringBuilder said = new StringBuilder(span.of(text));
    for (int i = 0; i < said.length(); i++) {
      if (said.charAt(i) == '\n' && isWrapped(text, span.start() + i)) {
        said.setCharAt(i, ' ');
      }
    }
    return said.toString()
        .strip()
        .replaceAll("\\s*[,;]?\\s*(?:\\n\\s*|[|·•]|(?<= )[-–—](?= ))+\\s*", ", ")
        .replaceAll("(?<=\\b[0-9]{4,5}), (?=\\p{L})", " ")
        .replaceAll("\\s+", " ");
  }

  /** The addresses of a stretch, in its order. */
  static List<Place> in(String text, Span within) {
    List<Place> places = new ArrayList<>();
    for (Span town : towns(text, within)) {
      int least =
          places.isEmpty()
              ? within.start()
              : Math.max(within.start(), places.getLast().span().end());
      if (town.start() >= least) {
        Place place = before(text, least, town);
        if (place != null) {
          places.add(place);
        }
      }
    }
    return places;
  }

  private static List<Span> towns(String text, Span within) {
    List<Span> towns = new ArrayList<>();
    Matcher code =
        BEFORE_TOWN.matcher(text).region(within.start(), within.end()).useTransparentBounds(true);
    while (code.find()) {
      // "2217 SE Alder St" is a house in Portland.
      if (!STREET_BEHIND.matcher(code.group("town")).find()) {
        towns.add(new Span(code.start(), code.end()));
      }
    }
    Matcher after =
        AFTER_TOWN.matcher(text).region(within.start(), within.end()).useTransparentBounds(true);
    while (after.find()) {
      Span span = new Span(after.start(), after.end());
      // A town that is not on the same line as its code is a part of its own.
      int start = span.start();
      while (start > within.start() && span.start() - start < FAR && !isBreak(text, start - 1)) {
        start--;
      }
      while (start < span.start() && text.charAt(start) == ' ') {
        start++;
      }
      towns.removeIf(one -> one.overlaps(span));
      towns.add(new Span(start, span.end()));
    }
    towns.sort(java.util.Comparator.comparingInt(Span::start));
    return towns;
  }

  private static boolean isBreak(String text, int at) {
    if (text.charAt(at) == '\n' && isWrapped(text, at)) {
      return false;
    }
    Matcher matcher = BREAK.matcher(text).region(at, Math.min(text.length(), at + 6));
    return matcher.useTransparentBounds(true).lookingAt();
  }

  /** With the street and what else stands before a town. */
  private static @Nullable Place before(String text, int least, Span town) {
    int start = town.start();
    boolean street = false;
    boolean house = false;
    boolean american = AFTER_TOWN.matcher(town.of(text)).find();
    boolean alone = AFTER_TOWN.matcher(town.of(text)).matches();
    int end = end(text, town.end());
    int at = town.start();
    for (int i = 0; i < PARTS; i++) {
      Span part = previous(text, least, at);
      if (part == null) {
        break;
      }
      String said = part.of(text);
      boolean unit = UNIT.matcher(said).matches();
      boolean isStreet = unit || isStreet(said);
      boolean bare = BARE.matcher(said).matches();
      boolean town2 =
          i < 2
              && !street
              && american
              && (alone || i == 0)
              && said.matches("\\p{Lu}[\\p{L}'’. -]{2,40}");
      if (isStreet && (!house || unit || STREET.matcher(said).find())) {
        street |= !unit || !bare;
        start = bare ? start : part.start();
        house |= !unit;
      } else if (house && bare) {
        boolean missing = isNumberless(text, start, at);
        start = missing ? part.start() : start;
        break;
      } else if (!bare && !town2) {
        break;
      }
      if (town2 && alone) {
        start = Math.min(start, part.start());
      }
      at = part.start();
    }
    boolean sure = street || town.of(text).matches("(?s).*(?:[0-9]{5}|[0-9] ?[A-Z]{2}).*");
    return sure ? new Place(new Span(start, end), town, street) : null;
  }

  /** Whether a street has no number of its own yet. */
  private static boolean isNumberless(String text, int start, int at) {
    int end = start;
    while (end < text.length() && end <= at + 80 && ",\n|·".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(start, end).chars().noneMatch(Character::isDigit);
  }

  /**
   * The part before a place, between two breaks; null where the text before is no list of parts.
   */
  private static @Nullable Span previous(String text, int least, int at) {
    int end = at;
    int newlines = 0;
    while (end > least
        && (Character.isWhitespace(text.charAt(end - 1))
            || text.charAt(end - 1) == '\u00A0'
            || ",|·•;-–—/".indexOf(text.charAt(end - 1)) >= 0)) {
      newlines += text.charAt(end - 1) == '\n' ? 1 : 0;
      end--;
    }
    int start = end;
    while (start > least && end - start < FAR && !isBreak(text, start - 1)) {
      start--;
    }
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    return start < end && newlines < 2 ? new Span(start, end) : null;
  }

  private static boolean isStreet(String said) {
    if (said.length() > 80
        || said.indexOf('@') >= 0
        || !said.codePoints().anyMatch(Character::isLetter)) {
      return false;
    }
    int first = said.codePointAt(0);
    boolean begins =
        Character.isUpperCase(first)
            || Character.isDigit(first)
            || said.matches("(?iu)(?:rue|avenue|bd|boulevard|place|calle|c/|via|piazza|av)[ .].*");
    return begins
        && (NUMBERED.matcher(said).matches()
            || NUMBER_FIRST.matcher(said).matches()
            || STREET.matcher(said).find()
                && !Terms.LEGAL.matcher(said).find()
                && said.split(" ").length <= 6);
  }

  /** With the country behind it, on the same line or the next. */
  private static int end(String text, int end) {
    Matcher country =
        COUNTRY.matcher(text).region(end, Math.min(text.length(), end + COUNTRY_AFTER));
    if (country.find()
        && text.substring(end, country.start()).matches("[ \\u00A0]*(?:[,|·•(–-]? *\\n? *)[ ]*")) {
      return country.end() - (text.charAt(country.end() - 1) == '.' ? 1 : 0);
    }
    return end;
  }
}
