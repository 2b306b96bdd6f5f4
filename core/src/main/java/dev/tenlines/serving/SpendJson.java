package dev.tenlines.serving;

import dev.tenlines.cost.Budget;
import dev.tenlines.cost.Ledger.Use;
import dev.tenlines.cost.Money;
import dev.tenlines.ladder.History.Spend;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a report of what was spent reads as JSON, over HTTP and on the command line. */
public final class SpendJson {
  private SpendJson() {}

  /** The whole report. */
  public static Map<String, @Nullable Object> of(SpendReport report) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("items", items(report.charges()).stream().map(SpendJson::item).toList());
    out.put("sums", report.sums().stream().map(SpendJson::money).toList());
    Map<String, Object> groups = new LinkedHashMap<>();
    for (SpendReport.Grouping grouping : SpendReport.Grouping.values()) {
      groups.put(grouping.shown(), report.by(grouping).stream().map(SpendJson::line).toList());
    }
    out.put("groups", groups);
    out.put("outlooks", report.outlooks().stream().map(SpendJson::outlook).toList());
    out.put("budgets", report.budgets().stream().map(SpendJson::budget).toList());
    return out;
  }

  /**
   * The charges of each day, feature and rung, whatever their model and key.
   *
   * @param day the day in UTC
   */
  public record Item(LocalDate day, String feature, String rung, long charges, Money sum) {}

  /** The charges by day, feature, rung and currency, in this order. */
  public static List<Item> items(List<Spend> charges) {
    Map<List<String>, Item> items = new LinkedHashMap<>();
    for (Spend spend : charges) {
      String currency = spend.sum().currency();
      items.merge(
          List.of(spend.day().toString(), spend.feature(), spend.rung(), currency),
          new Item(spend.day(), spend.feature(), spend.rung(), spend.charges(), spend.sum()),
          (a, b) ->
              new Item(
                  a.day(),
                  a.feature(),
                  a.rung(),
                  a.charges() + b.charges(),
                  sum(a.sum(), b.sum())));
    }
    List<Map.Entry<List<String>, Item>> sorted = new ArrayList<>(items.entrySet());
    sorted.sort(Map.Entry.comparingByKey(Comparator.comparing(key -> String.join("\0", key))));
    return sorted.stream().map(Map.Entry::getValue).toList();
  }

  /** Unlike {@link Money#plus} it keeps the currency of nothing. */
  static Money sum(Money one, Money other) {
    return new Money(Math.addExact(one.micros(), other.micros()), one.currency());
  }

  private static Map<String, Object> item(Item item) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("day", item.day().toString());
    out.put("feature", item.feature());
    out.put("rung", item.rung());
    out.put("charges", item.charges());
    out.putAll(money(item.sum()));
    return out;
  }

  private static Map<String, Object> line(SpendReport.Line line) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("name", line.name());
    out.put("charges", line.charges());
    out.put("unpriced", line.unpriced());
    out.put("estimated", line.estimated());
    out.putAll(money(line.sum()));
    return out;
  }

  private static Map<String, @Nullable Object> outlook(SpendReport.Outlook outlook) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("feature", outlook.feature());
    out.put("requests", outlook.requests());
    out.putAll(money(outlook.spent()));
    out.put("volume", outlook.volume() == null ? null : outlook.volume().toString());
    out.put("month", amount(outlook.month()));
    out.put("below", outlook.below());
    out.put("each", amount(outlook.each()));
    out.put("saved", amount(outlook.saved()));
    return out;
  }

  private static Map<String, @Nullable Object> budget(Use use) {
    Budget budget = use.budget();
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("tenant", budget.tenant());
    out.put("feature", budget.feature());
    out.put("key", budget.key());
    out.put("window", budget.window().name().toLowerCase(Locale.ROOT));
    out.put("used", amount(use.used()));
    out.put("warn", amount(budget.warn()));
    out.put("stop", amount(budget.stop()));
    out.put("currency", budget.currency());
    return out;
  }

  private static Map<String, Object> money(Money money) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("amount", money.amount());
    out.put("currency", money.currency());
    return out;
  }

  private static @Nullable String amount(@Nullable Money money) {
    return money == null ? null : money.amount();
  }
}
