package dev.tenlines.bench.soak;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a reviewer says to an item: always the same for the same item, so it can be repeated. */
public final class Judging {
  private static final int KINDS = 4;

  private Judging() {}

  /** The body of the verdict. */
  public static String verdict(JsonNode item) {
    Map<String, Object> verdict = new LinkedHashMap<>();
    String decision = decision(item);
    verdict.put("decision", decision);
    if (decision.equals("corrected")) {
      verdict.put("value", item.path("feature").asString().equals("triage") ? "money" : "We do.");
    } else if (decision.equals("rejected")) {
      verdict.put("reason", "not for us");
    }
    return JsonMapper.shared().writeValueAsString(verdict);
  }

  /** The decision alone. */
  public static String decision(JsonNode item) {
    int kind = Math.floorMod(item.path("id").asString().hashCode(), KINDS);
    boolean correctable =
        switch (item.path("feature").asString()) {
          case "triage", "reply" -> true;
          default -> false;
        };
    if (kind == 0 && correctable) {
      return "corrected";
    }
    boolean proposed = !item.path("proposal").isNull() && !item.path("proposal").isMissingNode();
    return kind == 1 || !proposed ? "rejected" : "approved";
  }
}
