package dev.tenlines.bench.extract;

import dev.tenlines.bench.Bench;
import dev.tenlines.bench.BenchData;
import dev.tenlines.bench.BenchRow;
import dev.tenlines.document.Document;
import dev.tenlines.document.Span;
import dev.tenlines.reading.DocumentReader;
import dev.tenlines.tagging.Guess;
import dev.tenlines.tagging.Mark;
import dev.tenlines.tagging.Tagged;
import dev.tenlines.tagging.Tagger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How well a tagger finds values in texts that nobody has marked: announcements by mail after many
 * examples, wishes of guests after 64. A value counts if its span is exactly the marked one.
 */
final class SpanBench {
  private static final String MAILS = "extract-cmu-seminars";
  private static final String WISHES = "extract-restaurant8k";
  private static final int FEW = 64;

  /** So many draws of 64 rows, for one draw is luck. */
  private static final int DRAWS = 5;

  private static final int MEASURED = 2_000;
  private static final double FITTED = 0.6;

  private SpanBench() {}

  /** Both sets; without a test directory on rows that were not learned from. */
  static List<BenchRow> rows(BenchData data, Bench.Log log, long seed) throws IOException {
    List<BenchRow> rows = new ArrayList<>(mails(data, log, seed));
    rows.addAll(wishes(data, log, seed));
    return rows;
  }

  private static List<BenchRow> mails(BenchData data, Bench.Log log, long seed) throws IOException {
    List<Tagged> fit = read(data.data().resolve(MAILS));
    List<Tagged> test = data.test() == null ? List.of() : read(data.test().resolve(MAILS));
    if (fit.isEmpty()) {
      log.skip(MAILS, "no rows under the data directory");
      return List.of();
    }
    if (test.isEmpty()) {
      Collections.shuffle(fit, new SplittableRandom(seed));
      int part = (int) (fit.size() * FITTED);
      test = fit.subList(part, fit.size());
      fit = fit.subList(0, part);
    }
    Score score = new Score();
    score.learn(fit, test, seed);
    List<BenchRow> rows = new ArrayList<>();
    rows.add(anchored(score.row(MAILS, "stime", 0.97, 0.99), 0.949, 0.99));
    rows.add(anchored(score.row(MAILS, "etime", 0.93, 0.96), 0.891, 0.96));
    rows.add(anchored(score.row(MAILS, "location", 0.78, 0.86), 0.597, 0.88));
    rows.add(anchored(score.row(MAILS, "speaker", 0.70, 0.82), 0.484, 0.89));
    rows.addAll(score.single());
    rows.add(BenchRow.atMost(MAILS, "seconds to learn", score.learning, 60));
    rows.add(BenchRow.printed(MAILS, "mails/s", score.perSecond()));
    return rows;
  }

  private static BenchRow anchored(BenchRow row, double rules, double literature) {
    return row.beside("students' rules", rules).beside("literature, best", literature);
  }

  private static List<BenchRow> wishes(BenchData data, Bench.Log log, long seed)
      throws IOException {
    List<Tagged> all = read(data.data().resolve(WISHES));
    List<Tagged> held = data.test() == null ? List.of() : read(data.test().resolve(WISHES));
    if (all.isEmpty()) {
      log.skip(WISHES, "no rows under the data directory");
      return List.of();
    }
    Score score = new Score();
    for (int draw = 0; draw < DRAWS; draw++) {
      Collections.shuffle(all, new SplittableRandom(seed + draw));
      List<Tagged> rest = all.subList(FEW, Math.min(all.size(), FEW + MEASURED));
      score.learn(all.subList(0, FEW), held.isEmpty() ? rest : held, seed);
    }
    return List.of(
        BenchRow.atLeast(WISHES, "span F1, 64 examples", score.f1(score.all()), 0.70)
            .aiming(0.80)
            .beside("Span-ConveRT, 64, low", 0.58)
            .beside("Span-ConveRT, 64, high", 0.71),
        BenchRow.atMost(WISHES, "seconds to learn", score.learning / DRAWS, 2),
        BenchRow.printed(WISHES, "texts/s", score.perSecond()));
  }

  /** Every JSON file of a folder, one array or one row a line. */
  private static List<Tagged> read(Path folder) throws IOException {
    List<Tagged> rows = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return rows;
    }
    try (Stream<Path> files = Files.list(folder)) {
      files.sorted().forEach(file -> read(file, rows));
    }
    return rows;
  }

  private static void read(Path file, List<Tagged> rows) {
    try {
      if (file.toString().endsWith(".jsonl")) {
        for (String line : Files.readAllLines(file)) {
          if (!line.isBlank()) {
            rows.add(mail(JsonMapper.shared().readTree(line)));
          }
        }
      } else if (file.toString().endsWith(".json")) {
        JsonMapper.shared().readTree(Files.readString(file)).forEach(row -> rows.add(row(row)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Tagged row(JsonNode row) {
    return row.has("entities") ? mail(row) : wish(row);
  }

  private static Tagged mail(JsonNode row) {
    if (!row.has("entities")) {
      return wish(row);
    }
    List<Mark> marks = new ArrayList<>();
    for (JsonNode one : row.path("entities")) {
      Span span = new Span(one.path("start").asInt(), one.path("end").asInt());
      marks.add(new Mark(one.path("label").asString(), span));
    }
    return new Tagged(document(row.path("text").asString()), Map.of(), marks);
  }

  private static Tagged wish(JsonNode row) {
    List<Mark> marks = new ArrayList<>();
    for (JsonNode one : row.path("labels")) {
      JsonNode place = one.path("valueSpan");
      Span span = new Span(place.path("startIndex").asInt(0), place.path("endIndex").asInt(0));
      marks.add(new Mark(one.path("slot").asString(), span));
    }
    List<String> asked = new ArrayList<>();
    row.path("context").path("requestedSlots").forEach(slot -> asked.add(slot.asString()));
    Map<String, Object> context = asked.isEmpty() ? Map.of() : Map.of("requestedSlots", asked);
    return new Tagged(document(row.path("userInput").path("text").asString()), context, marks);
  }

  private static Document document(String text) {
    return DocumentReader.plain("text", text);
  }

  /** Right, missed and false spans of each field, and the time they took. */
  private static final class Score {
    private final Map<String, int[]> counts = new TreeMap<>();
    private final Map<String, int[]> singles = new TreeMap<>();
    private double learning;
    private double tagging;
    private int texts;

    private void learn(List<Tagged> fit, List<Tagged> test, long seed) {
      long start = System.nanoTime();
      Tagger tagger = Tagger.learn(fit, seed);
      long learned = System.nanoTime();
      learning += (learned - start) / 1e9;
      for (Tagged one : test) {
        Set<Mark> found = new HashSet<>();
        Map<String, Guess> best = new TreeMap<>();
        for (Guess guess : tagger.tag(one.document(), one.context())) {
          found.add(new Mark(guess.field(), guess.span()));
          best.merge(guess.field(), guess, (a, b) -> a.probability() >= b.probability() ? a : b);
        }
        Set<Mark> right = new HashSet<>(one.marks());
        judgeBest(best, right);
        right.forEach(mark -> count(mark, found.contains(mark) ? 0 : 1));
        found.stream().filter(mark -> !right.contains(mark)).forEach(mark -> count(mark, 2));
      }
      tagging += (System.nanoTime() - learned) / 1e9;
      texts += test.size();
    }

    /** One answer for each field of a text is right if it is any of the marked ones. */
    private void judgeBest(Map<String, Guess> best, Set<Mark> right) {
      Set<String> marked = right.stream().map(Mark::field).collect(Collectors.toSet());
      for (Guess guess : best.values()) {
        boolean hit = right.contains(new Mark(guess.field(), guess.span()));
        singles.computeIfAbsent(guess.field(), f -> new int[3])[hit ? 0 : 2]++;
        marked.removeIf(field -> hit && field.equals(guess.field()));
      }
      marked.forEach(field -> singles.computeIfAbsent(field, f -> new int[3])[1]++);
    }

    /** As the literature counts: one answer a mail. */
    private List<BenchRow> single() {
      return singles.entrySet().stream()
          .map(one ->
              BenchRow.printed(MAILS, one.getKey() + " F1, one answer a mail", f1(one.getValue())))
          .toList();
    }

    private void count(Mark mark, int what) {
      counts.computeIfAbsent(mark.field(), f -> new int[3])[what]++;
    }

    private BenchRow row(String set, String field, double bound, double aim) {
      double f1 = f1(counts.getOrDefault(field, new int[3]));
      return BenchRow.atLeast(set, field + " F1", f1, bound).aiming(aim);
    }

    private int[] all() {
      int[] all = new int[3];
      counts
          .values()
          .forEach(count -> {
            for (int i = 0; i < all.length; i++) {
              all[i] += count[i];
            }
          });
      return all;
    }

    private double f1(int[] count) {
      return 2.0 * count[0] / Math.max(1, 2 * count[0] + count[1] + count[2]);
    }

    private double perSecond() {
      return texts / tagging;
    }
  }
}
