package dev.tenlines.model;

import dev.tenlines.cost.Reservation;
import dev.tenlines.ladder.Transcripts.Transcript;
import dev.tenlines.model.Reply.TokenChance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes a call down word for word. */
final class Told {
  private Told() {}

  static Transcript of(Reservation held, Prompt prompt, Reply reply) {
    Map<String, @Nullable Object> sent = new LinkedHashMap<>();
    sent.put("system", prompt.system());
    sent.put("turns", prompt.turns().stream().map(Told::turn).toList());
    sent.put("schema", prompt.schema());
    String said = null;
    String failure = null;
    switch (reply) {
      case Reply.Whole whole -> said = write(said(whole));
      case Reply.Broken broken -> failure = broken.failure() + ": " + broken.detail();
    }
    return new Transcript(
        held.attempt(), held.request(), held.tenant(), held.model(), write(sent), said, failure);
  }

  private static Map<String, Object> turn(Prompt.Turn turn) {
    return Map.of("role", turn.role().name().toLowerCase(Locale.ROOT), "text", turn.text());
  }

  private static Map<String, Object> said(Reply.Whole whole) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("model", whole.model());
    said.put("text", whole.text().toVerify());
    said.put("tokens", whole.logprobs().stream().map(Told::token).toList());
    return said;
  }

  private static Map<String, Object> token(TokenChance token) {
    Map<String, Object> out = new LinkedHashMap<>();
    out.put("token", token.token());
    out.put("chance", token.chance());
    if (!token.others().isEmpty()) {
      List<Map<String, Object>> others = token.others().stream().map(Told::token).toList();
      out.put("others", others);
    }
    return out;
  }

  private static String write(Object value) {
    return JsonMapper.shared().writeValueAsString(value);
  }
}
