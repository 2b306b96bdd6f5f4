package dev.tenlines.bench.summarize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads documents, and summaries that people have judged. */
final class SupportRows {
  private SupportRows() {}

  /** A summary, its source, and whether people found something made up in it. */
  record Summary(String source, String text, boolean bad) {}

  /** The long texts of a folder: a line's document, or a text file that is no summary. */
  static List<String> documents(Path folder) throws IOException {
    List<String> documents = new ArrayList<>();
    for (Path file : files(folder)) {
      String name = file.getFileName().toString();
      if (name.endsWith(".txt") && !name.contains("summary")) {
        documents.add(Files.readString(file));
      } else if (name.endsWith(".jsonl")) {
        for (JsonNode row : rows(file)) {
          if (row.has("document")) {
            documents.add(row.path("document").asString(""));
          }
        }
      }
    }
    return documents.stream().distinct().toList();
  }

  /** Bad is what anybody marked as unwanted, or what is labelled as inconsistent. */
  static List<Summary> summaries(Path folder) throws IOException {
    List<Summary> summaries = new ArrayList<>();
    for (Path file : files(folder)) {
      if (file.toString().endsWith(".jsonl")) {
        for (JsonNode row : rows(file)) {
          String source = row.path("source").asString(row.path("doc").asString(""));
          boolean bad = row.has("annotations") ? unwanted(row) : row.path("label").asInt(1) == 0;
          summaries.add(new Summary(source, row.path("summary").asString(""), bad));
        }
      }
    }
    return summaries;
  }

  private static boolean unwanted(JsonNode row) {
    for (JsonNode note : row.path("annotations")) {
      for (JsonNode label : note.path("label")) {
        if (label.asString("").startsWith("Unwanted")) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<JsonNode> rows(Path file) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank()) {
        rows.add(JsonMapper.shared().readTree(line));
      }
    }
    return rows;
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
