package dev.tenlines.bench.extract;

import dev.tenlines.bench.Bench;
import dev.tenlines.bench.BenchData;
import dev.tenlines.bench.BenchRow;
import dev.tenlines.dates.Times;
import dev.tenlines.text.Found;
import dev.tenlines.text.Grain;
import dev.tenlines.text.Recognizer;
import dev.tenlines.text.Setting;
import dev.tenlines.text.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many phrases of Duckling's tests are read as they expect: the same interval and the same
 * grain as the first reading of the only thing found, or nothing where nothing is to be found.
 */
public final class RecognizerBench {
  private static final String SET = "duckling-corpus";

  /** The reference time of all cases; the local one of what has a zone. */
  private static final ZoneOffset HERE = ZoneOffset.ofHours(-2);

  private static final ZonedDateTime NOW = ZonedDateTime.of(2013, 2, 12, 4, 30, 0, 0, HERE);

  /** Cases that their authors set on the Friday after. */
  private static final String LATER = "diffCorpus";

  private static final double ENGLISH_DATES = 0.90;
  private static final double OTHER_DATES = 0.70;

  private static final Map<String, String> LOCALES =
      Map.of(
          "EN", "en-US", "EN-US", "en-US", "EN-GB", "en-GB", "DE", "de", "FR", "fr", "ES", "es",
          "NL", "nl", "IT", "it");

  private static final String MOMENT = "\\(([-0-9, ]+)\\)";
  private static final Pattern POINT =
      Pattern.compile("datetime(?:Holiday)? " + MOMENT + " (\\w+).*");
  private static final Pattern INTERVAL =
      Pattern.compile(
          "datetimeInterval(?:Holiday)? \\(" + MOMENT + ", ?" + MOMENT + "\\) (\\w+).*");
  private static final Pattern OPEN =
      Pattern.compile("datetimeOpenInterval (After|Before) " + MOMENT + " (\\w+).*");
  private static final Pattern LENGTH = Pattern.compile("DurationData ([0-9]+) (\\w+)");

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Recognizer times = new Times();

  private RecognizerBench() {}

  /** A row for each language and dimension whose file is there. */
  static List<BenchRow> run(BenchData data, Bench.Log log) throws IOException {
    List<BenchRow> rows = new ArrayList<>();
    for (String dimension : List.of("Time", "Duration")) {
      for (String language : LOCALES.keySet().stream().sorted().toList()) {
        Path file = data.data().resolve(SET).resolve(dimension).resolve(language + ".jsonl");
        if (Files.exists(file)) {
          rows.add(new RecognizerBench().measured(file, dimension, language));
        }
      }
    }
    if (rows.isEmpty()) {
      log.missing(SET, List.of());
    }
    return rows;
  }

  /**
   * Of the dates that are no holidays: how many of those answered are right, and are answered. Of
   * what has two likely readings both are offered, which is no answer.
   */
  public static List<BenchRow> answered(BenchData data, Bench.Log log) throws IOException {
    List<BenchRow> rows = new ArrayList<>();
    for (String language : List.of("EN", "DE", "FR", "ES", "NL", "IT")) {
      Path file = data.data().resolve(SET).resolve("Time").resolve(language + ".jsonl");
      if (Files.exists(file)) {
        rows.addAll(new RecognizerBench().answered(file, language));
      }
    }
    if (rows.isEmpty()) {
      log.missing(SET, List.of());
    }
    return rows;
  }

  private List<BenchRow> answered(Path file, String language) throws IOException {
    int right = 0;
    int answered = 0;
    int offered = 0;
    int dates = 0;
    int all = 0;
    for (String line : Files.readAllLines(file)) {
      JsonNode row = JSON.readTree(line);
      String expected = row.path("value").asString("");
      if (expected.contains("Holiday")) {
        continue;
      }
      boolean date = expected.startsWith("datetime");
      Setting setting = setting(language, row);
      for (JsonNode phrase : row.path("phrases")) {
        List<Found> found = times.find(phrase.asString(), setting);
        boolean says = found.size() == 1 && found.getFirst().likely() == 1;
        all += date ? 1 : 0;
        answered += says ? 1 : 0;
        dates += date && says ? 1 : 0;
        offered += date && found.size() == 1 && !says ? 1 : 0;
        right += says && isRight(found, expected) ? 1 : 0;
      }
    }
    double precision = answered == 0 ? 0 : (double) right / answered;
    double coverage = all == 0 ? 0 : (double) dates / all;
    double asked = all == 0 ? 0 : (double) offered / all;
    String metric = "dates " + language + ": right of those answered";
    String share = "dates " + language + ": answered of " + all;
    return language.equals("EN")
        ? List.of(
            BenchRow.atLeast(SET, metric, precision, 0.985).aiming(0.997).beside("Natty", 0.38),
            BenchRow.atLeast(SET, share, coverage, 0.88).aiming(0.97).beside("Natty", 0.80),
            BenchRow.printed(SET, "dates EN: both readings offered", asked))
        : List.of(BenchRow.printed(SET, metric, precision), BenchRow.printed(SET, share, coverage));
  }

  private static Setting setting(String language, JsonNode row) {
    boolean later = row.path("section").asString("").equals(LATER);
    return new Setting(Locale.forLanguageTag(LOCALES.get(language)), later ? NOW.plusDays(3) : NOW);
  }

  private BenchRow measured(Path file, String dimension, String language) throws IOException {
    int right = 0;
    int all = 0;
    for (String line : Files.readAllLines(file)) {
      JsonNode row = JSON.readTree(line);
      String expected = row.path("value").asString("");
      Setting setting = setting(language, row);
      for (JsonNode phrase : row.path("phrases")) {
        all++;
        right += isRight(times.find(phrase.asString(), setting), expected) ? 1 : 0;
      }
    }
    String metric = dimension + " " + language + " right of " + all;
    double share = all == 0 ? 0 : (double) right / all;
    boolean asked = dimension.equals("Time") && !language.equals("EN-US");
    double bound = language.equals("EN") ? ENGLISH_DATES : OTHER_DATES;
    return asked
        ? BenchRow.atLeast(SET, metric, share, bound)
        : BenchRow.printed(SET, metric, share);
  }

  private static boolean isRight(List<Found> found, String expected) {
    if (!expected.startsWith("datetime") && !expected.startsWith("Duration")) {
      return found.isEmpty();
    }
    return found.size() == 1
        && switch (found.getFirst().value()) {
          case Value.Period period -> isRight(period, expected);
          case Value.Length length -> isRight(length, expected);
          default -> false;
        };
  }

  private static boolean isRight(Value.Length length, String expected) {
    Matcher m = LENGTH.matcher(expected);
    return m.matches()
        && length.value().compareTo(new BigDecimal(m.group(1))) == 0
        && length.unit() == grain(m.group(2));
  }

  private static boolean isRight(Value.Period period, String expected) {
    LocalDateTime from = here(period.from(), period.offset());
    LocalDateTime until = here(period.until(), period.offset());
    Matcher m = POINT.matcher(expected);
    if (m.matches()) {
      LocalDateTime start = moment(m.group(1));
      Grain grain = grain(m.group(2));
      return period.grain() == grain && start.equals(from) && grain.plus(start, 1).equals(until);
    }
    m = INTERVAL.matcher(expected);
    if (m.matches()) {
      return period.grain() == grain(m.group(3))
          && moment(m.group(1)).equals(from)
          && moment(m.group(2)).equals(until);
    }
    m = OPEN.matcher(expected);
    if (!m.matches() || period.grain() != grain(m.group(3))) {
      return false;
    }
    LocalDateTime end = moment(m.group(2));
    return m.group(1).equals("After")
        ? end.equals(from) && until == null
        : end.equals(until) && from == null;
  }

  private static @Nullable LocalDateTime here(
      @Nullable LocalDateTime moment, @Nullable ZoneOffset offset) {
    return moment == null || offset == null
        ? moment
        : moment.atOffset(offset).withOffsetSameInstant(HERE).toLocalDateTime();
  }

  /** Some cases write month and day 0 for the first. */
  private static LocalDateTime moment(String numbers) {
    String[] parts = numbers.split(",");
    int[] n = new int[parts.length];
    for (int i = 0; i < n.length; i++) {
      n[i] = Integer.parseInt(parts[i].strip());
    }
    return LocalDateTime.of(n[0], Math.max(1, n[1]), Math.max(1, n[2]), n[3], n[4], n[5]);
  }

  private static Grain grain(String name) {
    return Grain.valueOf(name.toUpperCase(Locale.ROOT));
  }
}
