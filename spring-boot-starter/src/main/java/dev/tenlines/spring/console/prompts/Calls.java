package dev.tenlines.spring.console.prompts;

import dev.tenlines.Tenlines;
import dev.tenlines.cost.Charge;
import dev.tenlines.cost.Usage;
import dev.tenlines.ladder.History.Booked;
import dev.tenlines.ladder.Transcripts.Transcript;
import dev.tenlines.spring.console.view.CallView;
import dev.tenlines.spring.console.view.Shown;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The calls of models that one request made. */
public final class Calls {
  private final Tenlines tenlines;

  public Calls(Tenlines tenlines) {
    this.tenlines = tenlines;
  }

  /** Each call as a page shows it, in order. */
  public List<CallView> of(String tenant, String request) {
    Map<String, Charge> charges = charges(tenant, request);
    return tenlines.transcripts().of(tenant, request).stream()
        .map(call -> view(call, charges.get(call.attempt())))
        .toList();
  }

  Map<String, Charge> charges(String tenant, String request) {
    Map<String, Charge> charges = new HashMap<>();
    for (Booked booked : tenlines.history().charges(tenant, request)) {
      charges.put(booked.attempt(), booked.charge());
    }
    return charges;
  }

  static JsonNode read(String json) {
    return JsonMapper.shared().readTree(json);
  }

  private static CallView view(Transcript call, @Nullable Charge charge) {
    JsonNode sent = read(call.sent());
    List<CallView.Turn> turns = new ArrayList<>();
    turns.add(new CallView.Turn("system", Shown.of(sent.path("system").asString(""))));
    for (JsonNode turn : sent.path("turns")) {
      turns.add(
          new CallView.Turn(
              turn.path("role").asString(""), Shown.of(turn.path("text").asString(""))));
    }
    JsonNode schema = sent.path("schema");
    String failure = call.failure();
    return new CallView(
        call.model(),
        turns,
        schema.isString() ? Shown.of(schema.asString()) : null,
        call.said() == null ? null : Shown.of(read(call.said()).path("text").asString("")),
        failure == null ? null : Shown.of(failure),
        booked(charge));
  }

  private static String booked(@Nullable Charge charge) {
    if (charge == null) {
      return "Nothing was booked for it.";
    }
    Usage usage = charge.usage();
    String money =
        charge.spent() == null ? "the model has no known price" : charge.spent().toString();
    String guess = charge.estimated() ? " (estimated)" : "";
    return usage.prompt()
        + " tokens sent, "
        + usage.output()
        + " generated: "
        + money
        + guess
        + ".";
  }
}
