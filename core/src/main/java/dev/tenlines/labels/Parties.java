package dev.tenlines.labels;

import dev.tenlines.document.Span;
import dev.tenlines.labels.Dictionary.Side;
import dev.tenlines.text.Found;
import dev.tenlines.text.Value;
import dev.tenlines.text.Words.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who wrote a document and for whom, by what stands around their names. */
final class Parties {
  private static final int LINES = 8;
  private static final double GAP = 1.7;
  private static final double APART = 30;
  private static final int MOST_WORDS = 7;
  private static final int TOP = 5;

  private static final double LEGAL = 0.5;
  private static final double HEAD = 0.42;
  private static final double DOMAIN = 0.3;
  private static final double AGREES = 0.2;
  private static final double AGAIN = 0.06;
  private static final double SURELY = 0.85;

  /** In some languages the legal form comes first. */
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?:SARL|S\\.A\\.R\\.L\\.|SAS|SASU|EURL|SCI|SNC|SCP|Fa\\.|Ditta|Firma|PHU|FHU|PPHU) \\p{Lu}[^:;\\d]*");

  private final Sheet sheet;
  private final Map<Cell, Side> sides = new HashMap<>();
  private final Set<String> domains = new HashSet<>();

  Parties(Sheet sheet) {
    this.sheet = sheet;
    for (Mark mark : sheet.marks) {
      boolean first = mark.first() == mark.cell().from();
      if (first && (mark.sure() || mark.names("billing_address", "delivery_address"))) {
        boolean customer = mark.names("customer", "billing_address", "delivery_address");
        if (customer || mark.names("supplier")) {
          region(mark, customer ? Side.CUSTOMER : Side.SUPPLIER);
        }
      }
    }
    domains();
  }

  private void region(Mark mark, Side side) {
    Cell cell = mark.cell();
    sides.put(cell, side);
    boolean alone = mark.span().end() + 2 >= cell.span().end();
    List<Cell> right = sheet.cells.right(cell);
    if (alone && !right.isEmpty() && !sheet.isLabelled(right.getFirst())) {
      sides.putIfAbsent(right.getFirst(), side);
    }
    double bottom = cell.bottom();
    for (Cell.Row row : sheet.cells.below(cell, LINES)) {
      for (Cell next : row.cells()) {
        boolean mine = Math.abs(next.box().x() - cell.box().x()) < APART;
        if (!mine) {
          continue;
        }
        Mark other = sheet.markIn(next.span().start(), next.span().end());
        boolean party =
            other != null
                && other.sure()
                && other.names("customer", "supplier", "billing_address", "delivery_address");
        if (party || next.box().y() - bottom > GAP * next.box().height()) {
          return;
        }
        sides.putIfAbsent(next, side);
        if (other != null && other.span().end() + 2 >= next.span().end()) {
          sheet.cells.right(next).stream()
              .limit(1)
              .filter(value -> !sheet.isLabelled(value))
              .forEach(value -> sides.putIfAbsent(value, side));
        }
        bottom = next.bottom();
      }
    }
  }

  private void domains() {
    for (Found found : sheet.found) {
      if (found.value() instanceof Value.Identifier address
          && (address.kind().equals("email") || address.kind().equals("url"))
          && side(found.start()) != Side.CUSTOMER) {
        String host =
            address
                .normal()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^[a-z]+://", "")
                .replaceFirst("^.*@", "")
                .replaceFirst("[/:?#].*$", "");
        for (String part : host.split("\\.")) {
          String compact = Vocabulary.compact(part);
          if (compact.length() > 3
              && !Vocabulary.DOMAINS.contains(compact)
              && !compact.equals("info")) {
            domains.add(compact);
          }
        }
      }
    }
  }

  /** Whose part of the document a place is in. */
  Side side(int place) {
    return sheet.cells.all().isEmpty()
        ? Side.ANY
        : sides.getOrDefault(sheet.cells.at(place), Side.ANY);
  }

  /** Who may have written the document, without any label. */
  List<Bound> supplier() {
    Map<String, Bound> names = new LinkedHashMap<>();
    Map<String, Integer> counts = new HashMap<>();
    for (Cell cell : sheet.cells.all()) {
      for (Typed name : organisations(cell)) {
        if (side(cell.span().start()) != Side.CUSTOMER) {
          add(name, LEGAL, names, counts);
        }
      }
    }
    sheet.cells.all().stream()
        .filter(this::isName)
        .limit(TOP)
        .forEach(cell -> add(head(cell), HEAD, names, counts));
    if (names.isEmpty()) {
      domainNames(names, counts);
    }
    List<Bound> all = new ArrayList<>();
    names.forEach((key, bound) -> {
      double agrees = agrees(key) ? AGREES : 0;
      double again = AGAIN * Math.min(2, counts.getOrDefault(key, 1) - 1);
      double score = Math.min(SURELY, bound.score() + agrees + again);
      all.add(new Bound(bound.typed(), score, null));
    });
    return all;
  }

  private void add(
      Typed name, double score, Map<String, Bound> names, Map<String, Integer> counts) {
    String key = key(name.value().toString());
    if (key.length() < 2) {
      return;
    }
    // The first of several names in the head of a page is the likeliest.
    double rank = score == HEAD ? 0.05 * Math.min(4, names.size()) : 0;
    counts.merge(key, 1, Integer::sum);
    Bound known = names.get(key);
    if (known == null || known.score() < score - rank) {
      names.put(key, new Bound(name, score - rank, null));
    }
  }

  /** A name without its legal form, so that {@code Acme} and {@code Acme GmbH} are one. */
  static String key(String name) {
    Matcher legal = Vocabulary.LEGAL.matcher(name);
    int end = name.length();
    while (legal.find()) {
      end = legal.end() >= name.length() - 1 ? Math.min(end, legal.start()) : end;
    }
    String key = Vocabulary.compact(name.substring(0, end));
    return key.isEmpty() ? Vocabulary.compact(name) : key;
  }

  private boolean agrees(String key) {
    return domains.stream()
        .anyMatch(d -> key.startsWith(d) || d.startsWith(key) && key.length() > 3);
  }

  /** The names with a legal form in a cell. */
  private List<Typed> organisations(Cell cell) {
    List<Typed> all = new ArrayList<>();
    String said = cell.span().of(sheet.text);
    Matcher legal = Vocabulary.LEGAL.matcher(said);
    int from = cell.span().start();
    Matcher before = BEFORE.matcher(said);
    if (before.matches() && cell.to() - cell.from() <= MOST_WORDS) {
      all.add(new Typed(cell.span(), said, 1));
      return all;
    }
    while (legal.find()) {
      int start = start(from, cell.span().start() + legal.start());
      int end = cell.span().start() + legal.end();
      while (end > start && ",;: ".indexOf(sheet.text.charAt(end - 1)) >= 0) {
        end--;
      }
      if (sheet
          .text
          .substring(start, cell.span().start() + legal.start())
          .chars()
          .anyMatch(Character::isLetter)) {
        Span span = new Span(start, end);
        all.add(new Typed(span, span.of(sheet.text), 1));
      }
      from = cell.span().start() + legal.end();
    }
    return all;
  }

  /** Where a name begins whose legal form begins at a place: its words have capitals. */
  private int start(int from, int legal) {
    List<Word> words = sheet.words(from, legal);
    int start = legal;
    int last = legal;
    for (int i = words.size() - 1; i >= 0 && words.size() - i <= MOST_WORDS; i--) {
      Word word = words.get(i);
      String between = sheet.text.substring(word.end(), last);
      boolean joined =
          !between.contains(":") && !between.contains(". ") && !between.contains(", ")
              || i == words.size() - 1 && between.equals(", ");
      boolean capital = !Character.isLowerCase(sheet.text.codePointAt(word.start()));
      boolean link =
          List.of("und", "and", "of", "de", "et", "y", "e", "van", "von", "der", "di", "da", "i")
              .contains(word.folded());
      if (!joined || !capital && !link) {
        break;
      }
      start = capital ? word.start() : start;
      last = word.start();
    }
    return start;
  }

  /** Whether a cell may be the name at the head of a page. */
  private boolean isName(Cell cell) {
    String said = cell.span().of(sheet.text);
    int words = cell.to() - cell.from();
    return words > 0
        && words <= MOST_WORDS
        && Character.isUpperCase(said.codePointAt(0))
        && ":,.!?".indexOf(said.charAt(said.length() - 1)) < 0
        && sheet.words.subList(cell.from(), cell.to()).stream()
                .filter(word -> Vocabulary.isCommon(word.folded()))
                .count()
            < 2
        && !Vocabulary.isTitle(said)
        && !Postal.isCountry(said)
        && side(cell.span().start()) != Side.CUSTOMER
        && !sheet.isLabelled(cell)
        && said.chars().noneMatch(Character::isDigit)
        && sheet.found(cell.span().start(), cell.span().end()).isEmpty();
  }

  /** Without what says that this is an invoice. */
  private Typed head(Cell cell) {
    int end = cell.span().end();
    for (int i = cell.from() + 1; i < cell.to(); i++) {
      int from = sheet.words.get(i).start();
      if (Vocabulary.isTitle(sheet.text.substring(from, cell.span().end()))) {
        end = from;
        break;
      }
    }
    while (end > cell.span().start() && " -–|,.".indexOf(sheet.text.charAt(end - 1)) >= 0) {
      end--;
    }
    Span span = new Span(cell.span().start(), end);
    return new Typed(span, span.of(sheet.text), 1);
  }

  /** Where nothing else is a name, the address of the web is one. */
  private void domainNames(Map<String, Bound> names, Map<String, Integer> counts) {
    for (Word word : sheet.words) {
      boolean capital = Character.isUpperCase(sheet.text.charAt(word.start()));
      if (capital && domains.contains(word.folded()) && side(word.start()) != Side.CUSTOMER) {
        Span span = new Span(word.start(), word.end());
        add(new Typed(span, span.of(sheet.text), 1), DOMAIN, names, counts);
      }
    }
  }
}
