package dev.tenlines.learn;

import dev.tenlines.TenlinesException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Labelled rows as JSON lines: what a trial was run on, kept for the trainings after it. */
public final class ExampleFile {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private ExampleFile() {}

  /** Writes the rows of all parts. */
  public static void write(Split split, Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (BufferedWriter out = Files.newBufferedWriter(file)) {
        for (List<Example> part : List.of(split.train(), split.calibrate(), split.test())) {
          for (Example example : part) {
            out.write(line(example));
            out.write('\n');
          }
        }
      }
    } catch (IOException e) {
      throw new TenlinesException(
          "TL-115",
          "The file (" + file + ") cannot be written: " + e.getMessage() + ".",
          "Maybe the directory is not writable or the disk is full.");
    }
  }

  /** Reads the rows; none when there is no file. */
  public static List<Example> read(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    List<Example> examples = new ArrayList<>();
    try (Stream<String> lines = Files.lines(file)) {
      lines.forEach(line -> examples.add(example(line)));
      return examples;
    } catch (IOException | JacksonException | NullPointerException e) {
      throw new TenlinesException(
          "TL-110",
          "The file (" + file + ") cannot be read: " + e.getMessage() + ".",
          "Maybe run the trial again.");
    }
  }

  /** How many rows there are. */
  public static long count(Path file) {
    if (!Files.exists(file)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      return 0;
    }
  }

  private static String line(Example example) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("text", example.text());
    out.put("label", example.label());
    out.put("fields", example.fields());
    return MAPPER.writeValueAsString(out);
  }

  private static Example example(String line) {
    JsonNode node = MAPPER.readTree(line);
    return new Example(
        node.get("text").asString(),
        node.get("label").asString(),
        MAPPER.convertValue(node.get("fields"), new TypeReference<Map<String, Object>>() {}));
  }
}
