package dev.tenlines.labels;

import dev.tenlines.document.Span;
import dev.tenlines.labels.Dictionary.Side;
import dev.tenlines.text.Found;
import dev.tenlines.text.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the lines of postal addresses: street, postal code, city and country. */
final class Postal {
  private static final String CITY =
      "(?<city>\\p{Lu}[\\p{L}'’.-]+(?: (?:\\p{Lu}|[a-z]{2,3} \\p{Lu})[\\p{L}'’.-]*){0,3}(?: \\d{1,2})?)";

  /** Code before city, as on the continent; city before code, as in English. */
  private static final List<Pattern> LINES =
      List.of(
          Pattern.compile(
              "(?<![\\p{L}\\d/-])(?:(?:D|F|A|B|CH|NL|L|I|E|S|DK|PL|P|FR|DE|AT|BE|IT|ES)-)?(?<code>\\d{4} ?[A-Z]{2}(?= )|\\d{4,5}|\\d{2}-\\d{3}|\\d{3} \\d{2}|\\d{4}-\\d{3}) "
                  + CITY),
          Pattern.compile(
              CITY
                  + ",? (?:[A-Z]{2,3},? )?(?<code>[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d)(?![\\p{L}\\d])"),
          Pattern.compile(CITY + ",? [A-Z]{2},? (?<code>\\d{5}(?:-\\d{4})?)(?!\\d)"));

  private static final Pattern HOUSE =
      Pattern.compile(
          "(?:\\p{L}[^,;:\\t]{2,40}? \\d{1,5} ?[a-zA-Z]?(?:[-/]\\d+)?|\\d{1,5}[a-zA-Z]?,? \\p{L}[^,;:\\t]{3,40})");

  private static final double BY_NAME = 0.58;
  private static final double SOMEWHERE = 0.4;
  private static final double OTHER = 0.2;
  private static final int NEAR = 6;

  private final Sheet sheet;
  private final Parties parties;

  Postal(Sheet sheet, Parties parties) {
    this.sheet = sheet;
    this.parties = parties;
  }

  static boolean isCountry(String said) {
    return Names.CODES.containsKey(Vocabulary.compact(said));
  }

  /** The parts of all addresses that a concept means. */
  List<Bound> of(Concept concept, Side wanted, @Nullable Bound supplier) {
    List<Bound> all = new ArrayList<>();
    if (concept.is("country")) {
      return countries(wanted, supplier);
    }
    List<Cell> cells = sheet.cells.all();
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      String said = cell.span().of(sheet.text);
      for (Pattern pattern : LINES) {
        Matcher line = pattern.matcher(said);
        if (line.find()
            && !(pattern == LINES.getFirst() && line.start() == 0 && isStreet(cells, i))) {
          Typed part = part(concept, cells, i, line);
          if (part != null) {
            all.add(new Bound(part, score(cell, wanted, supplier), null));
          }
          break;
        }
      }
    }
    return all;
  }

  /** A number before a name is that of a house where the line below has a city in English. */
  private boolean isStreet(List<Cell> cells, int i) {
    if (i + 1 >= cells.size()) {
      return false;
    }
    String below = cells.get(i + 1).span().of(sheet.text);
    return LINES.subList(1, LINES.size()).stream().anyMatch(line -> line.matcher(below).find());
  }

  private @Nullable Typed part(Concept concept, List<Cell> cells, int i, Matcher line) {
    int at = cells.get(i).span().start();
    return switch (concept.id()) {
      case "postal_code" -> typed(at + line.start("code"), at + line.end("code"));
      case "city" -> typed(at + line.start("city"), at + line.end("city"));
      default -> street(cells, i, at + line.start());
    };
  }

  /** What stands before the code on its line, else the line above. */
  private @Nullable Typed street(List<Cell> cells, int i, int code) {
    Matcher here = HOUSE.matcher(sheet.text).region(cells.get(i).span().start(), code);
    if (here.find()) {
      return typed(here.start(), here.end());
    }
    if (i == 0) {
      return null;
    }
    Span above = cells.get(i - 1).span();
    Matcher house = HOUSE.matcher(sheet.text).region(above.start(), above.end());
    return house.matches() ? typed(above.start(), above.end()) : null;
  }

  private Typed typed(int start, int end) {
    Span span = new Span(start, end);
    return new Typed(span, span.of(sheet.text), 1);
  }

  private double score(Cell cell, Side wanted, @Nullable Bound supplier) {
    Side side = parties.side(cell.span().start());
    if (side != Side.ANY && side == wanted) {
      return BY_NAME;
    }
    if (side != Side.ANY) {
      return OTHER;
    }
    if (supplier != null && wanted != Side.CUSTOMER) {
      Cell name = sheet.cells.at(supplier.typed().span().start());
      int lines = cell.line() - name.line();
      return lines >= 0 && lines <= 2 * NEAR ? BY_NAME - 0.01 * lines : SOMEWHERE;
    }
    return SOMEWHERE;
  }

  /** A country by its name, else by the letters that its tax numbers and accounts begin with. */
  private List<Bound> countries(Side wanted, @Nullable Bound supplier) {
    List<Bound> all = new ArrayList<>();
    for (Cell cell : sheet.cells.all()) {
      String code = Names.CODES.get(Vocabulary.compact(cell.span().of(sheet.text)));
      if (code != null) {
        all.add(new Bound(new Typed(cell.span(), code, 1), score(cell, wanted, supplier), null));
      }
    }
    for (Found found : sheet.found) {
      if (found.value() instanceof Value.Identifier id
          && (id.kind().endsWith("_vat") || id.kind().equals("iban"))
          && id.checked()
          && found.text().matches("[A-Z]{2}.*")) {
        Span span = new Span(found.start(), found.start() + 2);
        Cell cell = sheet.cells.at(found.start());
        double score = score(cell, wanted, supplier) * 0.95;
        all.add(new Bound(new Typed(span, found.text().substring(0, 2), 1), score, null));
      }
    }
    return all;
  }

  /** The names of countries in the languages of the labels; read when first needed. */
  private static final class Names {
    private static final Map<String, String> CODES = new HashMap<>();

    static {
      for (String country : Locale.getISOCountries()) {
        for (String language : Vocabulary.TONGUES.keySet()) {
          String name = Locale.of("", country).getDisplayCountry(Locale.of(language));
          CODES.putIfAbsent(Vocabulary.compact(name), country);
        }
      }
    }
  }
}
