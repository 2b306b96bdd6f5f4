package dev.tenlines.spring.console;

import dev.tenlines.spring.console.view.Cell;
import dev.tenlines.spring.console.view.Chart;
import dev.tenlines.spring.console.view.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleFunction;

/**
 * Draws days as stacked bars.
 *
 * @param tones the parts of a bar from the bottom up, with their names
 */
record Charts(Map<String, String> tones) {
  private static final int WIDTH = 420;
  private static final int HEIGHT = 190;
  private static final int LEFT = 54;
  private static final int TOP = 12;
  private static final int BOTTOM = 162;
  private static final double GAP = 0.22;

  /** Amounts of each part by day. */
  static final class Days {
    private final SortedMap<LocalDate, Map<String, Double>> days = new TreeMap<>();

    Days(LocalDate from, LocalDate to) {
      for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
        days.put(day, new TreeMap<>());
      }
    }

    void add(LocalDate day, String tone, double amount) {
      Map<String, Double> parts = days.get(day);
      if (parts != null) {
        parts.merge(tone, amount, Double::sum);
      }
    }

    double most() {
      return days.values().stream().mapToDouble(Days::sum).max().orElse(0);
    }

    double total(String tone) {
      return days.values().stream().mapToDouble(parts -> parts.getOrDefault(tone, 0.0)).sum();
    }

    private static double sum(Map<String, Double> parts) {
      return parts.values().stream().mapToDouble(Double::doubleValue).sum();
    }
  }

  /** Each day's parts as shares of that day. */
  Chart shares(String title, Days days) {
    return draw(title, days, true, share -> Math.round(share * 100) + " %", "%.0f");
  }

  /** Each day's parts as amounts. */
  Chart amounts(String title, Days days, DoubleFunction<String> words) {
    return draw(title, days, false, words, "%.2f");
  }

  private Chart draw(
      String title, Days days, boolean shares, DoubleFunction<String> words, String figure) {
    double most = shares ? 1 : days.most();
    List<Chart.Bar> bars = new ArrayList<>();
    double step = (WIDTH - LEFT) / (double) days.days.size();
    int column = 0;
    for (Map.Entry<LocalDate, Map<String, Double>> day : days.days.entrySet()) {
      double sum = Days.sum(day.getValue());
      double x = LEFT + column++ * step + step * GAP / 2;
      double y = BOTTOM;
      for (String tone : tones.keySet()) {
        double amount = day.getValue().getOrDefault(tone, 0.0);
        double height = sum == 0 ? 0 : amount / (shares ? sum : most) * (BOTTOM - TOP);
        if (height > 0) {
          y -= height;
          String said = shares ? words.apply(amount / sum) : words.apply(amount);
          bars.add(
              new Chart.Bar(
                  tone,
                  number(x),
                  number(y),
                  number(step * (1 - GAP)),
                  number(height),
                  day.getKey() + ": " + tones.get(tone) + " " + said));
        }
      }
    }
    return new Chart(
        title,
        summary(days, shares, words),
        WIDTH,
        HEIGHT,
        bars,
        List.of(line(TOP), line((TOP + BOTTOM) / 2), line(BOTTOM)),
        axes(days, words, most, step),
        legend(days),
        table(title, days, figure));
  }

  private static Chart.Line line(int y) {
    return new Chart.Line(y, LEFT, WIDTH);
  }

  private List<Chart.Word> axes(Days days, DoubleFunction<String> words, double most, double step) {
    List<Chart.Word> axes = new ArrayList<>();
    axes.add(new Chart.Word(LEFT - 8, TOP + 5, "end", words.apply(most)));
    axes.add(new Chart.Word(LEFT - 8, (TOP + BOTTOM) / 2 + 5, "end", words.apply(most / 2)));
    axes.add(new Chart.Word(LEFT - 8, BOTTOM + 5, "end", "0"));
    int column = 0;
    for (LocalDate day : days.days.keySet()) {
      if ((days.days.size() - 1 - column) % 7 == 0) {
        int x = (int) Math.round(LEFT + (column + 0.5) * step);
        boolean last = column == days.days.size() - 1;
        axes.add(
            new Chart.Word(
                last ? WIDTH : x,
                HEIGHT - 8,
                last ? "end" : "middle",
                day.toString().substring(5)));
      }
      column++;
    }
    return axes;
  }

  private List<Chart.Key> legend(Days days) {
    List<Chart.Key> legend = new ArrayList<>();
    for (String tone : used(days)) {
      legend.add(new Chart.Key(tone, tones.getOrDefault(tone, tone)));
    }
    return legend;
  }

  private Set<String> used(Days days) {
    Set<String> used = new LinkedHashSet<>(tones.keySet());
    used.removeIf(tone -> days.total(tone) == 0);
    return used;
  }

  private String summary(Days days, boolean shares, DoubleFunction<String> words) {
    double all = used(days).stream().mapToDouble(days::total).sum();
    List<String> parts = new ArrayList<>();
    for (String tone : used(days)) {
      double total = days.total(tone);
      parts.add(tones.get(tone) + " " + words.apply(shares ? total / all : total));
    }
    return parts.isEmpty()
        ? "Nothing in these days."
        : "Over " + days.days.size() + " days: " + String.join(", ", parts) + ".";
  }

  private Table table(String title, Days days, String figure) {
    List<String> columns = new ArrayList<>(List.of("Day"));
    used(days).forEach(tone -> columns.add(tones.get(tone) + "#"));
    Table.Rows rows = Table.of(title, columns.toArray(String[]::new));
    for (Map.Entry<LocalDate, Map<String, Double>> day : days.days.entrySet()) {
      if (!day.getValue().isEmpty()) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text(day.getKey()));
        for (String tone : used(days)) {
          double amount = day.getValue().getOrDefault(tone, 0.0);
          cells.add(Cell.number(String.format(Locale.ROOT, figure, amount)));
        }
        rows.row(cells.toArray(Cell[]::new));
      }
    }
    return rows.table();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
