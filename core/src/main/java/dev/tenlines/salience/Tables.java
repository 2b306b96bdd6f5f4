package dev.tenlines.salience;

import dev.tenlines.document.Document;
import dev.tenlines.document.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Summarises tables by computing: no number of theirs is guessed. */
public final class Tables {
  private static final int MOST_COLUMNS = 8;
  private static final int MOST_VALUES = 3;

  /** What is never added up: shares, years, numbers of things. */
  private static final Pattern NO_SUM =
      Pattern.compile(
          "(?iu).*\\b(?:year|jahr|année|año|anno|jaar|id|no|nr|number|nummer|date|rank|rate|quote|zip|plz)\\b.*");

  private static final Pattern TOTAL =
      Pattern.compile(
          "(?iu)(?:grand |sub)?total\\b.*|sum\\b.*|gesamt.*|summe.*|totale?\\b.*|somme\\b.*|suma\\b.*|totaal.*");

  private final String text;
  private final Grid grid;
  private final List<Computed> computed = new ArrayList<>();
  private final List<String> sentences = new ArrayList<>();

  private Tables(Document document, Grid grid) {
    this.text = document.text();
    this.grid = grid;
  }

  /**
   * What is said about a table.
   *
   * @param text sentences made by code; every number in them was read or computed from the cells
   * @param span the table
   * @param computed the numbers in the text, each with the cells it was computed from
   */
  public record Digest(String text, Span span, List<Computed> computed) {
    public Digest {
      computed = List.copyOf(computed);
    }
  }

  /**
   * A number that was computed.
   *
   * @param text as the digest writes it
   * @param how {@code count}, {@code sum}, {@code mean}, {@code least} or {@code greatest}
   * @param cells the cells it was computed from, in order
   */
  public record Computed(String text, String how, List<Span> cells) {
    public Computed {
      cells = List.copyOf(cells);
    }
  }

  /** The tables of a document, in order. */
  public static List<Digest> summary(Document document) {
    return Grid.of(document).stream().map(grid -> new Tables(document, grid).digest()).toList();
  }

  private Digest digest() {
    boolean head = hasHead();
    List<List<Span>> rows = new ArrayList<>(grid.rows().subList(head ? 1 : 0, grid.rows().size()));
    if (rows.size() > 2 && TOTAL.matcher(rows.getLast().getFirst().of(text)).matches()) {
      rows.removeLast();
    }
    List<Span> first = rows.stream().map(List::getFirst).toList();
    List<String> titles = new ArrayList<>();
    for (int c = 0; head && c < grid.rows().getFirst().size(); c++) {
      titles.add(grid.rows().getFirst().get(c).of(text));
    }
    String named = titles.isEmpty() ? "" : " (" + String.join(", ", titles) + ")";
    sentences.add(
        "A table of %s rows and %d columns%s."
            .formatted(number("" + rows.size(), "count", first), grid.columns(), named));
    for (int c = 0; c < Math.min(MOST_COLUMNS, grid.columns()); c++) {
      int column = c;
      List<Span> cells =
          rows.stream().filter(row -> row.size() > column).map(row -> row.get(column)).toList();
      String title =
          c < titles.size() && !titles.get(c).isBlank() ? titles.get(c) : "Column " + (c + 1);
      Measures measures = Measures.of(text, cells);
      if (measures != null) {
        sentences.add(figures(title, measures));
      } else {
        frequent(title, cells);
      }
    }
    return new Digest(String.join(" ", sentences), grid.span(), computed);
  }

  /** A first row is a head when a column of numbers has none there. */
  private boolean hasHead() {
    List<List<Span>> rows = grid.rows();
    for (int c = 0; c < rows.getFirst().size(); c++) {
      int column = c;
      List<Span> below =
          rows.subList(1, rows.size()).stream()
              .filter(row -> row.size() > column)
              .map(row -> row.get(column))
              .toList();
      boolean figure = rows.getFirst().get(c).of(text).chars().anyMatch(Character::isDigit);
      if (!figure && Measures.of(text, below) != null) {
        return true;
      }
    }
    return false;
  }

  private String figures(String title, Measures m) {
    BigDecimal least = m.values().stream().reduce(BigDecimal::min).orElseThrow();
    BigDecimal most = m.values().stream().reduce(BigDecimal::max).orElseThrow();
    String said =
        "%s: from %s to %s"
            .formatted(
                title,
                number(written(least, m.unit()), "least", m.cells()),
                number(written(most, m.unit()), "greatest", m.cells()));
    if (m.unit().equals("%") || NO_SUM.matcher(title).matches()) {
      return said + ".";
    }
    int scale = m.values().stream().mapToInt(BigDecimal::scale).max().orElse(0);
    BigDecimal count = BigDecimal.valueOf(m.values().size());
    BigDecimal mean = m.sum().divide(count, scale + 2, RoundingMode.HALF_UP);
    boolean exact = mean.multiply(count).compareTo(m.sum()) == 0;
    return "%s, sum %s, mean %s%s."
        .formatted(
            said,
            number(written(m.sum(), m.unit()), "sum", m.cells()),
            exact ? "" : "about ",
            number(written(exact ? shortened(mean, scale) : mean, m.unit()), "mean", m.cells()));
  }

  /** Without zeros that say nothing. */
  private static BigDecimal shortened(BigDecimal value, int scale) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < scale ? value.setScale(scale, RoundingMode.UNNECESSARY) : stripped;
  }

  private void frequent(String title, List<Span> cells) {
    Map<String, List<Span>> values = new LinkedHashMap<>();
    for (Span cell : cells) {
      if (!cell.of(text).isBlank()) {
        values.computeIfAbsent(cell.of(text), value -> new ArrayList<>()).add(cell);
      }
    }
    boolean repeats = values.size() <= cells.size() / 2;
    if (!repeats || values.isEmpty()) {
      return;
    }
    List<String> most =
        values.entrySet().stream()
            .sorted((a, b) -> b.getValue().size() - a.getValue().size())
            .limit(MOST_VALUES)
            .map(v ->
                v.getKey() + " (" + number("" + v.getValue().size(), "count", v.getValue()) + ")")
            .toList();
    sentences.add(title + ": most often " + String.join(", ", most) + ".");
  }

  private String number(String said, String how, List<Span> cells) {
    computed.add(new Computed(said, how, cells));
    return said;
  }

  private static String written(BigDecimal value, @Nullable String unit) {
    String plain = value.toPlainString();
    if (unit == null || unit.isEmpty()) {
      return plain;
    }
    return "€$£¥".contains(unit)
        ? (value.signum() < 0 ? "-" : "") + unit + value.abs().toPlainString()
        : plain + " " + unit;
  }
}
