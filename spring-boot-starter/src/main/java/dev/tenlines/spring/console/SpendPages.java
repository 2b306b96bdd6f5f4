package dev.tenlines.spring.console;

import dev.tenlines.Tenlines;
import dev.tenlines.cost.Money;
import dev.tenlines.rows.CsvText;
import dev.tenlines.serving.SpendJson;
import dev.tenlines.serving.SpendJson.Item;
import dev.tenlines.serving.SpendReport;
import dev.tenlines.serving.SpendReport.Grouping;
import dev.tenlines.serving.SpendReport.Line;
import dev.tenlines.serving.SpendReport.Outlook;
import dev.tenlines.spring.console.view.BudgetView;
import dev.tenlines.spring.console.view.Cell;
import dev.tenlines.spring.console.view.Table;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerResponse;

/** What it cost, what it will cost, and how far the budgets are used. */
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
    SpendReport report = tenlines.spending(visit.tenant(), days.from(), days.to());
    List<Table> tables = new ArrayList<>();
    if (!report.charges().isEmpty()) {
      for (Grouping grouping : Grouping.values()) {
        tables.add(grouped(report, grouping));
      }
      tables.add(outlooks(report.outlooks()));
    }
    tables.add(table(SpendJson.items(report.charges())));
    return pages.page(
        visit,
        "spend.jte",
        Map.of(
            "from", days.from().toString(),
            "to", days.to().toString(),
            "sums", report.sums().stream().map(Money::toString).toList(),
            "budgets", report.budgets().stream().map(BudgetView::of).toList(),
            "tables", tables));
  }

  ServerResponse csv(Visit visit) {
    Days days = days(visit);
    StringBuilder out = new StringBuilder();
    out.append(
        CsvText.line(List.of("day", "feature", "rung", "charges", "amount", "currency"), ','));
    SpendReport report = tenlines.spending(visit.tenant(), days.from(), days.to());
    for (Item spend : SpendJson.items(report.charges())) {
      out.append(
          CsvText.line(
              List.of(
                  spend.day().toString(),
                  CsvText.harmless(spend.feature()),
                  CsvText.harmless(spend.rung()),
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

  private static Table grouped(SpendReport report, Grouping grouping) {
    String name = grouping.shown();
    String column = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    Table.Rows rows =
        Table.of("By " + name, column, "Charges#", "Unpriced#", "Estimated#", "Sum#").captioned();
    for (Line line : report.by(grouping)) {
      rows.row(
          line.name().isEmpty() ? Cell.none() : Cell.code(line.name()),
          Cell.number(line.charges()),
          Cell.number(line.unpriced()),
          Cell.number(line.estimated()),
          line.unpriced() == line.charges() ? Cell.text("unpriced") : Cell.number(line.sum()));
    }
    return rows.table();
  }

  private static Table outlooks(List<Outlook> outlooks) {
    Table.Rows rows =
        Table.of(
                "What it will cost, and what the rungs below the models saved (estimates)",
                "Feature",
                "Requests#",
                "Spent#",
                "Volume",
                "A month at this volume#",
                "Answered below a model#",
                "One that reached it#",
                "Saved, about#")
            .captioned();
    for (Outlook outlook : outlooks) {
      rows.row(
          Cell.text(outlook.feature()),
          Cell.number(outlook.requests()),
          Cell.number(outlook.spent()),
          maybe(outlook.volume()),
          maybe(outlook.month()),
          Cell.number(outlook.below()),
          maybe(outlook.each()),
          maybe(outlook.saved()));
    }
    return rows.table();
  }

  private static Cell maybe(@Nullable Object figure) {
    return figure == null ? Cell.none() : Cell.number(figure);
  }

  private static Table table(List<Item> spend) {
    Table.Rows rows =
        Table.of("Charges by day, feature and rung", "Day", "Feature", "Rung", "Charges#", "Sum#")
            .captioned()
            .otherwise("Nothing was charged in these days. Rules and the small model are free.");
    for (Item row : spend.reversed()) {
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
