package dev.tenlines.mock;

import dev.tenlines.mock.Reply.End;
import dev.tenlines.mock.Reply.Step;
import dev.tenlines.mock.voice.Answer;
import dev.tenlines.mock.voice.Frame;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** {@code C}: what goes wrong below the answer. */
final class ConnectionFaults {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int SLOW_TOKENS = 300;
  private static final int MEGABYTE = 1 << 20;

  private ConnectionFaults() {}

  static Reply play(Fault fault, Scene scene) {
    return switch (fault) {
      case C06 -> new Reply(0, false, List.of(End.RESET));
      case C07 -> garbage(scene);
      case C08 -> new Reply(0, false, List.of(End.HANG));
      case C09 -> new Reply(200, true, List.of(head(scene), End.HANG));
      case C10 -> dripped(scene, 1, pace(scene));
      case C11 -> slow(scene);
      case C12 -> after(scene.good(), scene.pick(End.CLOSE, End.CLOSE_LATER));
      case C14 -> scene.pick(tooLong(scene), badChunk(scene));
      case C15 -> open(scene);
      case C16 -> endless(scene);
      case C17 -> zipped(scene);
      case C18 -> dripped(scene, 128, Duration.ofMillis(125));
      default -> new Reply(0, false, List.of(End.CLOSE));
    };
  }

  private static Duration pace(Scene scene) {
    Duration pace = scene.style().pace();
    return pace.isZero() ? SECOND : pace;
  }

  private static Reply.Send head(Scene scene) {
    String type = scene.asked().streamed() ? scene.dialect().streamType() : Http.JSON;
    return new Reply.Send(Http.chunked(200, type, scene.limits()), 0, false);
  }

  private static Reply garbage(Scene scene) {
    byte[] noise = new byte[512];
    new SplittableRandom(scene.variant()).nextBytes(noise);
    return new Reply(200, true, List.of(head(scene), new Reply.Send(noise, 0, false), End.CLOSE));
  }

  /** The good answer's bytes, few at once. */
  private static Reply dripped(Scene scene, int atOnce, Duration between) {
    byte[] all = {};
    for (Step step : scene.good().steps()) {
      all = step instanceof Reply.Send send ? Http.join(all, send.bytes()) : all;
    }
    return new Reply(
        200, true, List.of(new Reply.Drip(all, atOnce, between, scene.answer().output())));
  }

  private static Reply slow(Scene scene) {
    int tokens = scene.style().events() > 0 ? scene.style().events() : SLOW_TOKENS;
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < tokens; i++) {
      pieces.add("slow");
    }
    Answer answer = scene.answer();
    Scene slow = scene.with(answer.with(pieces, answer.thoughts(), answer.stop()));
    return slow.paced(pace(scene)).good();
  }

  private static Reply after(Reply good, End end) {
    List<Step> steps = new ArrayList<>(good.steps());
    steps.add(end);
    return new Reply(good.status(), good.billed(), steps);
  }

  /** The whole body, less than was announced. */
  private static Reply tooLong(Scene scene) {
    byte[] body = body(scene);
    String type = scene.asked().streamed() ? scene.dialect().streamType() : Http.JSON;
    String head = Http.head(200, type, scene.limits(), "content-length: " + (body.length + 100));
    byte[] bytes = Http.join(Http.bytes(head), body);
    return new Reply(
        200, true, List.of(new Reply.Send(bytes, scene.answer().output(), false), End.CLOSE));
  }

  /** Half the body in a good chunk, then a chunk whose length is no number. */
  private static Reply badChunk(Scene scene) {
    byte[] body = body(scene);
    byte[] half = java.util.Arrays.copyOf(body, body.length / 2);
    byte[] broken = Http.join(Http.chunk(half), Http.bytes("zz\r\nbroken\r\n"));
    return new Reply(200, true, List.of(head(scene), new Reply.Send(broken, 0, false), End.CLOSE));
  }

  /** The good body without any framing. */
  private static byte[] body(Scene scene) {
    if (!scene.asked().streamed()) {
      return JsonMapper.shared().writeValueAsBytes(scene.voice().whole(scene.answer()));
    }
    Stream stream = scene.stream();
    StringBuilder all = new StringBuilder();
    scene.frames().forEach(frame -> all.append(stream.text(frame)));
    return Http.bytes(all.toString());
  }

  private static Reply open(Scene scene) {
    List<Frame> frames = scene.frames();
    return scene.stream()
        .some(frames.subList(0, frames.size() - 1))
        .last(frames.getLast(), false)
        .step(End.HANG)
        .reply();
  }

  private static Reply endless(Scene scene) {
    if (!scene.asked().streamed()) {
      byte[] spaces = Http.chunk(Http.bytes(" ".repeat(16 * 1024)));
      Reply.Send start = new Reply.Send(Http.chunk(Http.bytes("{")), 0, false);
      return new Reply(200, true, List.of(head(scene), start, new Reply.Endless(spaces, 0)));
    }
    Stream stream = scene.stream();
    for (Frame frame : scene.frames()) {
      stream.frame(frame);
      if (frame.kind() == Frame.Kind.TEXT) {
        byte[] again = Http.chunk(Http.bytes(stream.text(frame)));
        return stream.step(new Reply.Endless(again, frame.tokens())).reply();
      }
    }
    return stream.step(End.HANG).reply();
  }

  private static Reply zipped(Scene scene) {
    byte[] zip;
    if (Math.floorMod(scene.variant(), 2) == 0) {
      zip = gzip(body(scene));
      for (int i = zip.length / 2; i < zip.length / 2 + 8; i++) {
        zip[i] ^= 0x55;
      }
    } else {
      zip = bomb();
    }
    String type = scene.asked().streamed() ? scene.dialect().streamType() : Http.JSON;
    byte[] bytes = Http.whole(200, type, scene.limits() + "content-encoding: gzip\r\n", zip);
    return new Reply(200, true, List.of(new Reply.Send(bytes, scene.answer().output(), false)));
  }

  /** A gigabyte of spaces: a thousand times the same megabyte, each zipped alone. */
  private static byte[] bomb() {
    byte[] spaces = new byte[MEGABYTE];
    java.util.Arrays.fill(spaces, (byte) ' ');
    byte[] member = gzip(spaces);
    byte[] all = new byte[member.length * 1024];
    for (int i = 0; i < 1024; i++) {
      System.arraycopy(member, 0, all, i * member.length, member.length);
    }
    return all;
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
