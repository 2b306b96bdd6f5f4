package dev.tenlines.spring.http;

import dev.tenlines.Outcome;
import dev.tenlines.OutcomeJson;
import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import dev.tenlines.access.Caller;
import dev.tenlines.access.Role;
import dev.tenlines.ladder.History;
import dev.tenlines.spring.http.Asking.Asked;
import dev.tenlines.spring.stream.EventStream;
import dev.tenlines.spring.stream.Streams;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Requests: asked here, and read back. */
@RestController
final class RequestResource {
  private static final int LONGEST_KEY = 200;

  private final Tenlines tenlines;
  private final Asking asking;
  private final BodyReader bodies;
  private final ApiLimits limits;
  private final Streams streams;

  RequestResource(
      Tenlines tenlines, Asking asking, BodyReader bodies, ApiLimits limits, Streams streams) {
    this.tenlines = tenlines;
    this.asking = asking;
    this.bodies = bodies;
    this.limits = limits;
    this.streams = streams;
  }

  @PostMapping(
      path = "/v1/features/{feature}/requests",
      produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE})
  void ask(
      @PathVariable("feature") String feature,
      @RequestAttribute(Visitor.ATTRIBUTE) Visitor visitor,
      HttpServletRequest call,
      HttpServletResponse response)
      throws IOException {
    Caller caller = visitor.as(Role.APPLICATION);
    tenlines.plan(feature);
    Request asked = asked(call).forTenant(caller.tenant()).by(caller.id()).in(caller.groups());
    String key = key(call);
    Request request = key == null ? asked : asked.withKey(key(key, caller));
    if (wantsStream(call)) {
      stream(feature, request, response);
    } else {
      answer(asking.ask(feature, request), call, response);
    }
  }

  private Request asked(HttpServletRequest call) throws IOException {
    Upload upload = Upload.of(call);
    return upload == null
        ? AskBody.request(bodies.read(call), limits)
        : upload.request(bodies, limits, tenlines.documents());
  }

  @GetMapping(path = "/v1/requests/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  void find(
      @PathVariable("id") String id,
      @RequestAttribute(Visitor.ATTRIBUTE) Visitor visitor,
      HttpServletResponse response)
      throws IOException {
    Caller caller = visitor.as(Role.APPLICATION);
    History.Entry entry = tenlines.history().find(caller.tenant(), id);
    if (entry == null) {
      throw Problem.NOTHING.thrown();
    }
    Json.write(response, 200, Shapes.request(entry));
  }

  @GetMapping(path = "/v1/requests", produces = MediaType.APPLICATION_JSON_VALUE)
  void list(
      @RequestAttribute(Visitor.ATTRIBUTE) Visitor visitor,
      HttpServletRequest call,
      HttpServletResponse response)
      throws IOException {
    Caller caller = visitor.as(Role.APPLICATION);
    Query query = Query.of(call, "feature", "outcome", "before", "limit");
    int limit = query.limit();
    List<History.Entry> found =
        tenlines
            .history()
            .list(
                new History.Filter(
                    caller.tenant(),
                    query.feature(tenlines),
                    query.oneOf("outcome", "answered", "deferred", "declined"),
                    query.id("before", "r"),
                    limit + 1));
    Json.write(
        response, 200, Shapes.page(found, limit, Shapes::request, entry -> entry.outcome().id()));
  }

  private static void answer(Asked asked, HttpServletRequest call, HttpServletResponse response)
      throws IOException {
    int status = HttpServletResponse.SC_OK;
    if (asked.outcome() instanceof Outcome.Deferred<?> deferred) {
      status = HttpServletResponse.SC_ACCEPTED;
      response.setHeader("Location", call.getContextPath() + "/v1/reviews/" + deferred.review());
    }
    tellReplay(asked, response);
    Json.write(response, status, OutcomeJson.fields(asked.outcome()));
  }

  /**
   * What is wrong with the call itself is told by its status; what fails behind it is an event,
   * because a stream may have begun by then.
   */
  private void stream(String feature, Request request, HttpServletResponse response) {
    try (EventStream stream = streams.open(response, Problem.NOT_NOW.fields())) {
      try {
        Asked asked = asking.ask(feature, request, stream.feed(), stream::begin);
        if (!stream.begun()) {
          tellReplay(asked, response);
        }
        stream.end("outcome", OutcomeJson.fields(asked.outcome()));
      } catch (RuntimeException e) {
        Problem problem = Problems.of(e);
        if (!stream.begun() && problem.status() < 500) {
          throw problem.thrown();
        }
        stream.end("error", problem.fields());
      }
    }
  }

  private static void tellReplay(Asked asked, HttpServletResponse response) {
    if (asked.replayed()) {
      response.setHeader("Idempotency-Replayed", "true");
    }
  }

  private static @Nullable String key(HttpServletRequest call) {
    String key = call.getHeader("Idempotency-Key");
    if (key == null) {
      return null;
    }
    boolean several = Collections.list(call.getHeaders("Idempotency-Key")).size() > 1;
    if (several || !key.matches("[ -~]{1," + LONGEST_KEY + "}")) {
      throw Problem.invalid(
          "The Idempotency-Key is not one text of 1 to " + LONGEST_KEY + " printable characters.",
          "Maybe send a UUID.");
    }
    return key;
  }

  /** Whoever reads as other groups asks something else: the first one's answer is not theirs. */
  private static String key(String sent, Caller caller) {
    return caller.groups().isEmpty()
        ? sent
        : sent + '\n' + String.join(" ", new TreeSet<>(caller.groups()));
  }

  private static boolean wantsStream(HttpServletRequest call) {
    // Most calls say nothing or one thing: the list of all is made for the others.
    String first = call.getHeader("Accept");
    if (first == null || first.equals(MediaType.APPLICATION_JSON_VALUE)) {
      return false;
    }
    String accepted = String.join(",", Collections.list(call.getHeaders("Accept")));
    double stream = 0;
    double json = 0;
    for (MediaType type : MediaType.parseMediaTypes(accepted)) {
      if (type.equalsTypeAndSubtype(MediaType.TEXT_EVENT_STREAM)) {
        stream = type.getQualityValue();
      } else if (type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)) {
        json = type.getQualityValue();
      }
    }
    return stream > 0 && stream >= json;
  }
}
