package dev.tenlines.rows;

import dev.tenlines.TenlinesException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a file of rows from first to last; a broken row is told and the next one is read. */
public final class RowReader implements AutoCloseable {
  private final Path file;
  private final RowFormat format;
  private final BufferedReader reader;
  private final CsvRecords records;
  private final List<String> columns;
  private long jsonLine;

  private RowReader(Path file, RowFormat format) throws IOException {
    this.file = file;
    this.format = format;
    InputStream in = Files.newInputStream(file);
    in.skipNBytes(format.mark());
    this.reader =
        new BufferedReader(
            new InputStreamReader(
                in, format.charset().newDecoder().onMalformedInput(CodingErrorAction.REPLACE)),
            1 << 16);
    this.records = new CsvRecords(reader, format.delimiter());
    this.columns = format.kind() == RowFormat.Kind.CSV ? header() : List.of();
  }

  /** Opens a file in the format it is found to have. */
  public static RowReader open(Path file) {
    try {
      return new RowReader(file, RowFormat.detect(file));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  public RowFormat format() {
    return format;
  }

  /** The columns of a CSV file; empty for JSONL, where every row has names of its own. */
  public List<String> columns() {
    return columns;
  }

  /** The next row, or null at the end. */
  public @Nullable Row next() {
    try {
      return format.kind() == RowFormat.Kind.CSV ? nextCsv() : nextJson();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private List<String> header() throws IOException {
    CsvRecords.Csv header = records.next();
    List<String> names =
        header == null ? List.of() : header.cells().stream().map(String::strip).toList();
    Set<String> distinct = new LinkedHashSet<>(names);
    if (header == null || header.error() != null || distinct.size() < names.size()) {
      throw new TenlinesException(
          "TL-202",
          "The first line of (" + file + ") does not name the columns, each once.",
          "Maybe the header line is missing.");
    }
    return names;
  }

  private @Nullable Row nextCsv() throws IOException {
    CsvRecords.Csv csv = records.next();
    if (csv == null) {
      return null;
    }
    String error = csv.error();
    if (error == null && csv.cells().size() != columns.size()) {
      error = csv.cells().size() + " fields instead of " + columns.size();
    }
    if (error == null && csv.raw().indexOf('\uFFFD') >= 0) {
      error = undecodable();
    }
    if (error != null) {
      return new Row.Bad(csv.line(), error, csv.raw());
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      values.put(columns.get(i), csv.cells().get(i));
    }
    return new Row.Good(csv.line(), values);
  }

  private @Nullable Row nextJson() throws IOException {
    String line = reader.readLine();
    jsonLine++;
    while (line != null && line.isBlank()) {
      line = reader.readLine();
      jsonLine++;
    }
    if (line == null) {
      return null;
    }
    if (line.indexOf('\uFFFD') >= 0) {
      return new Row.Bad(jsonLine, undecodable(), line);
    }
    try {
      JsonNode node = JsonMapper.shared().readTree(line);
      if (!node.isObject()) {
        return new Row.Bad(jsonLine, "not a JSON object", line);
      }
      Map<String, Object> values = new LinkedHashMap<>();
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        if (!entry.getValue().isNull()) {
          values.put(
              entry.getKey(), JsonMapper.shared().treeToValue(entry.getValue(), Object.class));
        }
      }
      return new Row.Good(jsonLine, values);
    } catch (JacksonException e) {
      return new Row.Bad(jsonLine, "not JSON: " + e.getOriginalMessage(), line);
    }
  }

  private String undecodable() {
    return "bytes that are not " + format.charset().name();
  }

  private static TenlinesException unreadable(Path file, IOException e) {
    return new TenlinesException(
        "TL-201",
        "The file (" + file + ") cannot be read: " + e.getMessage() + ".",
        "Maybe check the path.");
  }
}
