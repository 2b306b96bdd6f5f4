package dev.tenlines.spring.console;

import dev.tenlines.Tenlines;
import dev.tenlines.cost.Money;
import dev.tenlines.ladder.History.Spend;
import dev.tenlines.rows.CsvText;
import dev.tenlines.spring.console.view.Cell;
import dev.tenlines.spring.console.view.Table;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.servlet.function.ServerResponse;

/** What it cost: every charge of the ledger, by day, feature and rung. */
final class SpendPages {
  private static final int DAYS = 30;

  private final Pages pages;
  private final Tenlines tenlines;
  private final Clock clock;

  SpendPages(Pages pages, Tenlines tenlines, Clock clock) {
    this.pages = pages;
    this.tenlines = tenlines;
    this.clock = clock;
  }

  ServerResponse table(Visit visit) {
    Days days = days(visit);
    List<Spend> spend = spend(visit, days);
    return pages.page(
        visit,
        "spend.jte",
        Map.of(
            "from", days.from().toString(),
            "to", days.to().toString(),
            "sums", sums(spend),
            "table", table(spend)));
  }

  ServerResponse csv(Visit visit) {
    Days days = days(visit);
    StringBuilder out = new StringBuilder();
    out.append(
        CsvText.line(List.of("day", "feature", "rung", "charges", "amount", "currency"), ','));
    for (Spend spend : spend(visit, days)) {
      out.append(
          CsvText.line(
              List.of(
                  spend.day().toString(),
                  harmless(spend.feature()),
                  harmless(spend.rung()),
                  Long.toString(spend.charges()),
                  spend.sum().amount(),
                  spend.sum().currency()),
              ','));
    }
    byte[] bytes = out.toString().getBytes(StandardCharsets.UTF_8);
    return ServerResponse.ok()
        .header("Content-Type", "text/csv;charset=UTF-8")
        .header(
            "Content-Disposition",
            "attachment; filename=\"spend-" + days.from() + "-" + days.to() + ".csv\"")
        .build((request, response) -> {
          response.getOutputStream().write(bytes);
          return null;
        });
  }

  /** A spreadsheet would compute a cell that starts like a formula. */
  static String harmless(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  /** The days a reader asks for, the last one included. */
  private record Days(LocalDate from, LocalDate to) {}

  private Days days(Visit visit) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    LocalDate to = day(visit, "to", today);
    return new Days(day(visit, "from", to.minusDays(DAYS - 1)), to);
  }

  private static LocalDate day(Visit visit, String name, LocalDate otherwise) {
    String value = visit.maybe(name);
    try {
      return value == null ? otherwise : LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw Visit.unreadable(name, String.valueOf(value), "Maybe write 2026-11-23.");
    }
  }

  private List<Spend> spend(Visit visit, Days days) {
    return tenlines
        .history()
        .spend(
            visit.tenant(),
            days.from().atStartOfDay(ZoneOffset.UTC).toInstant(),
            days.to().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static List<String> sums(List<Spend> spend) {
    Map<String, Money> sums = new TreeMap<>();
    spend.forEach(s -> sums.merge(s.sum().currency(), s.sum(), Money::plus));
    return sums.values().stream().map(Money::toString).toList();
  }

  private static Table table(List<Spend> spend) {
    Table.Rows rows =
        Table.of("Charges by day, feature and rung", "Day", "Feature", "Rung", "Charges#", "Sum#")
            .otherwise("Nothing was charged in these days. Rules and the small model are free.");
    for (Spend row : spend.reversed()) {
      rows.row(
          Cell.text(row.day()),
          Cell.text(row.feature()),
          Cell.code(row.rung()),
          Cell.number(row.charges()),
          Cell.number(row.sum()));
    }
    return rows.table();
  }
}
