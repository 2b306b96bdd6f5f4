package dev.tenlines.labels;

import dev.tenlines.document.Span;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.FieldType;
import dev.tenlines.labels.Dictionary.Side;
import dev.tenlines.text.Found;
import dev.tenlines.text.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a document's kind tells of a field where no label stands. */
final class Knowledge {
  /** The only value of its form. */
  private static final double ONLY = 0.55;

  private static final double FIRST = 0.5;
  private static final double ONE_OF_MANY = 0.3;
  private static final double DIFFERENCE = 0.58;
  private static final double AT_TOTAL = 0.92;
  private static final double EVERYWHERE = 0.8;
  private static final double WITH_START = 0.9;
  private static final double LARGEST = 0.35;
  private static final int MOST = 6;

  private final Sheet sheet;
  private final Parties parties;
  private final Search search;

  Knowledge(Sheet sheet, Parties parties, Search search) {
    this.sheet = sheet;
    this.parties = parties;
    this.search = search;
  }

  /** Values without a label, beside those that were bound to one. */
  List<Bound> of(FieldSpec field, @Nullable Concept concept, Forms forms, List<Bound> bound) {
    if (concept == null) {
      return alone(field, null, forms, bound);
    }
    return switch (concept.id()) {
      case "amount" -> total(bound);
      case "amount_untaxed" -> net();
      case "currency" -> currency();
      case "supplier", "company" ->
          field.type() == FieldType.PERSON ? List.of() : parties.supplier();
      case "payment_method" -> listed(concept);
      case "street", "postal_code", "city", "country" -> postal(field, concept);
      case "date", "start_date" -> firstDate(forms, concept);
      case "period_start", "period_end" -> ranges(forms, Duration.ofDays(1));
      case "end_time" -> times(forms);
      case "contact_name", "job_title" -> signed(concept);
      default -> alone(field, concept, forms, bound);
    };
  }

  private List<Bound> total(List<Bound> bound) {
    if (!bound.isEmpty()) {
      return List.of();
    }
    return search.sums().total().stream().map(t -> new Bound(t, LARGEST, null)).toList();
  }

  private List<Bound> net() {
    Bound total = search.best("amount");
    if (total == null) {
      return List.of();
    }
    return search.sums().without(Sums.key(total.typed())).stream()
        .map(net -> new Bound(net, DIFFERENCE, null))
        .toList();
  }

  /** The currency of the total, else the one that most amounts have. */
  private List<Bound> currency() {
    Map<String, List<Found>> all = new TreeMap<>();
    for (Found found : sheet.found) {
      if (found.value() instanceof Value.Amount amount && !amount.currency().isEmpty()) {
        all.computeIfAbsent(amount.currency(), c -> new ArrayList<>()).add(found);
      }
    }
    Bound total = search.best("amount");
    Found covering = total == null ? null : sheet.covering(total.typed().span());
    List<Bound> bounds = new ArrayList<>();
    if (covering != null
        && covering.value() instanceof Value.Amount amount
        && !amount.currency().isEmpty()) {
      bounds.add(currency(covering, amount.currency(), AT_TOTAL));
    }
    int sum = all.values().stream().mapToInt(List::size).sum();
    all.forEach((code, places) ->
        bounds.add(currency(places.getFirst(), code, EVERYWHERE * places.size() / sum)));
    if (bounds.isEmpty()) {
      bounds.addAll(codes());
    }
    return bounds;
  }

  private static Bound currency(Found found, String code, double score) {
    return new Bound(new Typed(new Span(found.start(), found.end()), code, 1), score, null);
  }

  /** Codes and signs that stand without an amount: "Prices in EUR". */
  private List<Bound> codes() {
    FieldSpec field = FieldSpec.of("currency", FieldType.CURRENCY);
    List<Typed> all = new Forms(sheet, field, null).alone();
    long kinds = all.stream().map(Typed::value).distinct().count();
    return all.stream().map(t -> new Bound(t, ONLY / kinds, null)).toList();
  }

  private List<Bound> listed(Concept concept) {
    String words =
        concept.values().stream()
            .sorted((a, b) -> b.length() - a.length())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    Matcher matcher =
        Pattern.compile(
                "(?<![\\p{L}\\d])(?:" + words + ")(?![\\p{L}\\d])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .matcher(sheet.text);
    List<Bound> all = new ArrayList<>();
    while (matcher.find() && all.size() < MOST) {
      Span span = new Span(matcher.start(), matcher.end());
      all.add(new Bound(new Typed(span, matcher.group(), 1), FIRST - 0.02 * all.size(), null));
    }
    return all;
  }

  private List<Bound> postal(FieldSpec field, Concept concept) {
    Side side = Dictionary.get().link(field).side();
    Bound supplier =
        Stream.concat(search.labelled("supplier").stream(), parties.supplier().stream())
            .max(Comparator.comparingDouble(Bound::score))
            .orElse(null);
    return new Postal(sheet, parties)
        .of(concept, side == Side.ANY ? Side.SUPPLIER : side, supplier);
  }

  /** The first date that no label calls something else. */
  private List<Bound> firstDate(Forms forms, Concept concept) {
    List<Span> taken = search.taken(concept);
    return forms.alone().stream()
        .filter(typed -> typed.fit() > 0.8)
        .filter(typed -> taken.stream().noneMatch(typed.span()::overlaps))
        .limit(1)
        .map(typed -> new Bound(typed, FIRST * typed.fit(), null))
        .toList();
  }

  /** Stretches of time, which have two ends. */
  private List<Bound> ranges(Forms forms, Duration point) {
    List<Bound> all = new ArrayList<>();
    for (Typed typed : forms.alone()) {
      Found found = sheet.covering(typed.span());
      if (found != null
          && found.value() instanceof Value.Period period
          && period.from() != null
          && period.until() != null
          && found.text().chars().anyMatch(Character::isDigit)
          && Duration.between(period.from(), period.until()).compareTo(point) > 0
          && Duration.between(period.from(), period.until()).toDays() < 800) {
        all.add(new Bound(typed, ONLY, null));
      }
    }
    return all;
  }

  /** The ends of stretches of time. */
  private List<Bound> times(Forms forms) {
    return forms.alone().stream()
        .filter(this::isRange)
        .limit(1)
        .map(typed -> new Bound(typed, isStart(typed) ? WITH_START : ONLY, null))
        .toList();
  }

  private boolean isRange(Typed typed) {
    Found found = sheet.covering(typed.span());
    return found != null && found.value() instanceof Value.Period range && Forms.isRange(range);
  }

  /** Whether a label names the other end of a stretch. */
  private boolean isStart(Typed end) {
    return search.labelled("start_time").stream()
        .anyMatch(start -> start.score() > WITH_START && start.typed().span().equals(end.span()));
  }

  /** The name that an address of mail agrees with, and what stands under it. */
  private List<Bound> signed(Concept concept) {
    List<Cell> cells = sheet.cells.all();
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      if (!isSigner(cell)) {
        continue;
      }
      Cell wanted =
          concept.is("contact_name") ? cell : i + 1 < cells.size() ? cells.get(i + 1) : cell;
      boolean words =
          sheet.found(wanted.span().start(), wanted.span().end()).isEmpty()
              && wanted.to() - wanted.from() <= MOST
              && !Vocabulary.LEGAL.matcher(wanted.span().of(sheet.text)).find();
      boolean next = concept.is("contact_name") || wanted.line() == cell.line() + 1;
      return words && next
          ? List.of(
              new Bound(new Typed(wanted.span(), wanted.span().of(sheet.text), 1), FIRST, null))
          : List.of();
    }
    return List.of();
  }

  /** A cell of two to four words of which the last stands before the sign of an address too. */
  private boolean isSigner(Cell cell) {
    int words = cell.to() - cell.from();
    if (words < 2 || words > 4 || !Character.isUpperCase(sheet.text.charAt(cell.span().start()))) {
      return false;
    }
    String last = sheet.words.get(cell.to() - 1).folded();
    return last.length() > 2
        && sheet.found.stream()
            .filter(f -> f.value() instanceof Value.Identifier id && id.kind().equals("email"))
            .map(f -> Vocabulary.compact(f.text().substring(0, f.text().indexOf('@'))))
            .anyMatch(local -> local.endsWith(last) || local.startsWith(last));
  }

  /** The only value of its form may be it; of several, each may be. */
  private List<Bound> alone(
      FieldSpec field, @Nullable Concept concept, Forms forms, List<Bound> bound) {
    boolean telling =
        switch (field.type()) {
          case EMAIL, PHONE, URL, IDENTIFIER, CHOICE -> true;
          case DATE, TIME, MOMENT, MONEY, PERCENT, DURATION -> bound.isEmpty() && concept == null;

          default -> false;
        };
    if (!telling) {
      return List.of();
    }
    if (concept != null && concept.is("fax")) {
      return List.of();
    }
    List<Typed> all =
        forms.alone().stream()
            .filter(t -> field.type() != FieldType.PHONE || t.fit() == 1)
            .toList();
    List<Typed> own =
        all.stream().filter(t -> parties.side(t.span().start()) != Side.CUSTOMER).toList();
    List<Typed> likely = own.isEmpty() ? all : own;
    long values = likely.stream().map(Typed::value).distinct().count();
    double score = values == 1 ? ONLY : ONE_OF_MANY;
    return likely.stream().limit(MOST).map(t -> new Bound(t, score * t.fit(), null)).toList();
  }
}
