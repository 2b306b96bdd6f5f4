package dev.tenlines.mock;

import dev.tenlines.mock.Connection.Job;
import dev.tenlines.mock.HttpReader.HttpRequest;
import dev.tenlines.mock.Reply.End;
import dev.tenlines.mock.Script.Style;
import dev.tenlines.mock.voice.Answer;
import dev.tenlines.mock.voice.Answer.Stop;
import dev.tenlines.mock.voice.Asked;
import dev.tenlines.mock.voice.Refused;
import dev.tenlines.mock.voice.SmallestValue;
import dev.tenlines.mock.voice.Trouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Decides what each request gets: checks it, asks the script, and makes the reply. */
final class Director {
  private static final String SENTENCE =
      "Here is a good answer of twelve words from the mock provider.";
  private static final List<String> USUAL = Answer.tokens(SENTENCE);
  private static final String FILLER = "word ";
  private static final int SLOWER = 9;
  private static final Duration SLOW = Duration.ofSeconds(2);

  private final Rehearsal rehearsal;
  private final Tally tally;
  private final Clock clock;
  private final int port;
  private final AtomicLong ids = new AtomicLong();

  Director(Rehearsal rehearsal, Tally tally, Clock clock, int port) {
    this.rehearsal = rehearsal;
    this.tally = tally;
    this.clock = clock;
    this.port = port;
  }

  /** What to do for a request, or null when no dialect knows its path. */
  @Nullable Job direct(HttpRequest request) {
    Dialect dialect = Dialect.at(request.target());
    if (dialect == null) {
      return null;
    }
    String id = "mock" + ids.incrementAndGet();
    JsonNode body = JsonNodeFactory.instance.missingNode();
    try {
      if (!request.method().equals("POST")) {
        throw new Refused(Trouble.METHOD, Trouble.METHOD.said());
      }
      body = JsonMapper.shared().readTree(request.buffer(), request.at(), request.length());
      if (!body.isObject()) {
        throw new Refused(Trouble.BAD, "The body must be a JSON object.");
      }
      Asked asked = dialect.voice().read(request.target(), request.headers(), body);
      return play(dialect, request, body, asked, id);
    } catch (Refused e) {
      return refuse(dialect, request, body, e, id);
    } catch (JacksonException e) {
      return refuse(
          dialect, request, body, new Refused(Trouble.BAD, "The body is not valid JSON."), id);
    }
  }

  private Job refuse(Dialect dialect, HttpRequest request, JsonNode body, Refused why, String id) {
    Received received =
        new Received(
            dialect, request.target(), request.headers(), body, null, null, request.length());
    tally.came(received);
    JsonNode error = dialect.voice().error(why.trouble(), why.getMessage(), null, id);
    byte[] json = JsonMapper.shared().writeValueAsBytes(error);
    return new Job(received, null, Scene.plain(why.trouble().status(), Http.JSON, "", json), false);
  }

  private Job play(Dialect dialect, HttpRequest request, JsonNode body, Asked asked, String id) {
    Rehearsal.Turn turn = rehearsal.next();
    Fault fault = turn.fault();
    Received received =
        new Received(
            dialect, request.target(), request.headers(), body, asked, fault, request.length());
    tally.came(received);
    Style style = turn.style();
    Instant now = clock.instant();
    Answer answer = answer(asked, style, received, id);
    String limits =
        dialect.voice().limits(id, now.plusSeconds(60).truncatedTo(ChronoUnit.SECONDS).toString());
    Scene scene = new Scene(dialect, asked, answer, turn.variant(), style, id, limits, now, port);
    Reply reply = fault == null ? scene.good() : played(fault, scene);
    return new Job(received, reply.billed() ? answer : null, reply, turn.closes());
  }

  private static Reply played(Fault fault, Scene scene) {
    if (fault.streamOnly() && !scene.asked().streamed()) {
      return scene.good();
    }
    return switch (fault.id().charAt(0)) {
      case 'C' -> ConnectionFaults.play(fault, scene);
      case 'S' -> StatusFaults.play(fault, scene);
      case 'B' -> BodyFaults.play(fault, scene);
      case 'E' -> StreamFaults.play(fault, scene);
      default -> phase(fault, scene);
    };
  }

  private static Reply phase(Fault fault, Scene scene) {
    return switch (fault) {
      case P02 -> slow(scene);
      case P04 -> new Reply(0, false, List.of(End.CLOSE));
      default -> scene.error(Trouble.UNAVAILABLE);
    };
  }

  /** Nine times its usual time before it begins; two seconds where it usually takes none. */
  private static Reply slow(Scene scene) {
    Duration usual = scene.style().pace().multipliedBy(scene.answer().output());
    Reply good = scene.good();
    List<Reply.Step> steps = new java.util.ArrayList<>();
    steps.add(new Reply.Pause(usual.isZero() ? SLOW : usual.multipliedBy(SLOWER)));
    steps.addAll(good.steps());
    return new Reply(good.status(), good.billed(), steps);
  }

  private static Answer answer(Asked asked, Style style, Received received, String id) {
    String text = text(asked, style, received);
    List<String> pieces = text.equals(SENTENCE) ? USUAL : Answer.tokens(text);
    List<String> thoughts = Answer.tokens("hm, ".repeat(style.thoughts()));
    long prompt = Math.max(asked.promptTokens(), style.cacheRead() + style.cacheWrite());
    long room = Math.max(0, asked.most() - thoughts.size());
    Stop stop = pieces.size() > room ? Stop.LENGTH : Stop.END;
    List<String> said = stop == Stop.LENGTH ? pieces.subList(0, (int) room) : pieces;
    return new Answer(
        id,
        asked.model(),
        said,
        thoughts,
        stop,
        prompt,
        style.cacheRead(),
        style.cacheWrite(),
        asked);
  }

  private static String text(Asked asked, Style style, Received received) {
    Function<Received, String> reply = style.reply();
    if (reply != null) {
      return said(reply, received);
    }
    if (asked.schema() != null) {
      JsonNode value = SmallestValue.of(asked.schema());
      return value.toString();
    }
    int characters = 4 * style.events();
    return characters == 0
        ? SENTENCE
        : FILLER.repeat(characters / FILLER.length() + 1).substring(0, characters);
  }

  /** A reply that throws is no reason to leave its client without an answer. */
  private static String said(Function<Received, String> reply, Received received) {
    try {
      return reply.apply(received);
    } catch (RuntimeException e) {
      return "The script's own reply failed: " + e;
    }
  }
}
