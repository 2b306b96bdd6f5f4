package dev.tenlines.bench;

import dev.tenlines.learn.Example;
import dev.tenlines.rows.Row;
import dev.tenlines.rows.RowReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the public sets lie.
 *
 * @param data what may be fitted on
 * @param test what is measured on instead of a split, or null
 */
public record BenchData(Path data, @Nullable Path test) {

  /** The rows of a set that may be fitted on. */
  List<Example> fit(String set, Function<Row.Good, @Nullable Example> reader) {
    return read(data.resolve(set), reader);
  }

  /** The rows of a set to measure on; empty without a test directory. */
  List<Example> held(String set, Function<Row.Good, @Nullable Example> reader) {
    return test == null ? List.of() : read(test.resolve(set), reader);
  }

  /** Reads two columns; rows of files that lack them are passed over. */
  static Function<Row.Good, @Nullable Example> columns(String text, String label) {
    return row ->
        row.values().containsKey(text) && row.values().containsKey(label)
            ? new Example(row.text(text), row.text(label))
            : null;
  }

  /** Every data file of the folder counts, whatever its name; the same text counts once. */
  private static List<Example> read(Path folder, Function<Row.Good, @Nullable Example> reader) {
    Map<String, Example> examples = new LinkedHashMap<>();
    for (Path file : files(folder)) {
      try (RowReader rows = RowReader.open(file)) {
        for (Row row = rows.next(); row != null; row = rows.next()) {
          Example example = row instanceof Row.Good good ? reader.apply(good) : null;
          if (example != null && !example.label().isBlank()) {
            examples.putIfAbsent(example.text(), example);
          }
        }
      }
    }
    return new ArrayList<>(examples.values());
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(
              file -> file.toString().endsWith(".csv") || file.toString().endsWith(".jsonl"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
