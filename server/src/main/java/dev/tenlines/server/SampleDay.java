package dev.tenlines.server;

import dev.tenlines.Progress;
import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import dev.tenlines.learn.Example;
import dev.tenlines.rows.Row;
import dev.tenlines.rows.RowReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the sample shop is asked on its first day, all of it by code and nothing by hand. */
final class SampleDay {
  private final Tenlines tenlines;
  private final Path directory;
  private final Progress progress;
  private final List<Asked> asked = new ArrayList<>();

  SampleDay(Tenlines tenlines, Path directory, Progress progress) {
    this.tenlines = tenlines;
    this.directory = directory;
    this.progress = progress;
  }

  /** A request is made when it is its turn: files are read one at a time. */
  private record Asked(String feature, Supplier<Request> request) {}

  /**
   * @param heldBack rows that no small model was trained on, by feature
   */
  void live(Map<String, List<Example>> heldBack) {
    heldBack.forEach((feature, rows) ->
        rows.forEach(row -> add(feature, Request.of(row.text()).withFields(row.fields()))));
    rows("inbox.csv", row -> add("reply", Request.of(row.text("ticket")).withFields(row.values())));
    rows("searches.csv", row -> add("orders", Request.of(row.text("question"))));
    rows("questions.csv", row -> add("help", Request.of(row.text("question"))));
    files("invoice", "invoices");
    files("order", "mails");
    files("abstract", "reports");
    for (int i = 0; i < asked.size(); i++) {
      tenlines.ask(asked.get(i).feature(), asked.get(i).request().get());
      progress.at("A first day", i + 1, asked.size());
    }
  }

  private void add(String feature, Request request) {
    asked.add(new Asked(feature, () -> request));
  }

  private void rows(String file, java.util.function.Consumer<Row.Good> use) {
    try (RowReader reader = RowReader.open(directory.resolve(file))) {
      for (Row row = reader.next(); row != null; row = reader.next()) {
        if (row instanceof Row.Good good) {
          use.accept(good);
        }
      }
    }
  }

  private void files(String feature, String folder) {
    try (Stream<Path> files = Files.list(directory.resolve(folder))) {
      files.sorted().forEach(file -> asked.add(new Asked(feature, () -> read(file))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Request read(Path file) {
    try {
      return Request.of(
          tenlines.documents().file(file.getFileName().toString(), Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
