package dev.tenlines.bench.search;

import dev.tenlines.bench.BenchData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON lines of a set's folder, whatever its files are called. */
final class JsonRows {
  private JsonRows() {}

  /** The lines to measure on that have these keys: of the test directory, if there is one. */
  static List<JsonNode> asked(BenchData data, String set, String... keys) throws IOException {
    Path test = data.test();
    return read((test == null ? data.data() : test).resolve(set), keys);
  }

  /** A file beside the rows: of the test directory, where it is there. */
  static Path file(BenchData data, String set, String folder, String name) {
    Path test = data.test();
    Path held = (test == null ? data.data() : test).resolve(set).resolve(folder).resolve(name);
    return Files.exists(held) ? held : data.data().resolve(set).resolve(folder).resolve(name);
  }

  /** The lines of a folder that have these keys. */
  static List<JsonNode> read(Path folder, String... keys) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<JsonNode> rows = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
        for (String line : Files.readAllLines(file)) {
          JsonNode row = JsonMapper.shared().readTree(line);
          if (Stream.of(keys).allMatch(row::has)) {
            rows.add(row);
          }
        }
      }
    }
    return rows;
  }
}
