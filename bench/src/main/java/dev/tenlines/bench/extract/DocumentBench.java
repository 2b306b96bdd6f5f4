package dev.tenlines.bench.extract;

import dev.tenlines.bench.Bench;
import dev.tenlines.bench.BenchData;
import dev.tenlines.bench.BenchRow;
import dev.tenlines.document.Document;
import dev.tenlines.document.Read;
import dev.tenlines.document.Refused;
import dev.tenlines.reading.DocumentReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.json.JsonMapper;

/** How well and how fast files become documents: quoted replies, broken PDFs, mails. */
final class DocumentBench {
  private static final String PDFS = "pdf-malformed";
  private static final String MAILS = "spamassassin";

  /** So many mails make the processes warm before time is taken. */
  private static final int WARM = 2_000;

  private final Path data;
  private final Bench.Log log;
  private final DocumentReader reader;

  private DocumentBench(Path data, Bench.Log log, DocumentReader reader) {
    this.data = data;
    this.log = log;
    this.reader = reader;
  }

  static List<BenchRow> run(BenchData data, Bench.Log log) throws IOException {
    try (DocumentReader reader = new DocumentReader()) {
      DocumentBench bench = new DocumentBench(data.data(), log, reader);
      List<BenchRow> rows = new ArrayList<>();
      rows.addAll(bench.replies());
      rows.addAll(bench.pdfs());
      rows.addAll(bench.mails());
      return rows;
    }
  }

  private List<BenchRow> replies() throws IOException {
    Path folder = data.resolve(ReplySuites.SET);
    if (!Files.isDirectory(folder)) {
      log.skip(ReplySuites.SET, "not at " + folder);
      return List.of();
    }
    return ReplySuites.rows(folder, reader);
  }

  /** Each file has to end as text or as a reason, and soon. */
  private List<BenchRow> pdfs() throws IOException {
    Path folder = data.resolve(PDFS);
    if (!Files.isDirectory(folder)) {
      log.skip(PDFS, "not at " + folder);
      return List.of();
    }
    Map<String, Integer> ends = new LinkedHashMap<>();
    double slowest = 0;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".pdf")).sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        long start = System.nanoTime();
        Read read = reader.read(file.getFileName().toString(), bytes);
        slowest = Math.max(slowest, (System.nanoTime() - start) / 1e9);
        ends.merge(end(read), 1, Integer::sum);
      }
    }
    List<BenchRow> rows = new ArrayList<>();
    ends.forEach(
        (end, count) -> rows.add(BenchRow.printed(PDFS, "PDFs that end as " + end, count)));
    rows.add(BenchRow.atMost(PDFS, "seconds for the slowest", slowest, 10));
    return rows;
  }

  private static String end(Read read) {
    return switch (read) {
      case Refused refused -> refused.kind().name().toLowerCase(Locale.ROOT);
      case Document document -> document.text().isBlank() ? "a document without text" : "text";
    };
  }

  private List<BenchRow> mails() throws IOException {
    Path file = data.resolve(MAILS).resolve("emails.jsonl.gz");
    if (!Files.isRegularFile(file)) {
      log.skip(MAILS, "not at " + file);
      return List.of();
    }
    List<byte[]> mails = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String text = JsonMapper.shared().readTree(line).path("text").asString("");
        mails.add(text.getBytes(StandardCharsets.UTF_8));
      }
    }
    mails.stream().limit(WARM).forEach(mail -> reader.read("mail.eml", mail));
    long start = System.nanoTime();
    long read = mails.stream().filter(m -> reader.read("mail.eml", m) instanceof Document).count();
    double seconds = (System.nanoTime() - start) / 1e9;
    return List.of(
        BenchRow.atLeast(
            MAILS, "share that becomes a document", (double) read / mails.size(), 0.99),
        BenchRow.atLeast(MAILS, "mails a second, one caller", mails.size() / seconds, 200)
            .aiming(300));
  }
}
