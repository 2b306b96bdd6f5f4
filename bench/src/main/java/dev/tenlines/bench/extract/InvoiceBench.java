package dev.tenlines.bench.extract;

import dev.tenlines.bench.Bench;
import dev.tenlines.bench.BenchData;
import dev.tenlines.bench.BenchRow;
import dev.tenlines.document.Document;
import dev.tenlines.document.Read;
import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.labels.Labels;
import dev.tenlines.reading.DocumentReader;
import dev.tenlines.text.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many header fields of others' invoices are found without a template for any issuer.
 *
 * <p>{@code InvoiceBench DATA [TEST]} as a programme tells the misses.
 */
final class InvoiceBench {
  private static final String SET = "extract-invoice2data";
  private static final Setting SETTING =
      new Setting(Locale.ENGLISH, ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));

  /** A score from which a value is not shown to a person. */
  private static final double SURE = 0.9;

  private final Labels labels = new Labels();
  private final List<String> misses = new ArrayList<>();
  private int all;
  private int right;
  private int among;
  private int sure;
  private int surelyRight;

  public static void main(String[] arguments) throws IOException {
    for (String folder : arguments) {
      try (DocumentReader reader = new DocumentReader()) {
        for (Path part : parts(Path.of(folder).resolve(SET))) {
          InvoiceBench bench = new InvoiceBench();
          bench.read(part, reader);
          System.out.printf(
              "%s: %d of %d right (%.1f %%), %d among the candidates; %d of %d sure ones right%n",
              part,
              bench.right,
              bench.all,
              100.0 * bench.right / Math.max(1, bench.all),
              bench.among,
              bench.surelyRight,
              bench.sure);
          bench.misses.forEach(System.out::println);
        }
      }
    }
  }

  static List<BenchRow> rows(BenchData data, Bench.Log log, long seed) throws IOException {
    List<BenchRow> rows = new ArrayList<>();
    Path folder = (data.test() == null ? data.data() : data.test()).resolve(SET);
    if (parts(folder).isEmpty()) {
      log.skip(SET, "not at " + folder);
    }
    try (DocumentReader reader = new DocumentReader()) {
      InvoiceBench real = new InvoiceBench();
      for (Path part : parts(folder)) {
        InvoiceBench bench = part.endsWith("custom") ? new InvoiceBench() : real;
        bench.read(part, reader);
        if (bench != real && bench.all > 0) {
          rows.add(BenchRow.printed(SET, "header fields, artificial texts", bench.share()));
        }
      }
      if (real.all > 0) {
        rows.add(
            BenchRow.atLeast(SET, "header fields, no template", real.share(), 0.85).aiming(0.95));
        rows.add(
            BenchRow.printed(
                SET, "header fields, among candidates", real.among / (double) real.all));
      }
    }
    return rows;
  }

  /** The folders with documents, whatever they are called. */
  private static List<Path> parts(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(f -> f.toString().endsWith(".json"))
          .map(Path::getParent)
          .distinct()
          .sorted()
          .toList();
    }
  }

  private double share() {
    return right / (double) Math.max(1, all);
  }

  private void read(Path folder, DocumentReader reader) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path json : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        Path file = source(json);
        if (file == null) {
          continue;
        }
        Read read = reader.read(file.getFileName().toString(), Files.readAllBytes(file));
        if (read instanceof Document document) {
          JsonNode rows = JsonMapper.shared().readTree(Files.readString(json));
          document(document, rows.isArray() ? rows.path(0) : rows);
        }
      }
    }
  }

  private static @Nullable Path source(Path json) {
    String name = json.getFileName().toString().replaceFirst("\\.json$", "");
    return Stream.of(".pdf", ".txt", ".html", ".eml", ".xml")
        .map(ending -> json.resolveSibling(name + ending))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElse(null);
  }

  private void document(Document document, JsonNode wanted) {
    for (Map.Entry<String, JsonNode> entry : wanted.properties()) {
      FieldSpec field = InvoiceFields.spec(entry.getKey(), entry.getValue());
      if (field == null) {
        continue;
      }
      List<Candidate> found = labels.find(document, field, SETTING);
      boolean good =
          !found.isEmpty()
              && InvoiceFields.isRight(field, found.getFirst().value(), entry.getValue());
      boolean there =
          found.stream().anyMatch(c -> InvoiceFields.isRight(field, c.value(), entry.getValue()));
      boolean trusted = !found.isEmpty() && found.getFirst().score() >= SURE;
      all++;
      right += good ? 1 : 0;
      among += there ? 1 : 0;
      sure += trusted ? 1 : 0;
      surelyRight += trusted && good ? 1 : 0;
      if (!good) {
        misses.add(
            "  %s %s: wanted %s, found %s"
                .formatted(document.name(), entry.getKey(), entry.getValue(), shown(found)));
      }
    }
  }

  private static String shown(List<Candidate> found) {
    StringBuilder all = new StringBuilder();
    found.stream().limit(4).forEach(c -> all.append("%s (%.2f) ".formatted(c.value(), c.score())));
    return all.isEmpty() ? "nothing" : all.toString().strip();
  }
}
