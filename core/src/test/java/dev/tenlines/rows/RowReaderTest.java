package dev.tenlines.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.TenlinesException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RowReaderTest {
  private static final Charset WESTERN = Charset.forName("windows-1252");

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(chars = {',', ';', '\t', '|'})
  void delimiter_isFound(char delimiter) {
    String text = "id,body,label\n1,hello,x\n2,bye,y\n".replace(',', delimiter);

    assertThat(tables(text)).containsExactly(List.of("1", "hello", "x"), List.of("2", "bye", "y"));
  }

  @Test
  void delimiterInAQuotedHeader_isNotCounted() {
    assertThat(tables("\"a,b,c,d\";e\n1;2\n")).containsExactly(List.of("1", "2"));
  }

  @Test
  void format_isToldToPeople() {
    assertThat(formatOf("a\tb\n1\t2\n")).isEqualTo("CSV, UTF-8, delimiter tab");
    assertThat(formatOf("a;b\n1;2\n")).isEqualTo("CSV, UTF-8, delimiter \";\"");
    assertThat(formatOf("{\"a\":1}\n")).isEqualTo("JSONL, UTF-8");
  }

  @Test
  void encoding_isFound() {
    String text = "id;name\n1;Größe €\n";

    for (byte[] bytes :
        List.of(
            text.getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
            ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE),
            ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE),
            text.getBytes(WESTERN))) {
      assertThat(read("t.csv", bytes))
          .containsExactly(new Row.Good(2, Map.of("id", "1", "name", "Größe €")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void lineEnd_isNoPartOfAValue(String end) {
    String text = String.join(end, "a,b", "1,2", "", "3,", "");

    assertThat(read(text))
        .containsExactly(
            new Row.Good(2, Map.of("a", "1", "b", "2")),
            new Row.Good(4, Map.of("a", "3", "b", "")));
  }

  @Test
  void lastLineWithoutAnEnd_isRead() {
    assertThat(tables("a,b\n1,2\n3,4")).containsExactly(List.of("1", "2"), List.of("3", "4"));
    assertThat(tables("a,b\n1,\"2\"")).containsExactly(List.of("1", "2"));
  }

  @Test
  void quotedField_keepsLineBreaksDelimitersAndQuotes() {
    String text = "a,b\r\n\"one\r\ntwo\",\"say \"\"hi\"\", then \"\"\"\r\n3,4\r\n";

    assertThat(read(text))
        .containsExactly(
            new Row.Good(2, Map.of("a", "one\r\ntwo", "b", "say \"hi\", then \"")),
            new Row.Good(4, Map.of("a", "3", "b", "4")));
  }

  @Test
  void quoteInsideAnUnquotedField_isACharacter() {
    assertThat(tables("a,b\n5\" disk,2\n")).containsExactly(List.of("5\" disk", "2"));
  }

  @Test
  void tooFewOrManyFields_costTheirRowOnly() {
    assertThat(read("a,b\n1\n1,2\n1,2,3\n3,4\n"))
        .containsExactly(
            new Row.Bad(2, "1 fields instead of 2", "1"),
            new Row.Good(3, Map.of("a", "1", "b", "2")),
            new Row.Bad(4, "3 fields instead of 2", "1,2,3"),
            new Row.Good(5, Map.of("a", "3", "b", "4")));
  }

  @Test
  void unclosedQuote_costsItsLineOnly() {
    assertThat(read("a,b\n1,2\n3,\"oh\n5,6\n7,8\n"))
        .containsExactly(
            new Row.Good(2, Map.of("a", "1", "b", "2")),
            new Row.Bad(3, "a quote that is never closed", "3,\"oh"),
            new Row.Good(4, Map.of("a", "5", "b", "6")),
            new Row.Good(5, Map.of("a", "7", "b", "8")));
  }

  @Test
  void unclosedQuoteBeforeQuotedRows_costsItsLineOnly() {
    assertThat(read("a,b\r\n1,\"oh\r\n3,4\r\n5,\"six\"\r\n7,\"eight\r\nnine\"\r\n"))
        .containsExactly(
            new Row.Bad(2, "a quote that is never closed", "1,\"oh"),
            new Row.Good(3, Map.of("a", "3", "b", "4")),
            new Row.Good(4, Map.of("a", "5", "b", "six")),
            new Row.Good(5, Map.of("a", "7", "b", "eight\r\nnine")));
  }

  @Test
  void twoUnclosedQuotes_costTheirLinesOnly() {
    assertThat(read("a,b\n1,\"oh\n3,4\n5,\"no\n7,8\n"))
        .containsExactly(
            new Row.Bad(2, "a quote that is never closed", "1,\"oh"),
            new Row.Good(3, Map.of("a", "3", "b", "4")),
            new Row.Bad(4, "a quote that is never closed", "5,\"no"),
            new Row.Good(5, Map.of("a", "7", "b", "8")));
  }

  @Test
  void textAfterAClosingQuote_costsItsRowOnly() {
    assertThat(read("a,b\n1,\"two\" x\n3,4\n"))
        .containsExactly(
            new Row.Bad(2, "characters after a closing quote", "1,\"two\" x"),
            new Row.Good(3, Map.of("a", "3", "b", "4")));
  }

  @Test
  void byteThatIsNotUtf8_costsItsRowOnly() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("a,b\n1,äöüßé\n2,b".getBytes(StandardCharsets.UTF_8));
    bytes.write(0xE4);
    bytes.write("d\n3,grün\n".getBytes(StandardCharsets.UTF_8));

    assertThat(read("t.csv", bytes.toByteArray()))
        .containsExactly(
            new Row.Good(2, Map.of("a", "1", "b", "äöüßé")),
            new Row.Bad(3, "bytes that are not UTF-8", "2,b\uFFFDd"),
            new Row.Good(4, Map.of("a", "3", "b", "grün")));
  }

  @Test
  void byteThatIsNotUtf8InJson_costsItsRowOnly() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write("{\"a\":\"äöüßé\"}\n{\"a\":\"b".getBytes(StandardCharsets.UTF_8));
    bytes.write(0xE4);
    bytes.write("d\"}\n{\"a\":\"grün\"}\n".getBytes(StandardCharsets.UTF_8));

    assertThat(read("t.jsonl", bytes.toByteArray()))
        .containsExactly(
            new Row.Good(1, Map.of("a", "äöüßé")),
            new Row.Bad(2, "bytes that are not UTF-8", "{\"a\":\"b\uFFFDd\"}"),
            new Row.Good(3, Map.of("a", "grün")));
  }

  @Test
  void jsonl_keepsTypesAndLeavesNullsOut() {
    assertThat(
            read(
                "t.jsonl",
                "{\"a\": \"x\\ny\", \"n\": 3, \"v\": true, \"z\": null, \"l\": [1]}\n\n{}\n"))
        .containsExactly(
            new Row.Good(1, Map.of("a", "x\ny", "n", 3, "v", true, "l", List.of(1))),
            new Row.Good(3, Map.of()));
  }

  @Test
  void brokenJsonLine_costsItsRowOnly() {
    List<Row> rows = read("t.jsonl", "{\"a\":1}\n{\"a\":\n[1]\n{\"a\":2} x\n{\"a\":3}\n");

    assertThat(rows).hasSize(5);
    assertThat(rows.get(0)).isEqualTo(new Row.Good(1, Map.of("a", 1)));
    assertThat(rows.get(1))
        .isInstanceOfSatisfying(
            Row.Bad.class,
            bad -> {
              assertThat(bad.line()).isEqualTo(2);
              assertThat(bad.reason()).startsWith("not JSON: ");
              assertThat(bad.raw()).isEqualTo("{\"a\":");
            });
    assertThat(rows.get(2)).isEqualTo(new Row.Bad(3, "not a JSON object", "[1]"));
    assertThat(rows.get(3)).isInstanceOf(Row.Bad.class);
    assertThat(rows.get(4)).isEqualTo(new Row.Good(5, Map.of("a", 3)));
  }

  @Test
  void jsonlWithAMark_isRead() {
    assertThat(read("t.txt", "\uFEFF{\"a\":\"ä\"}\n"))
        .containsExactly(new Row.Good(1, Map.of("a", "ä")));
  }

  @Test
  void columns_areNamedInTheirOrder() {
    Path file = file("t.csv", " b ,\"a\"\n1,2\n".getBytes(StandardCharsets.UTF_8));
    try (RowReader reader = RowReader.open(file)) {
      assertThat(reader.columns()).containsExactly("b", "a");
      assertThat(reader.next()).isEqualTo(new Row.Good(2, Map.of("b", "1", "a", "2")));
      assertThat(reader.next()).isNull();
      assertThat(reader.next()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b,a\n1,2,3\n", "a, a\n1,2\n", "", "\n\n", "\"a,b\n1,2\n"})
  void headerThatDoesNotNameEachColumnOnce_isRefused(String text) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(TenlinesException.class)
        .hasMessageStartingWith("TL-202")
        .hasMessageContaining("t.csv");
  }

  @Test
  void missingFile_isRefused() {
    assertThatThrownBy(() -> RowReader.open(directory.resolve("none.csv")))
        .isInstanceOf(TenlinesException.class)
        .hasMessageStartingWith("TL-201")
        .hasMessageContaining("none.csv")
        .hasMessageContaining("there is no such file");
  }

  @Test
  void directory_isNoFileOfRows() {
    assertThatThrownBy(() -> RowReader.open(directory)).hasMessageStartingWith("TL-201");
  }

  private String formatOf(String text) {
    try (RowReader reader = RowReader.open(file("t", text.getBytes(StandardCharsets.UTF_8)))) {
      return reader.format().describe();
    }
  }

  private List<List<Object>> tables(String text) {
    return read(text).stream().map(row -> List.copyOf(((Row.Good) row).values().values())).toList();
  }

  private List<Row> read(String text) {
    return read("t.csv", text);
  }

  private List<Row> read(String name, String text) {
    return read(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private List<Row> read(String name, byte[] bytes) {
    List<Row> rows = new ArrayList<>();
    try (RowReader reader = RowReader.open(file(name, bytes))) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private Path file(String name, byte[] bytes) {
    try {
      return Files.write(directory.resolve(name), bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
