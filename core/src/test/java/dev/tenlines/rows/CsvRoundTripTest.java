package dev.tenlines.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class CsvRoundTripTest {

  /** Cells under columns c0, c1, …, and the sign between them. */
  record Table(char delimiter, int columns, List<List<String>> rows) {}

  @Property(tries = 500)
  void writtenTable_readsBackTheSame(@ForAll("tables") Table table) throws IOException {
    assertThat(readBack(table)).isEqualTo(table.rows());
  }

  @Example
  void singleEmptyCell_readsBackAsARow() throws IOException {
    List<List<String>> rows = List.of(List.of("a"), List.of(""), List.of(" "), List.of("b"));

    assertThat(readBack(new Table(',', 1, rows))).isEqualTo(rows);
  }

  @Provide
  Arbitrary<Table> tables() {
    Arbitrary<String> piece =
        Arbitraries.oneOf(
            Arbitraries.of(
                "\"", "\"\"", ",", ";", "\t", "|", "\n", "\r\n", "\r", " ", "ä", "退", "😀"),
            Arbitraries.strings().withCharRange(' ', '\uD7FF').ofMaxLength(4));
    Arbitrary<String> cell = piece.list().ofMaxSize(5).map(pieces -> String.join("", pieces));
    return Arbitraries.integers()
        .between(1, 4)
        .flatMap(columns ->
            (columns == 1 ? Arbitraries.of(',') : Arbitraries.of(',', ';', '\t', '|'))
                .flatMap(delimiter ->
                    cell.list()
                        .ofSize(columns)
                        .list()
                        .ofMaxSize(6)
                        .map(rows -> new Table(delimiter, columns, rows))));
  }

  private static List<List<String>> readBack(Table table) throws IOException {
    List<String> header =
        IntStream.range(0, table.columns()).mapToObj(column -> "c" + column).toList();
    StringBuilder text = new StringBuilder(CsvText.line(header, table.delimiter()));
    table.rows().forEach(row -> text.append(CsvText.line(row, table.delimiter())));
    Path file = Files.createTempFile("table", ".csv");
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8);
      List<List<String>> rows = new ArrayList<>();
      try (RowReader reader = RowReader.open(file)) {
        for (Row row = reader.next(); row != null; row = reader.next()) {
          Row.Good good = (Row.Good) row;
          rows.add(header.stream().map(good::text).toList());
        }
      }
      return rows;
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void cellsThatASpreadsheetWouldCompute_areText() {
    assertThat(CsvText.harmless("=1+1")).isEqualTo("'=1+1");
    assertThat(CsvText.harmless("@SUM(A1)")).isEqualTo("'@SUM(A1)");
    assertThat(CsvText.harmless("-1+cmd")).isEqualTo("'-1+cmd");
    assertThat(CsvText.harmless("\t=1")).isEqualTo("'\t=1");
    assertThat(CsvText.harmless("-12.50")).isEqualTo("-12.50");
    assertThat(CsvText.harmless("rules@3")).isEqualTo("rules@3");
  }
}
