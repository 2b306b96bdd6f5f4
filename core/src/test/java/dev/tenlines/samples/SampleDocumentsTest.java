package dev.tenlines.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.document.Document;
import dev.tenlines.document.Field;
import dev.tenlines.fields.FieldType;
import dev.tenlines.fields.Recognizers;
import dev.tenlines.reading.DocumentReader;
import dev.tenlines.text.Found;
import dev.tenlines.text.Setting;
import dev.tenlines.text.Value;
import dev.tenlines.text.Value.Period;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sample documents say what their answers say, and are as their generator draws them. */
class SampleDocumentsTest {
  private static final Path SCHEMAS = Path.of("../examples/sample/schemas");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final Path ANSWERS = SampleDocuments.DOCUMENTS.resolveSibling("answers");
  private static final Recognizers RECOGNIZERS = new Recognizers();
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 11, 23, 9, 0, 0, 0, ZoneOffset.UTC);
  private static final String LANGUAGES = "en-GB en-US de-DE";

  /** The languages of folders with others. */
  private static final Map<String, String> OTHERS =
      Map.of(
          "09",
          "fr-FR es-ES",
          "10",
          "it-IT nl-NL",
          "mails",
          "en-GB de-DE nl-NL fr-FR",
          "invoices",
          "en-GB de-DE nl-NL");

  /** What kind of document a folder holds, by the beginning of its name. */
  private static final Map<String, String> KINDS = new HashMap<>();

  static {
    Stream.of("01", "02", "09").forEach(layout -> KINDS.put(layout, "invoice"));
    Stream.of("04", "05", "10").forEach(layout -> KINDS.put(layout, "order"));
    Stream.of("07", "08").forEach(layout -> KINDS.put(layout, "event"));
    KINDS.put("03", "receipt");
    KINDS.put("06", "contact");
    KINDS.put("mails", "order");
    KINDS.put("invoices", "invoice");
  }

  @Test
  void pages_areAsDrawn() throws IOException {
    for (Map.Entry<Path, byte[]> drawn : SampleDocuments.drawn().entrySet()) {
      assertThat(drawn.getKey()).hasBinaryContent(drawn.getValue());
      assertThat(drawn.getValue()).hasSizeLessThan(30_000);
    }
  }

  @Test
  void answers_keepTheirSchemas() throws IOException {
    List<Path> answers = answers();

    assertThat(answers).hasSize(120);
    for (Path answer : answers) {
      JsonNode schema = schema(answer);
      for (JsonNode required : schema.path("required")) {
        assertThat(JSON.readTree(answer).has(required.asString()))
            .as("%s: %s", answer, required)
            .isTrue();
      }
      JSON.readTree(answer)
          .properties()
          .forEach(field -> {
            JsonNode rule = schema.path("properties").path(field.getKey());
            assertThat(rule.path("type").asString(""))
                .as("%s: %s", answer, field.getKey())
                .isEqualTo(field.getValue().isNumber() ? "number" : "string");
          });
    }
  }

  @Test
  void everyAnswer_standsInItsDocument() throws IOException {
    List<String> missing = new ArrayList<>();
    try (DocumentReader reader = new DocumentReader()) {
      for (Path answer : answers()) {
        Path file = document(answer);
        Document document =
            (Document) reader.read(file.getFileName().toString(), Files.readAllBytes(file));
        JsonNode rules = schema(answer).path("properties");
        List<Value> found = found(text(document), OTHERS.getOrDefault(layout(answer), LANGUAGES));
        String folded = folded(text(document));
        JSON.readTree(answer).properties().stream()
            .filter(field -> !stands(field.getValue(), rules.path(field.getKey()), found, folded))
            .forEach(field -> missing.add(answer + ": " + field));
      }
    }
    assertThat(missing).isEmpty();
  }

  private static boolean stands(JsonNode value, JsonNode rule, List<Value> found, String text) {
    if (value.isNumber()) {
      return Stream.of(FieldType.MONEY, FieldType.NUMBER, FieldType.PERCENT)
          .flatMap(type -> found.stream().map(type::value))
          .anyMatch(
              number -> number instanceof BigDecimal n && n.compareTo(value.decimalValue()) == 0);
    }
    return switch (rule.path("format").asString(rule.path("pattern").asString(""))) {
      case "date" -> ends(found).anyMatch(end -> end.startsWith(value.asString()));
      case "time" ->
          ends(found).anyMatch(end -> end.contains("T" + value.asString()))
              || text.contains(DateTimeFormatter.ofPattern("hmm").format(time(value)));
      // A sign such as € or $ names a currency, too.
      case "^[A-Z]{3}$" -> true;
      // The lines of an address may stand beside those of another.
      default -> Stream.of(value.asString().split(", ")).allMatch(p -> text.contains(folded(p)));
    };
  }

  private static LocalTime time(JsonNode value) {
    return LocalTime.parse(value.asString());
  }

  /** When what the document speaks of begins and ends: until Friday is on Friday, too. */
  private static Stream<String> ends(List<Value> found) {
    return found.stream()
        .filter(Period.class::isInstance)
        .map(Period.class::cast)
        .flatMap(SampleDocumentsTest::ends)
        .filter(Objects::nonNull)
        .map(moment -> moment.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME));
  }

  private static Stream<@Nullable LocalDateTime> ends(Period period) {
    LocalDateTime until = period.until();
    return until == null
        ? Stream.of(period.from())
        : Stream.of(
            period.from(), until, until.minusDays(1), until.minusHours(1), until.minusMinutes(1));
  }

  private static List<Value> found(String text, String languages) {
    return Stream.of(languages.split(" "))
        .map(tag -> new Setting(Locale.forLanguageTag(tag), NOW))
        .flatMap(setting -> RECOGNIZERS.find(text, setting).stream())
        .map(Found::value)
        .distinct()
        .toList();
  }

  private static String text(Document document) {
    return Stream.concat(Stream.of(document.text()), document.fields().stream().map(Field::value))
        .collect(Collectors.joining("\n"));
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  private static JsonNode schema(Path answer) {
    return JSON.readTree(SCHEMAS.resolve(KINDS.get(layout(answer)) + ".json"));
  }

  private static String layout(Path answer) {
    return answer.getParent().getFileName().toString().replaceFirst("^(\\d\\d)-.*", "$1");
  }

  private static Path document(Path answer) {
    String name = answer.getFileName().toString().replace(".json", "");
    Path group = answer.getParent().getFileName();
    Path numbered = SampleDocuments.DOCUMENTS.resolve(group);
    Path folder = Files.exists(numbered) ? numbered : ANSWERS.resolveSibling(group);
    return Stream.of(".pdf", ".eml", ".html", ".txt")
        .map(ending -> folder.resolve(name + ending))
        .filter(Files::exists)
        .findFirst()
        .orElseThrow();
  }

  private static List<Path> answers() throws IOException {
    try (Stream<Path> all = Files.walk(ANSWERS)) {
      return all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
