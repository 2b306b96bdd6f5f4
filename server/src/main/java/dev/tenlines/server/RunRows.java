package dev.tenlines.server;

import dev.tenlines.Request;
import dev.tenlines.TenlinesException;
import dev.tenlines.reading.DocumentReader;
import dev.tenlines.rows.Row;
import dev.tenlines.rows.RowReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a run asks about, one after the other: the rows of a file, or the files of a folder. */
sealed interface RunRows extends AutoCloseable {
  /** What every row has; empty where each has names of its own. */
  List<String> columns();

  /** The next row, or null at the end. */
  @Nullable Row next();

  /**
   * What is asked about a row.
   *
   * @throws TenlinesException when its file cannot be read
   */
  Request request(Row.Good row);

  /** How many are asked side by side. */
  int chunk();

  @Override
  void close();

  /** Opens a file or a folder. */
  static RunRows open(Path in, String column, DocumentReader reader) {
    return Files.isDirectory(in)
        ? new Folder(in, files(in).iterator(), reader)
        : new Rows(RowReader.open(in), column);
  }

  /** Every file within a folder, in the order of their names; hidden ones are nobody's rows. */
  static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> !folder.relativize(file).toString().matches("(.*[/\\\\])?\\..*"))
          .sorted()
          .toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      throw unreadable(folder, e);
    }
  }

  private static TenlinesException unreadable(Path file, Exception e) {
    return new TenlinesException(
        "TL-201",
        "The file (" + file + ") cannot be read: " + e.getMessage() + ".",
        "Maybe check the path.");
  }

  /** The rows of a file. */
  record Rows(RowReader reader, String column) implements RunRows {
    @Override
    public List<String> columns() {
      return reader.columns();
    }

    @Override
    public @Nullable Row next() {
      return reader.next();
    }

    @Override
    public Request request(Row.Good row) {
      Map<String, Object> fields = new HashMap<>(row.values());
      fields.remove(column);
      return Request.of(row.text(column)).withFields(fields);
    }

    @Override
    public int chunk() {
      return 256;
    }

    @Override
    public void close() {
      reader.close();
    }
  }

  /** The files of a folder. */
  record Folder(Path folder, Iterator<Path> files, DocumentReader reader) implements RunRows {
    /** The name of the only column. */
    static final String FILE = "file";

    @Override
    public List<String> columns() {
      return List.of(FILE);
    }

    @Override
    public @Nullable Row next() {
      return files.hasNext()
          ? new Row.Good(1, Map.of(FILE, folder.relativize(files.next()).toString()))
          : null;
    }

    @Override
    public Request request(Row.Good row) {
      Path file = folder.resolve(row.text(FILE));
      try {
        return Request.of(reader.file(row.text(FILE), Files.readAllBytes(file)));
      } catch (IOException e) {
        throw unreadable(file, e);
      }
    }

    /** Each may be as large as a file may be. */
    @Override
    public int chunk() {
      return 8;
    }

    @Override
    public void close() {}
  }
}
