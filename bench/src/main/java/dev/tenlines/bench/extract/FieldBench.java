package dev.tenlines.bench.extract;

import dev.tenlines.bench.Bench;
import dev.tenlines.bench.BenchData;
import dev.tenlines.bench.BenchRow;
import dev.tenlines.document.Document;
import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.FieldType;
import dev.tenlines.fields.Reviewed;
import dev.tenlines.fields.Reviewed.Right;
import dev.tenlines.ranking.Ranker;
import dev.tenlines.reading.DocumentReader;
import dev.tenlines.text.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many values of receipts and contracts a ranker finds that learned from others of their kind.
 * Without documents to measure on, each third is measured with what the other two taught.
 */
final class FieldBench {
  private static final int PARTS = 3;

  /** The least share of being right that is answered at all. */
  private static final double ANSWERED = 0.3;

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private static final Kind RECEIPTS =
      new Kind(
          "extract-sroie",
          new Setting(Locale.of("en", "MY"), day(2018)),
          List.of(
              FieldSpec.of("company", FieldType.ORGANISATION),
              FieldSpec.of("date", FieldType.DATE),
              FieldSpec.of("address", FieldType.ADDRESS),
              FieldSpec.of("total", FieldType.MONEY)));

  private static final Kind CONTRACTS =
      new Kind(
          "extract-kleister-nda",
          new Setting(Locale.US, day(2012)),
          List.of(
              FieldSpec.of("effective_date", FieldType.DATE),
              FieldSpec.of("jurisdiction", FieldType.TEXT),
              new FieldSpec(
                  "party", FieldType.ORGANISATION, "", List.of("party"), "", true, true, List.of()),
              FieldSpec.of("term", FieldType.DURATION)));

  private final Kind kind;
  private final Map<String, Score> scores = new LinkedHashMap<>();
  private final Score letters = new Score();
  private double learned;
  private double found;
  private int documents;

  private FieldBench(Kind kind) {
    this.kind = kind;
    kind.fields.forEach(field -> scores.put(field.name(), new Score()));
  }

  /** A set and what is asked of it. */
  private record Kind(String set, Setting setting, List<FieldSpec> fields) {}

  /** How many values there are, were said, and were right. */
  private static final class Score {
    private int there;
    private int said;
    private int right;

    private void count(Set<String> gold, Set<String> told) {
      there += gold.size();
      said += told.size();
      right += (int) told.stream().filter(gold::contains).count();
    }

    private void add(Score other) {
      there += other.there;
      said += other.said;
      right += other.right;
    }

    private double f1() {
      return there + said == 0 ? 0 : 2.0 * right / (there + said);
    }
  }

  /** Both sets, each field and all fields together. */
  static List<BenchRow> rows(BenchData data, Bench.Log log, long seed) throws IOException {
    List<BenchRow> rows = new ArrayList<>();
    for (Kind kind : List.of(RECEIPTS, CONTRACTS)) {
      List<Reviewed> fit = read(data.data(), kind);
      if (fit.isEmpty()) {
        log.missing(kind.set, List.of());
        continue;
      }
      FieldBench bench = new FieldBench(kind);
      bench.measure(fit, read(data.test(), kind), seed);
      rows.addAll(bench.rows());
    }
    return rows;
  }

  private void measure(List<Reviewed> fit, List<Reviewed> held, long seed) {
    if (!held.isEmpty()) {
      learn(fit, held, seed);
      return;
    }
    List<Reviewed> mixed = new ArrayList<>(fit);
    Collections.shuffle(mixed, new SplittableRandom(seed));
    for (int part = 0; part < PARTS; part++) {
      List<Reviewed> own = new ArrayList<>();
      List<Reviewed> others = new ArrayList<>();
      for (int i = 0; i < mixed.size(); i++) {
        (i % PARTS == part ? own : others).add(mixed.get(i));
      }
      learn(others, own, seed);
    }
  }

  private void learn(List<Reviewed> fit, List<Reviewed> held, long seed) {
    long start = System.nanoTime();
    Ranker ranker = Ranker.learn(fit, kind.fields, kind.setting, seed);
    learned = Math.max(learned, (System.nanoTime() - start) / 1e9);
    start = System.nanoTime();
    for (Reviewed document : held) {
      for (FieldSpec field : kind.fields) {
        count(document, field, ranker);
      }
    }
    found += (System.nanoTime() - start) / 1e9;
    documents += held.size();
  }

  private void count(Reviewed document, FieldSpec field, Ranker ranker) {
    Set<String> told = new LinkedHashSet<>();
    for (Candidate candidate : ranker.find(document.document(), field, kind.setting)) {
      if (candidate.score() >= ANSWERED && (field.many() || told.isEmpty())) {
        told.add(said(field, candidate));
      }
    }
    Set<String> gold = new LinkedHashSet<>();
    for (Right right : document.values().getOrDefault(field.name(), List.of())) {
      gold.add(kind.equals(RECEIPTS) ? right.value().toString() : upper(right.value().toString()));
    }
    Score score = scores.get(field.name());
    if (score != null) {
      score.count(gold, told);
    }
    letters.count(letters(gold), letters(told));
  }

  /** As the set writes it: receipts as printed, contracts in one spelling. */
  private String said(FieldSpec field, Candidate candidate) {
    String value = candidate.value().toString();
    if (kind.equals(RECEIPTS)) {
      boolean printed = field.type() == FieldType.DATE || field.type() == FieldType.MONEY;
      return printed ? candidate.text() : value;
    }
    return upper(field.many() ? name(value) : value);
  }

  /** Names of companies as the set spells them: no commas, one form of each legal form. */
  private static String name(String name) {
    return name.replace("&", "and")
        .replaceAll(",(?= )", "")
        .replaceAll("(?i)\\bL\\.? ?L\\.? ?C\\.?$", "LLC")
        .replaceAll("(?i)\\bL\\.? ?L\\.? ?P\\.?$", "LLP")
        .replaceAll("(?i)\\bL\\.? ?P\\.?$", "LP")
        .replaceAll("(?i)\\b(?:Inc\\.?|Incorporated)$", "Inc.")
        .replaceAll("(?i)\\b(Corp|Ltd|Co)$", "$1.")
        .replaceAll("(?i)(?<=\\p{L}{6})\\.$", "")
        .strip();
  }

  private static String upper(String value) {
    return value.toUpperCase(Locale.ROOT);
  }

  private static Set<String> letters(Set<String> values) {
    Set<String> letters = new LinkedHashSet<>();
    values.forEach(value -> letters.add(upper(value.replaceAll("[^\\p{L}\\p{N}]", ""))));
    return letters;
  }

  private List<BenchRow> rows() {
    List<BenchRow> rows = new ArrayList<>();
    Score all = new Score();
    scores.values().forEach(all::add);
    rows.add(micro(all.f1()));
    scores.forEach(
        (field, score) -> rows.add(BenchRow.printed(kind.set, field + " F1", score.f1())));
    rows.add(BenchRow.printed(kind.set, "micro F1 apart from spaces and signs", letters.f1()));
    rows.add(BenchRow.atMost(kind.set, "seconds to learn", learned, 60));
    rows.add(BenchRow.printed(kind.set, "documents a second", documents / Math.max(found, 1e-9)));
    return rows;
  }

  private BenchRow micro(double f1) {
    return kind.equals(RECEIPTS)
        ? BenchRow.atLeast(kind.set, "micro F1", f1, 0.86)
            .aiming(0.915)
            .beside("best of ICDAR 2019", 0.905)
            .beside("BERT-base", 0.9099)
            .beside("LayoutLM-base", 0.9438)
            .beside("LAMBERT", 0.9817)
        : BenchRow.printed(kind.set, "micro F1", f1)
            .aiming(0.78)
            .beside("RoBERTa", 0.785)
            .beside("LAMBERT", 0.8042)
            .beside("people", 0.979);
  }

  /** Every file of a set's folder whose rows have values counts, whatever its name. */
  private static List<Reviewed> read(@Nullable Path folder, Kind kind) throws IOException {
    List<Reviewed> documents = new ArrayList<>();
    Path own = folder == null ? null : folder.resolve(kind.set);
    if (own == null || !Files.isDirectory(own)) {
      return documents;
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(own)) {
      files = all.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
    for (Path file : files) {
      for (String line : Files.readAllLines(file)) {
        JsonNode row = line.isBlank() ? JSON.nullNode() : JSON.readTree(line);
        if (row.path("expected").isObject() && (row.has("lines") || row.has("text"))) {
          documents.add(reviewed(row));
        }
      }
    }
    return documents;
  }

  private static Reviewed reviewed(JsonNode row) {
    Map<String, List<Right>> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : row.path("expected").properties()) {
      List<Right> rights = new ArrayList<>();
      JsonNode value = field.getValue();
      for (JsonNode one : value.isArray() ? value : List.of(value)) {
        String text = one.asString("").strip().replaceAll("\\s+", " ");
        if (!text.isEmpty()) {
          rights.add(
              new Right(field.getKey().equals("term") ? text.replaceAll("s$", "") : text, null));
        }
      }
      if (!rights.isEmpty()) {
        values.put(field.getKey(), rights);
      }
    }
    return new Reviewed(document(row), values);
  }

  private static Document document(JsonNode row) {
    if (row.has("lines")) {
      return Receipts.document(row.path("id").asString("receipt"), row.path("lines"));
    }
    String text = row.path("text").asString("");
    return DocumentReader.plain(row.path("file").asString("contract"), text);
  }

  private static ZonedDateTime day(int year) {
    return ZonedDateTime.of(year, 6, 1, 0, 0, 0, 0, ZoneOffset.UTC);
  }
}
