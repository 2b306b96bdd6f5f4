package dev.tenlines.spring.console.ask;

import dev.tenlines.Feature;
import dev.tenlines.OutcomeJson;
import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesException;
import dev.tenlines.Turn;
import dev.tenlines.spring.console.Pages;
import dev.tenlines.spring.console.Visit;
import dev.tenlines.spring.stream.EventStream;
import dev.tenlines.spring.stream.Streams;
import dev.tenlines.summarize.Summarizing;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a feature from the browser. With script the answer is shown while it is written and can be
 * stopped; without, the request's own page comes when it is there.
 */
public final class AskPages {
  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};
  private static final TypeReference<List<Said>> SAID = new TypeReference<>() {};
  private static final Map<String, Object> STOPPED =
      fields(
          new TenlinesException(
              "TL-164", "The server is stopping.", "Maybe ask again in a moment."));

  private final Pages pages;
  private final Tenlines tenlines;
  private final Streams streams;

  public AskPages(Pages pages, Tenlines tenlines, Streams streams) {
    this.pages = pages;
    this.tenlines = tenlines;
    this.streams = streams;
  }

  /** Where to write what is asked. */
  public ServerResponse form(Visit visit) {
    Feature feature = tenlines.plan(visit.path("name")).feature();
    return pages.page(
        visit,
        "ask.jte",
        Map.of(
            "feature",
            feature.name(),
            "kind",
            feature.kind().word(),
            "words",
            String.join("", feature.detail(Summarizing.WORDS))));
  }

  /** Asks, and streams to whoever can take it. */
  public ServerResponse ask(Visit visit) {
    String feature = tenlines.plan(visit.path("name")).feature().name();
    Request asked =
        Request.of(visit.text("input"))
            .withFields(known(visit))
            .after(conversation(visit))
            .withWords(words(visit))
            .forTenant(visit.tenant())
            .by(visit.caller().id());
    String accepted = visit.request().getHeader("Accept");
    if (!MediaType.TEXT_EVENT_STREAM_VALUE.equals(accepted)) {
      return pages.go(visit, "/requests/" + tenlines.ask(feature, asked).id());
    }
    return ServerResponse.ok()
        .build((request, response) -> {
          stream(feature, asked, response);
          return null;
        });
  }

  private void stream(String feature, Request asked, HttpServletResponse response) {
    try (EventStream stream = streams.open(response, STOPPED)) {
      stream.begin();
      try {
        stream.end("outcome", OutcomeJson.fields(tenlines.ask(feature, asked, stream.feed())));
      } catch (TenlinesException e) {
        stream.end("error", fields(e));
      }
    }
  }

  /** What the page holds of the conversation so far. */
  private static List<Turn> conversation(Visit visit) {
    String text = visit.text("conversation");
    if (text.isEmpty()) {
      return List.of();
    }
    try {
      return JsonMapper.shared().readValue(text, SAID).stream().map(Said::turn).toList();
    } catch (JacksonException e) {
      throw new TenlinesException(
          "TL-518", "The conversation is not readable.", "Maybe begin anew.");
    }
  }

  /** A turn as the page writes it. */
  record Said(String role, String text) {
    Turn turn() {
      return new Turn(role.equals("assistant") ? Turn.Role.ASSISTANT : Turn.Role.USER, text);
    }
  }

  private static @Nullable Integer words(Visit visit) {
    String words = visit.text("words");
    if (words.isEmpty()) {
      return null;
    }
    int most = words.matches("\\d{1,4}") ? Integer.parseInt(words) : 0;
    if (most < 20 || most > 2_000) {
      throw new TenlinesException(
          "TL-518",
          "The field words (" + words + ") is not readable.",
          "Maybe write a number from 20 to 2000.");
    }
    return most;
  }

  /** What the application would know: an object of JSON, or nothing. */
  private static Map<String, Object> known(Visit visit) {
    String text = visit.text("fields");
    if (text.isEmpty()) {
      return Map.of();
    }
    try {
      return JsonMapper.shared().readValue(text, FIELDS);
    } catch (JacksonException e) {
      throw new TenlinesException(
          "TL-518",
          "The field fields (" + text + ") is not readable.",
          "Maybe write one object of JSON, such as {\"country\": \"DE\"}.");
    }
  }

  private static Map<String, Object> fields(TenlinesException e) {
    return Map.of("code", e.id(), "detail", e.what(), "hint", e.hint());
  }
}
