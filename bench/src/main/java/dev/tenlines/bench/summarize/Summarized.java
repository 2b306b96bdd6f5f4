package dev.tenlines.bench.summarize;

import dev.tenlines.document.Document;
import dev.tenlines.reading.DocumentReader;
import dev.tenlines.salience.Lesson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A document of the public sets with what people wrote as its summary.
 *
 * @param references one or more
 */
record Summarized(String text, List<String> references) {
  static final String STORIES = "summ-squality";
  static final String CALLS = "summ-ectsum";
  static final String LEASES = "summ-leases";

  Document document() {
    return DocumentReader.plain("input", text);
  }

  List<Lesson> lessons() {
    return references.stream().map(reference -> new Lesson(text, reference)).toList();
  }

  /** The rows of every file of a set's folder, each text once; none where there is no folder. */
  static List<Summarized> read(@Nullable Path root, String set) {
    if (root == null || !Files.isDirectory(root.resolve(set))) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(root.resolve(set))) {
      List<Path> all = files.sorted().toList();
      return set.equals(LEASES) ? leases(all) : rows(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Summarized> rows(List<Path> files) throws IOException {
    Map<String, Summarized> rows = new LinkedHashMap<>();
    for (Path file : files) {
      for (String line :
          file.toString().endsWith(".jsonl") ? Files.readAllLines(file) : List.<String>of()) {
        JsonNode row = JsonMapper.shared().readTree(line);
        if (row.has("document") && row.has("questions")) {
          List<String> references = new ArrayList<>();
          // The first question is always the plot.
          row.get("questions")
              .get(0)
              .get("summaries")
              .forEach(s -> references.add(s.stringValue()));
          add(rows, row.get("document").stringValue(), references);
        } else if (row.has("document") && row.has("summary")) {
          add(rows, row.get("document").stringValue(), List.of(row.get("summary").stringValue()));
        }
      }
    }
    return List.copyOf(rows.values());
  }

  private static void add(Map<String, Summarized> rows, String text, List<String> references) {
    rows.putIfAbsent(text, new Summarized(text, references));
  }

  /** A contract and, beside it, what is to be known of it. */
  private static List<Summarized> leases(List<Path> files) throws IOException {
    List<Summarized> leases = new ArrayList<>();
    for (Path file : files) {
      Path summary = Path.of(file.toString().replaceFirst("\\.txt$", "-summary.txt"));
      if (file.toString().endsWith(".txt") && files.contains(summary)) {
        leases.add(new Summarized(Files.readString(file), List.of(Files.readString(summary))));
      }
    }
    return leases;
  }
}
