package dev.tenlines.trial;

import dev.tenlines.TenlinesException;
import dev.tenlines.learn.Example;
import dev.tenlines.rows.Row;
import dev.tenlines.rows.RowReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The labelled rows of a file.
 *
 * @param format how the file is written, for people
 * @param bad rows that could not be used
 */
public record LabelledRows(String format, List<Example> examples, List<Row.Bad> bad) {

  /** Reads a file to its end; rows without a label are told as bad. */
  public static LabelledRows read(Path file, String text, String label) {
    List<Example> examples = new ArrayList<>();
    List<Row.Bad> bad = new ArrayList<>();
    try (RowReader reader = RowReader.open(file)) {
      columns(reader, file, text, label);
      for (Row row = reader.next(); row != null; row = reader.next()) {
        switch (row) {
          case Row.Bad broken -> bad.add(broken);
          case Row.Good good -> {
            String own = good.text(label).strip();
            if (own.isEmpty()) {
              bad.add(new Row.Bad(good.line(), "no label in column " + label, good.text(text)));
            } else {
              examples.add(new Example(good.text(text), own, fields(good, text, label)));
            }
          }
        }
      }
      return new LabelledRows(reader.format().describe(), examples, bad);
    }
  }

  private static void columns(RowReader reader, Path file, String text, String label) {
    for (String column : List.of(text, label)) {
      if (!reader.columns().isEmpty() && !reader.columns().contains(column)) {
        throw new TenlinesException(
            "TL-203",
            "The file (" + file + ") has no column (" + column + ").",
            "Maybe it is one of: " + String.join(", ", reader.columns()) + ".");
      }
    }
  }

  private static Map<String, Object> fields(Row.Good row, String text, String label) {
    Map<String, Object> fields = new HashMap<>(row.values());
    fields.remove(text);
    fields.remove(label);
    return fields;
  }
}
