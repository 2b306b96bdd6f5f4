package dev.tenlines.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.mock.voice.SmallestValue;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers to a request with a schema: the smallest that keeps it, and those that do not. */
class WrongAnswersTest {
  private static final JsonNode SCHEMA =
      JsonMapper.shared()
          .readTree(
              """
              {"type":"object","additionalProperties":false,"required":["label","score"],
              "properties":{"label":{"type":"string","enum":["lost","late"]},
              "score":{"type":"integer","minimum":1}}}\
              """);

  @Test
  void otherSchemas_missAField_orTurnItsType_orHaveOneTooMany() {
    assertThat(answers("B08x3"))
        .containsExactly(
            "{\"score\":1}",
            "{\"label\":[1,2],\"score\":1}",
            "{\"label\":\"lost\",\"score\":1,\"nobody_asked_for_this\":true}");
  }

  @Test
  void otherLabels_keepTheSchemasForm() {
    assertThat(answers("B09x3"))
        .containsExactly(
            "{\"label\":\"not_one_of_the_labels\",\"score\":1}",
            "{\"label\":\"LOST\",\"score\":1}",
            "{\"label\":\"Bezeichnung auf Deutsch\",\"score\":1}");
  }

  @Test
  void fences_standAround_orBefore_orAmidProse() {
    List<String> answers = answers("B07x3");

    assertThat(answers.get(0)).startsWith("```json\n{").endsWith("}\n```");
    assertThat(answers.get(1)).startsWith("```json\n{").endsWith("}");
    assertThat(answers.get(2)).startsWith("Sure").contains("{\"label\":\"lost\",\"score\":1}");
  }

  @Test
  void counts_areMissing_zero_negative_orDoNotAddUp() {
    try (MockProvider mock = MockProvider.start(0, Script.parse("B11x4"))) {
      List<JsonNode> usages = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        usages.add(Call.whole(Dialect.OPENAI).json(mock).path("usage"));
      }

      assertThat(usages.get(0).isMissingNode()).isTrue();
      assertThat(usages.get(1).path("prompt_tokens").asInt()).isZero();
      assertThat(usages.get(2).path("completion_tokens").asInt()).isNegative();
      assertThat(usages.get(3).path("total_tokens").asInt()).isEqualTo(1024);
      assertThat(mock.counts().output()).as("what was really sent").isEqualTo(64);
    }
  }

  @Test
  void contents_areMissing_null_orEmpty() {
    try (MockProvider mock = MockProvider.start(0, Script.parse("B02x3"))) {
      assertThat(Call.whole(Dialect.GEMINI).json(mock).has("candidates")).isFalse();
      assertThat(Call.whole(Dialect.GEMINI).json(mock).path("candidates").isNull()).isTrue();
      assertThat(Call.whole(Dialect.GEMINI).json(mock).path("candidates").isArray()).isTrue();
    }
  }

  @Test
  void smallestValue_keepsOtherSchemasToo() {
    assertThat(smallest("{\"type\":\"string\",\"minLength\":2}")).isEqualTo("\"xx\"");
    assertThat(smallest("{\"type\":\"number\",\"exclusiveMinimum\":2}")).isEqualTo("3");
    assertThat(smallest("{\"type\":\"number\",\"maximum\":-2}")).isEqualTo("-2");
    assertThat(smallest("{\"type\":[\"null\",\"string\"]}")).isEqualTo("null");
    assertThat(smallest("{\"type\":\"STRING\",\"format\":\"date\"}")).isEqualTo("\"2026-01-01\"");
    assertThat(smallest("{\"anyOf\":[{\"const\":7},{\"type\":\"string\"}]}")).isEqualTo("7");
    assertThat(
            smallest(
                "{\"$defs\":{\"a\":{\"type\":\"boolean\"}},\"type\":\"array\",\"minItems\":2,"
                    + "\"items\":{\"$ref\":\"#/$defs/a\"}}"))
        .isEqualTo("[false,false]");
    assertThat(smallest("{\"$ref\":\"#\"}")).isEqualTo("null");
  }

  private static String smallest(String schema) {
    return SmallestValue.of(JsonMapper.shared().readTree(schema)).toString();
  }

  private static List<String> answers(String script) {
    List<String> answers = new ArrayList<>();
    try (MockProvider mock = MockProvider.start(0, Script.parse(script))) {
      for (int i = 0; i < 3; i++) {
        JsonNode json = Call.whole(Dialect.OPENAI).withSchema(SCHEMA).json(mock);
        answers.add(json.at(MockProviderTest.text(Dialect.OPENAI)).asString());
      }
    }
    return answers;
  }
}
