package dev.tenlines.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Evidence.Span;
import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import dev.tenlines.Trace;
import dev.tenlines.cost.Usage;
import dev.tenlines.model.ModelText;
import dev.tenlines.model.Reply;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a model makes of its answer, nothing of it is returned that the document lacks. */
class ModelOutputsTest {
  private static final int EACH = Integer.getInteger("tenlines.outputs", 60);
  private static final String SCHEMA =
      """
      {"type": "object", "required": ["code", "total", "day"], "properties": {
        "code": {"type": "string", "format": "code", "title": "Zugriff"},
        "total": {"type": "number", "title": "Wert"},
        "day": {"type": "string", "format": "date", "title": "Tag"}}}
      """;

  @TempDir Path directory;

  /** How a model breaks its answer. */
  enum Kind {
    FENCED,
    PREFIXED,
    CHATTY,
    THINKING,
    TRUNCATED,
    WRONG_TYPE,
    FROM_EXAMPLES,
    INVENTED,
    TYPOGRAPHIC_QUOTES,
    TRAILING_COMMA,
    EMPTY_OR_REFUSING,
    TWICE_OR_NESTED
  }

  /** A document, what stands in it, and what a model would say rightly. */
  private record Case(String text, String code, String total, String day) {
    static Case of(RandomGenerator random) {
      String code = "K" + random.nextInt(100, 999) + "-" + random.nextInt(1000, 9999);
      String total = random.nextInt(10, 900) + "." + random.nextInt(10, 99);
      int day = random.nextInt(1, 28);
      String date = "%d March 2026".formatted(day);
      return new Case(
          "Dear all, we meet as agreed.\nRef %s for the lot, worth %s EUR, settled on %s.\n"
              .formatted(code, total, date),
          code,
          total,
          date);
    }

    String right() {
      return "{\"code\": \"%s\", \"total\": \"%s\", \"day\": \"%s\"}".formatted(code, total, day);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAnswer_isReadOrLeftToAPerson_andNothingInIt_isInvented(Kind kind) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(kind.ordinal());
    Case[] now = new Case[1];
    String[] said = new String[1];
    Feature feature =
        Feature.extract("lot", SCHEMA).withRungs("structured", "model:bean:odd", "review");
    int read = 0;
    try (Tenlines tenlines =
        Tenlines.in(directory)
            .feature(feature)
            .provider(
                "odd",
                (prompt, call) -> {
                  said[0] = broken(kind, now[0], random);
                  return new Reply.Whole(ModelText.of(said[0]), Usage.of(9, 9), "odd", List.of());
                })
            .open()) {
      for (int i = 0; i < EACH; i++) {
        now[0] = Case.of(random);
        Outcome<?> outcome = tenlines.ask("lot", Request.of(now[0].text()));

        assertThat(outcome).as(said[0]).isInstanceOf(Deferred.class);
        assertThat(outcome.trace().steps())
            .as(said[0])
            .noneMatch(step -> step.result() == Trace.Result.FAILED);
        assertThat(tenlines.transcripts().of("default", outcome.id()))
            .anyMatch(call -> said[0].equals(words(call.said())));
        Object proposal = ((Deferred<?>) outcome).proposal();
        if (proposal != null) {
          grounded((Extraction) proposal, now[0]);
          read++;
        }
      }
    }
    if (List.of(Kind.FENCED, Kind.PREFIXED, Kind.CHATTY, Kind.THINKING).contains(kind)) {
      assertThat(read).as("what is only wrapped can be read").isEqualTo(EACH);
    }
  }

  private static String words(String transcript) {
    return JsonMapper.shared().readTree(transcript).path("text").asString("");
  }

  private static void grounded(Extraction extraction, Case now) {
    extraction
        .fields()
        .forEach((name, field) -> {
          if (field != null && field.value() != null) {
            Span span = (Span) field.evidence().getFirst();
            assertThat(now.text().substring(span.start(), span.end())).isEqualTo(field.raw());
            String right =
                Map.of("code", now.code(), "total", now.total(), "day", now.day()).get(name);
            assertThat(field.raw()).as(name).startsWith(right);
          }
        });
  }

  private static String broken(Kind kind, Case now, RandomGenerator random) {
    String right = now.right();
    return switch (kind) {
      case FENCED -> "```json\n" + right + "\n```";
      case PREFIXED -> pick(random, "Sure! Here you are:\n", "Answer: ", "json\n") + right;
      case CHATTY -> right + pick(random, "\nHope that helps!", "\n\nLet me know.", "\n<|end|>");
      case THINKING ->
          pick(random, "<think>Is {it} so? No }.</think>", "<thinking>{\"a\":</thinking>\n")
              + right;
      case TRUNCATED -> right.substring(0, random.nextInt(1, right.length() - 1));
      case WRONG_TYPE ->
          pick(
              random,
              "{\"code\": 7, \"total\": [1], \"day\": {\"year\": 2026}}",
              "{\"code\": true, \"total\": " + now.total() + ", \"day\": 20260301}",
              "[" + right + "," + right + "]",
              "\"" + now.code() + "\"",
              "42");
      case FROM_EXAMPLES ->
          "{\"code\": \"INV-001\", \"total\": \"100.00\", \"day\": \"2024-01-01\"}";
      case INVENTED ->
          "{\"code\": \"Z%d\", \"total\": \"%d.07\", \"day\": \"%d May 2019\"}"
              .formatted(random.nextInt(10_000, 99_999), random.nextInt(1_000, 9_999), 3);
      case TYPOGRAPHIC_QUOTES -> right.replace('"', '“');
      case TRAILING_COMMA -> right.replace("}", ",}");
      case EMPTY_OR_REFUSING ->
          pick(
              random, "", "   ", "null", "{}", "I am sorry, I cannot help with that.", "{\"code\"");
      case TWICE_OR_NESTED ->
          pick(
              random,
              right + right,
              "{\"code\": \"%s\", \"code\": \"EVIL\"}".formatted(now.code()),
              "{\"fields\": " + right + "}",
              "[".repeat(3_000),
              "{\"a\":".repeat(200) + "1" + "}".repeat(200),
              right.toUpperCase(Locale.ROOT));
    };
  }

  private static String pick(RandomGenerator random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
