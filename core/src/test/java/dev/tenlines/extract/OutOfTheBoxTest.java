package dev.tenlines.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesBuilder;
import dev.tenlines.fields.FieldReader;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.Schema;
import dev.tenlines.ladder.TestClock;
import dev.tenlines.text.Language;
import dev.tenlines.text.Setting;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The forty sample documents in ten layouts, asked as a user asks them, with nothing taught. Three
 * layouts were not looked at while the rules were written.
 */
class OutOfTheBoxTest {
  private static final Path SAMPLES = Path.of("../examples/sample");
  private static final List<String> UNSEEN = List.of("03", "08", "10");

  @TempDir Path directory;

  /** Right fields of all. */
  private record Score(int right, int all) {
    Score and(Score other) {
      return new Score(right + other.right, all + other.all);
    }

    double share() {
      return (double) right / all;
    }
  }

  @Test
  void invoicesReceiptsOrdersContactsAndEvents_areReadWithNothingTaught() throws IOException {
    Map<String, Score> layouts = new TreeMap<>();
    List<String> misses = new ArrayList<>();
    TenlinesBuilder builder = Tenlines.in(directory).clock(new TestClock());
    for (String kind : List.of("invoice", "receipt", "order", "contact", "event")) {
      builder.feature(
          Feature.extract(kind, Files.readString(SAMPLES.resolve("schemas/" + kind + ".json"))));
    }
    try (Tenlines tenlines = builder.open()) {
      for (Path file : documents()) {
        String layout = file.getParent().getFileName().toString();
        layouts.merge(layout, score(tenlines, kind(layout), file, misses), Score::and);
      }
    }
    layouts.forEach((layout, score) ->
        System.out.printf(Locale.ROOT, "%-24s %3d of %3d%n", layout, score.right(), score.all()));
    System.out.println(String.join("\n", misses));
    assertThat(documents()).hasSize(40);
    assertThat(layouts).hasSize(10);
    assertThat(all(layouts, false).share()).as("layouts that were looked at").isGreaterThan(0.9);
    assertThat(all(layouts, true).share()).as("layouts nobody looked at").isGreaterThan(0.6);
  }

  private static Score all(Map<String, Score> layouts, boolean unseen) {
    return layouts.entrySet().stream()
        .filter(entry -> UNSEEN.contains(entry.getKey().substring(0, 2)) == unseen)
        .map(Map.Entry::getValue)
        .reduce(new Score(0, 0), Score::and);
  }

  private static List<Path> documents() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES.resolve("documents"))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static String kind(String layout) {
    return switch (layout.substring(0, 2)) {
      case "03" -> "receipt";
      case "04", "05", "10" -> "order";
      case "06" -> "contact";
      case "07", "08" -> "event";
      default -> "invoice";
    };
  }

  private static Score score(Tenlines tenlines, String kind, Path file, List<String> misses)
      throws IOException {
    String name = file.getFileName().toString().replaceAll("\\.[a-z]+$", ".json");
    Path answer = SAMPLES.resolve("answers").resolve(file.getParent().getFileName()).resolve(name);
    JsonNode wanted = JsonMapper.shared().readTree(Files.readString(answer));
    Request request =
        Request.of(
            tenlines.documents().file(file.getFileName().toString(), Files.readAllBytes(file)));
    Extraction read = read(tenlines.ask(kind, request));
    Setting setting =
        new Setting(Language.of(request.input()), ZonedDateTime.parse("2026-11-23T10:00Z"));
    Schema schema =
        Schema.parse(kind, Files.readString(SAMPLES.resolve("schemas/" + kind + ".json")));
    int right = 0;
    for (FieldSpec field : schema.fields()) {
      Object got = read == null ? null : read.values().get(field.name());
      JsonNode want = wanted.path(field.name());
      boolean same = want.isMissingNode() ? got == null : same(field, setting, got, want);
      right += same ? 1 : 0;
      if (!same) {
        misses.add("%s %s: %s, not %s".formatted(file.getFileName(), field.name(), got, want));
      }
    }
    return new Score(right, schema.fields().size());
  }

  private static Extraction read(Outcome<?> outcome) {
    return switch (outcome) {
      case Answered<?> answered -> (Extraction) answered.value();
      case Deferred<?> deferred -> (Extraction) deferred.proposal();
      default -> null;
    };
  }

  /** Numbers by value, everything else by its words; people write phone numbers as they like. */
  private static boolean same(FieldSpec field, Setting setting, Object got, JsonNode want) {
    if (got == null) {
      return false;
    }
    if (want.isNumber() && got instanceof Number number) {
      return new BigDecimal(number.toString()).compareTo(want.decimalValue()) == 0;
    }
    Object meant = FieldReader.read(field, want.asString(), setting);
    return words(got).equals(words(want.asString()))
        || meant != null && words(got).equals(words(meant));
  }

  private static String words(Object value) {
    return value.toString().replaceAll("[^\\p{L}\\p{N}]+", " ").strip().toLowerCase(Locale.ROOT);
  }
}
