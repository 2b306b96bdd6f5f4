package dev.tenlines.extract;

import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.FieldType;
import dev.tenlines.fields.Schema;
import dev.tenlines.verify.SumVerifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has to hold between the fields of one document, whoever wrote it: net and tax are the total,
 * nothing is due before it is issued, nothing ends before it starts. All of it is arithmetic.
 *
 * @param total the field of the sum, or null
 * @param parts the fields that add up to it
 * @param orders pairs of fields, the first of which is never later than the second
 */
record Checks(@Nullable String total, List<String> parts, List<Pair> orders) {
  private static final Set<String> TOTAL =
      Set.of(
          "total",
          "amount",
          "gross",
          "total amount",
          "amount due",
          "grand total",
          "total due",
          "total gross",
          "gross total");
  private static final Set<String> NET =
      Set.of(
          "net", "subtotal", "sub total", "net amount", "amount untaxed", "total net", "net total");
  private static final Set<String> TAX =
      Set.of("tax", "vat", "tax amount", "vat amount", "amount tax", "sales tax", "total tax");
  private static final Set<String> ISSUED =
      Set.of("date", "invoice date", "issue date", "issued", "order date");
  private static final Set<String> DUE =
      Set.of("due date", "due", "payment due", "delivery date", "paid until");
  private static final Set<String> START = Set.of("start", "starts", "start date", "start time");
  private static final Set<String> END = Set.of("end", "ends", "end date", "end time");

  Checks {
    parts = List.copyOf(parts);
    orders = List.copyOf(orders);
  }

  record Pair(String before, String after) {}

  static Checks of(Schema schema) {
    String total = amount(schema, TOTAL);
    String net = amount(schema, NET);
    String tax = amount(schema, TAX);
    boolean adds = total != null && net != null && tax != null;
    List<Pair> orders = new ArrayList<>();
    for (FieldSpec before : schema.fields()) {
      for (FieldSpec after : schema.fields()) {
        boolean ordered =
            ISSUED.contains(called(before)) && DUE.contains(called(after))
                || START.contains(called(before)) && END.contains(called(after));
        if (ordered && before.type() == after.type() && timed(before)) {
          orders.add(new Pair(before.name(), after.name()));
        }
      }
    }
    return new Checks(adds ? total : null, adds ? List.of(net, tax) : List.of(), orders);
  }

  private static boolean timed(FieldSpec field) {
    return Set.of(FieldType.DATE, FieldType.TIME, FieldType.MOMENT).contains(field.type());
  }

  private static @Nullable String amount(Schema schema, Set<String> names) {
    Optional<FieldSpec> field =
        schema.fields().stream()
            .filter(one -> one.type() == FieldType.MONEY && names.contains(called(one)))
            .findFirst();
    return field.map(FieldSpec::name).orElse(null);
  }

  /** The name in words, which the labels always end with. */
  private static String called(FieldSpec field) {
    return field.labels().getLast();
  }

  /** The fields, with what does not fit said at those that do not. */
  Map<String, @Nullable Extracted> checked(Map<String, @Nullable Extracted> fields) {
    Map<String, @Nullable Extracted> checked = new LinkedHashMap<>();
    fields.forEach((name, field) -> checked.put(name, field == null ? null : field.alone()));
    String wrong = sum(fields);
    if (total != null && wrong != null) {
      contradict(checked, wrong, total);
      parts.forEach(part -> contradict(checked, wrong, part));
    }
    for (Pair pair : orders) {
      String before = text(fields.get(pair.before()));
      String after = text(fields.get(pair.after()));
      if (before != null && after != null && before.compareTo(after) > 0) {
        String why =
            "%s (%s) is after %s (%s)".formatted(pair.before(), before, pair.after(), after);
        contradict(checked, why, pair.before());
        contradict(checked, why, pair.after());
      }
    }
    return checked;
  }

  private @Nullable String sum(Map<String, @Nullable Extracted> fields) {
    BigDecimal whole = total == null ? null : number(fields.get(total));
    List<BigDecimal> numbers =
        parts.stream().map(part -> number(fields.get(part))).filter(Objects::nonNull).toList();
    return total == null || whole == null || numbers.size() < parts.size()
        ? null
        : SumVerifier.wrong(total, whole, parts, numbers);
  }

  private static void contradict(Map<String, @Nullable Extracted> fields, String why, String name) {
    Extracted field = fields.get(name);
    if (field != null) {
      fields.put(name, field.contradicted(why));
    }
  }

  private static @Nullable BigDecimal number(@Nullable Extracted field) {
    return field == null ? null : Values.number(field.value());
  }

  private static @Nullable String text(@Nullable Extracted field) {
    return field == null || !(field.value() instanceof String text) ? null : text;
  }
}
