package dev.tenlines.classify;

import dev.tenlines.Feature;
import dev.tenlines.classify.Neighbours.Near;
import dev.tenlines.cost.Money;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Attempt.Abstained;
import dev.tenlines.ladder.Attempt.Failed;
import dev.tenlines.ladder.Attempt.Proposed;
import dev.tenlines.ladder.Rung;
import dev.tenlines.learn.Classifier;
import dev.tenlines.learn.Prediction;
import dev.tenlines.model.Marks;
import dev.tenlines.model.ModelClient;
import dev.tenlines.model.ModelClient.Asked;
import dev.tenlines.model.Prompt;
import dev.tenlines.model.PromptFile;
import dev.tenlines.model.Reply;
import dev.tenlines.text.Digest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Proposes the label a language model gives, which sees the labels' meanings and the most similar
 * texts that people have judged. One answer that is no label is sent back with what is wrong; a
 * second ends the attempt. What the model says of its own certainty counts for nothing: the score
 * is how far the similar texts, the small model and further samples agree.
 */
public final class LlmRung implements Rung<String> {
  /** Worth 24 points over chosen by chance, on Banking77 with a model of 1.7 billion weights. */
  private static final int EXAMPLES = 15;

  private final String name;
  private final String version;
  private final Feature feature;
  private final ModelClient client;
  private final PromptFile prompt;
  private final Supplier<Neighbours> neighbours;
  private final @Nullable Classifier classifier;
  private final int samples;
  private final List<String> allowed;
  private final String schema;

  /**
   * A rung that asks one model.
   *
   * @param classifier the small model to compare with, or null while there is none
   * @param number its version: it takes part in the score, so another one makes another rung
   */
  LlmRung(
      String name,
      Feature feature,
      ModelClient client,
      PromptFile prompt,
      Supplier<Neighbours> neighbours,
      @Nullable Classifier classifier,
      int number) {
    this.name = name;
    this.feature = feature;
    this.client = client;
    this.prompt = prompt;
    this.neighbours = neighbours;
    this.classifier = classifier;
    this.samples = client.model().samples();
    this.allowed = List.copyOf(feature.labels().keySet());
    this.schema = schema(allowed);
    this.version =
        Digest.of(
                    String.join(
                        "\n",
                        client.model().model(),
                        String.valueOf(client.model().effort()),
                        prompt.digest(),
                        feature.labels().toString(),
                        Integer.toString(samples)))
                .substring(0, 8)
            + "-"
            + number;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public Duration expected() {
    return client.usual();
  }

  @Override
  public Attempt<String> attempt(Ask ask) {
    if (ask.input().isBlank()) {
      return new Abstained<>("the input is empty");
    }
    List<Near> near = neighbours.get().of(ask.request(), EXAMPLES);
    Prompt asked = prompt(ask, near);
    Answer first = answer(asked, ask, 1);
    if (first.label() == null) {
      return first.ends();
    }
    Money charge = first.charge();
    int agreeing = 1;
    for (int sample = 1; sample < samples; sample++) {
      Answer next = answer(asked.withSample(sample), ask, 2 * sample + 1);
      charge = charge.plus(next.charge());
      agreeing += first.label().equals(next.label()) ? 1 : 0;
    }
    String label = first.label();
    if (label.equals(feature.none())) {
      return new Abstained<>("looks like none of the labels", charge);
    }
    double score = score(label, near, ask.input(), (double) agreeing / samples);
    return new Proposed<>(
        label, score, null, feature.promise().groupOf(label), null, List.of(), charge);
  }

  private Prompt prompt(Ask ask, List<Near> near) {
    String input = Marks.visible(ask.input());
    StringBuilder texts = new StringBuilder(input);
    near.forEach(one -> texts.append(one.text()));
    String mark = Marks.of(ask.id(), texts.toString());
    StringBuilder examples = new StringBuilder();
    for (Near one : near) {
      examples
          .append("A text:\n")
          .append(mark)
          .append('\n')
          .append(Marks.visible(one.text()))
          .append('\n')
          .append(mark)
          .append("\nIts label: ")
          .append(json(one.label()))
          .append("\n\n");
    }
    StringBuilder labels = new StringBuilder();
    feature
        .labels()
        .forEach((label, meaning) ->
            labels
                .append("- ")
                .append(label)
                .append(meaning.isEmpty() ? "" : ": " + meaning)
                .append('\n'));
    return prompt
        .with(
            Map.of(
                "labels",
                labels.toString().stripTrailing(),
                "mark",
                mark,
                "examples",
                examples.toString(),
                "input",
                input),
            schema)
        .withLogprobs();
  }

  /** One sample: asked, and asked once more with what is wrong. */
  private Answer answer(Prompt prompt, Ask ask, int part) {
    Asked asked = client.ask(prompt, ask, id(), part, null);
    Answer first = read(asked);
    if (!(asked.reply() instanceof Reply.Whole whole) || first.label() != null) {
      return first;
    }
    String wrong =
        "That is not the JSON asked for with one of the labels. Answer {\"label\": …} with exactly"
            + " one of: "
            + String.join(", ", allowed);
    Answer second =
        read(client.ask(prompt.corrected(whole.text(), wrong), ask, id(), part + 1, null));
    return new Answer(second.label(), second.ends(), asked.charge().plus(second.charge()));
  }

  /**
   * What came of asking.
   *
   * @param label null where there is none
   * @param ends what the attempt is then
   */
  private record Answer(@Nullable String label, Attempt<String> ends, Money charge) {
    private Answer {
      ends =
          switch (ends) {
            case Failed<String>(String cause, Money own) -> new Failed<>(cause, charge);
            case Abstained<String>(String reason, Money own) -> new Abstained<>(reason, charge);
            default -> ends;
          };
    }
  }

  private Answer read(Asked asked) {
    return switch (asked.reply()) {
      case Reply.Broken broken ->
          new Answer(
              null,
              new Failed<>(broken.failure() + ": " + broken.detail(), asked.charge()),
              asked.charge());
      case Reply.Whole whole -> {
        JsonNode json = whole.text().json();
        String label = json == null ? null : json.path("label").asString(null);
        String known = label != null && allowed.contains(label) ? label : null;
        yield new Answer(
            known, new Abstained<>("said no label, twice", asked.charge()), asked.charge());
      }
    };
  }

  /** From 0, nobody else says so, to 1: the mean of all who can be asked. */
  private double score(String label, List<Near> near, String input, double agreeing) {
    List<Double> voices = new ArrayList<>();
    if (!near.isEmpty()) {
      double all = 0;
      double same = 0;
      for (Near one : near) {
        double weight = Math.pow(one.like(), 4);
        all += weight;
        same += one.label().equals(label) ? weight : 0;
      }
      voices.add(all == 0 ? 0 : same / all);
    }
    if (classifier != null) {
      Prediction prediction = classifier.predict(input);
      int at = classifier.labels().indexOf(label);
      voices.add(at < 0 ? 0 : (double) prediction.probabilities()[at]);
    }
    if (samples > 1) {
      voices.add(agreeing);
    }
    return voices.stream().mapToDouble(Double::doubleValue).average().orElse(0.5);
  }

  private static String schema(List<String> labels) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("type", "object");
    root.put("properties", Map.of("label", Map.of("type", "string", "enum", labels)));
    root.put("required", List.of("label"));
    root.put("additionalProperties", false);
    return JsonMapper.shared().writeValueAsString(root);
  }

  private static String json(String label) {
    return JsonMapper.shared().writeValueAsString(Map.of("label", label));
  }
}
