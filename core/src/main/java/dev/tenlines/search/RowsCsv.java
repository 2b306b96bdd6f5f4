package dev.tenlines.search;

import dev.tenlines.rows.CsvText;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows that were found as RFC 4180 text. A text that a spreadsheet would take for a formula
 * gets an apostrophe before it: it may come from anybody.
 */
public final class RowsCsv {
  /** The most rows of one file. */
  public static final int MOST = 10_000;

  private static final int PAGE = 1000;

  private RowsCsv() {}

  /**
   * All pages after another.
   *
   * @param pages a page of {@link #page} rows by where it begins, or null where there is none
   * @return null where there is no first page
   */
  public static @Nullable String of(IntFunction<@Nullable Found> pages) {
    StringBuilder out = new StringBuilder();
    for (int offset = 0; offset < MOST; offset += PAGE) {
      Found page = pages.apply(offset);
      if (page == null) {
        return offset == 0 ? null : out.toString();
      }
      if (offset == 0) {
        line(out, page.columns().stream().map(Found.Column::label).toList());
      }
      page.rows().forEach(row -> line(out, row.stream().map(RowsCsv::cell).toList()));
      if (!page.more()) {
        break;
      }
    }
    return out.toString();
  }

  /** How many rows a page has. */
  public static int page() {
    return PAGE;
  }

  private static void line(StringBuilder out, List<String> cells) {
    out.append(CsvText.line(cells, ','));
  }

  private static String cell(@Nullable Object cell) {
    return CsvText.harmless(Wording.cell(cell));
  }
}
