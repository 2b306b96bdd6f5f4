package dev.tenlines.spring.http;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One event of a stream. */
record Event(String name, JsonNode data) {

  /** The events of a whole stream, without its comments. */
  static List<Event> all(String body) {
    List<Event> events = new ArrayList<>();
    for (String block : body.split("\n\n")) {
      if (!block.startsWith(":") && !block.isBlank()) {
        String[] lines = block.split("\n");
        events.add(
            new Event(
                lines[0].substring("event: ".length()),
                JsonMapper.shared().readTree(lines[1].substring("data: ".length()))));
      }
    }
    return events;
  }

  boolean isLast() {
    return name.equals("outcome") || name.equals("error");
  }

  /** What the document calls it. */
  String shape() {
    return switch (name) {
      case "token" -> "Token";
      case "sentence" -> "Sentence";
      case "outcome" -> "Outcome";
      default -> "Problem";
    };
  }
}
