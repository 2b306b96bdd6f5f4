package dev.tenlines.labels;

import dev.tenlines.document.Span;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.FieldType;
import dev.tenlines.identifiers.Codes;
import dev.tenlines.identifiers.Identifiers;
import dev.tenlines.text.Found;
import dev.tenlines.text.Grain;
import dev.tenlines.text.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What in a document has the form of a field's values. */
final class Forms {
  private static final Pattern CODE = Pattern.compile("(?<!\\p{L})[A-Z]{3}(?!\\p{L})");
  private static final Set<String> ISO =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());
  private static final BigDecimal YEARS_FROM = BigDecimal.valueOf(1900);
  private static final BigDecimal YEARS_TO = BigDecimal.valueOf(2100);

  private static final Pattern YEAR = Pattern.compile("\\d{4}|\\d[./-]\\d{2}(?!\\d)|['’]\\d{2}");

  private final Sheet sheet;
  private final FieldSpec field;
  private final @Nullable Concept concept;
  private final CodeTokens codes;

  Forms(Sheet sheet, FieldSpec field, @Nullable Concept concept) {
    this.sheet = sheet;
    this.field = field;
    this.concept = concept;
    this.codes = new CodeTokens(sheet);
  }

  /** Whether any words at the right place are a value. */
  boolean anyWords() {
    return switch (field.type()) {
      case TEXT, PERSON, ORGANISATION, ADDRESS -> true;
      default -> false;
    };
  }

  /** The values in a stretch beside a label, in the order of the text. */
  List<Typed> in(int from, int to) {
    if (from >= to) {
      return List.of();
    }
    return switch (field.type()) {
      case CODE -> codes.in(from, to);
      case IDENTIFIER -> identifiers(from, to, true);
      case CURRENCY -> currencies(from, to);
      case CHOICE -> choices(from, to);
      case TEXT, PERSON, ORGANISATION, ADDRESS -> List.of();
      default -> recognised(from, to);
    };
  }

  /** The values that need no label to be known as such. */
  List<Typed> alone() {
    int end = sheet.text.length();
    if (field.type() != FieldType.IDENTIFIER) {
      return in(0, end);
    }
    String kind = kind();
    return identifiers(0, end, Codes.kinds().contains(kind) && Codes.isChecked(kind));
  }

  private List<Typed> recognised(int from, int to) {
    List<Typed> all = new ArrayList<>();
    for (Found found : sheet.found(from, to)) {
      if (field.type() == FieldType.DATE && isTime(found)) {
        continue;
      }
      Object value = null;
      int rank = 0;
      for (int i = 0; i < found.readings().size() && value == null; i++) {
        value = value(found.readings().get(i));
        rank = i;
      }
      if (value != null) {
        double fit = fit(found, found.readings().get(rank)) * (rank == 0 ? 1 : 0.8);
        all.add(new Typed(new Span(found.start(), found.end()), value, fit));
        others(found, value, fit, all);
      }
    }
    return all;
  }

  /** A time without a day is that of today, which nobody wrote. */
  private static boolean isTime(Found found) {
    return found.value() instanceof Value.Period period
        && period.grain().compareTo(Grain.DAY) < 0
        && !YEAR.matcher(found.text()).find();
  }

  /** What else a date may be where nothing tells whether its day or its month comes first. */
  private void others(Found found, Object value, double fit, List<Typed> all) {
    if (sheet.tongue.sure() || field.type() != FieldType.DATE) {
      return;
    }
    String day = value.toString();
    for (Value reading : found.readings()) {
      Object other = field.type().value(reading);
      if (other != null && swapped(day, other.toString())) {
        all.add(new Typed(new Span(found.start(), found.end()), other, fit * 0.85));
        return;
      }
    }
  }

  private static boolean swapped(String one, String two) {
    return one.length() == 10
        && two.length() == 10
        && !one.equals(two)
        && one.substring(0, 4).equals(two.substring(0, 4))
        && one.substring(5, 7).equals(two.substring(8))
        && one.substring(8).equals(two.substring(5, 7));
  }

  private @Nullable Object value(Value reading) {
    if (field.type() == FieldType.DATE
        && reading instanceof Value.Period moment
        && moment.grain().compareTo(Grain.DAY) < 0
        && FieldType.MOMENT.value(moment) instanceof String said) {
      return said.substring(0, 10);
    }
    if (reading instanceof Value.Period period
        && concept != null
        && concept.is("period_start", "period_end")) {
      return edge(period, concept.is("period_start"));
    }
    if (reading instanceof Value.Period range
        && concept != null
        && concept.is("end_time")
        && isRange(range)) {
      // A range ends after the last of its hours or minutes.
      LocalDateTime until = Objects.requireNonNull(range.until());
      LocalDateTime end = range.grain() == Grain.HOUR ? until.minusHours(1) : until.minusMinutes(1);
      return FieldType.TIME.value(new Value.Period(end, end, range.grain(), range.offset()));
    }
    return field.type().value(reading);
  }

  /** From one time to another, not only as long as it was said exactly. */
  static boolean isRange(Value.Period period) {
    if (period.from() == null
        || period.until() == null
        || period.grain().compareTo(Grain.DAY) >= 0) {
      return false;
    }
    Duration length = Duration.between(period.from(), period.until());
    Duration point = period.grain() == Grain.HOUR ? Duration.ofHours(1) : Duration.ofMinutes(1);
    return length.compareTo(point) > 0 && length.toHours() < 24;
  }

  /** The first or the last day of a stretch of days. */
  private static @Nullable Object edge(Value.Period period, boolean first) {
    if (period.from() == null || period.until() == null) {
      return null;
    }
    return first
        ? period.from().toLocalDate().toString()
        : period.until().minusNanos(1).toLocalDate().toString();
  }

  private double fit(Found found, Value reading) {
    if (field.type() == FieldType.PHONE) {
      return "+(0".indexOf(found.text().charAt(0)) >= 0 ? 1 : 0.4;
    }
    if (field.type() == FieldType.DATE) {
      boolean year = YEAR.matcher(found.text()).find();
      boolean letters = found.text().chars().anyMatch(Character::isLetter);
      boolean digits = found.text().chars().anyMatch(Character::isDigit);
      return year ? 1 : letters && digits ? 0.9 : 0.6;
    }
    if (field.type() != FieldType.MONEY || reading instanceof Value.Amount) {
      return 1;
    }
    if (!(reading instanceof Value.Numeric number)) {
      return 1;
    }
    if (!Character.isDigit(found.text().charAt(found.text().length() - 1))) {
      return 0.3;
    }
    if (found.text().matches(".*[.,]\\d{2}")) {
      return 1;
    }
    BigDecimal value = number.value();
    boolean year =
        value.scale() <= 0 && value.compareTo(YEARS_FROM) > 0 && value.compareTo(YEARS_TO) < 0;
    return year ? 0.4 : 0.7;
  }

  private List<Typed> identifiers(int from, int to, boolean labelled) {
    List<Typed> all = new ArrayList<>();
    String kind = kind();
    for (Found found : sheet.found(from, to)) {
      for (Value reading : found.readings()) {
        if (reading instanceof Value.Identifier code && isKind(code.kind(), kind)) {
          all.add(new Typed(new Span(found.start(), found.end()), code.normal(), 1));
          break;
        }
      }
    }
    if (labelled) {
      also(from, to, kind, all);
    }
    all.sort(Comparator.comparingInt(typed -> typed.span().start()));
    return all;
  }

  private String kind() {
    String said = field.kind().isEmpty() && concept != null ? concept.id() : field.kind();
    return said.toLowerCase(Locale.ROOT);
  }

  private static boolean isKind(String kind, String wanted) {
    return kind.equals(wanted) || kind.endsWith("_" + wanted);
  }

  /** Behind its label a code is one in a national form too. */
  private void also(int from, int to, String kind, List<Typed> all) {
    if (Codes.kinds().contains(kind)) {
      for (Found found :
          Identifiers.only(kind).find(sheet.text.substring(from, to), sheet.tongue.setting())) {
        if (found.value() instanceof Value.Identifier code) {
          put(new Typed(new Span(from + found.start(), from + found.end()), code.normal(), 1), all);
        }
      }
      return;
    }
    for (Typed token : codes.in(from, to)) {
      String said = token.value().toString();
      boolean proved =
          Codes.kinds().stream()
              .anyMatch(k -> isKind(k, kind) && Codes.isChecked(k) && Codes.isValid(k, said));
      String normal = said.replaceAll("[^\\p{L}\\p{Nd}]", "").toUpperCase(Locale.ROOT);
      if (normal.chars().filter(Character::isDigit).count() >= 5) {
        put(new Typed(token.span(), normal, proved ? 1 : 0.9), all);
      }
    }
  }

  private static void put(Typed typed, List<Typed> all) {
    if (all.stream().noneMatch(other -> other.span().overlaps(typed.span()))) {
      all.add(typed);
    }
  }

  private List<Typed> currencies(int from, int to) {
    List<Typed> all = recognised(from, to);
    Matcher code = CODE.matcher(sheet.text).region(from, to);
    while (code.find()) {
      if (ISO.contains(code.group())) {
        put(new Typed(new Span(code.start(), code.end()), code.group(), 0.9), all);
      }
    }
    all.sort(Comparator.comparingInt(typed -> typed.span().start()));
    return all;
  }

  private List<Typed> choices(int from, int to) {
    List<Typed> all = new ArrayList<>();
    for (String choice : field.choices()) {
      Matcher said =
          Pattern.compile(
                  "(?<![\\p{L}\\d])" + Pattern.quote(choice) + "(?![\\p{L}\\d])",
                  Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
              .matcher(sheet.text)
              .region(from, to);
      while (!choice.isBlank() && said.find()) {
        put(new Typed(new Span(said.start(), said.end()), choice, 1), all);
      }
    }
    all.sort(Comparator.comparingInt(typed -> typed.span().start()));
    return all;
  }
}
