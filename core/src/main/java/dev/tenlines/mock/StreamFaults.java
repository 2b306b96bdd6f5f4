package dev.tenlines.mock;

import dev.tenlines.mock.Reply.End;
import dev.tenlines.mock.voice.Answer;
import dev.tenlines.mock.voice.Frame;
import dev.tenlines.mock.voice.Frame.Kind;
import dev.tenlines.mock.voice.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** {@code E}: what can happen between the first event and the last. */
final class StreamFaults {
  private static final int SHOWN = 3;
  private static final int HUGE = 10 * 1024 * 1024;

  private StreamFaults() {}

  static Reply play(Fault fault, Scene scene) {
    return switch (fault) {
      case E01 -> upTo(scene, 0).frame(failure(scene)).end().reply();
      case E02 -> upTo(scene, SHOWN).frame(failure(scene)).end().reply();
      case E03 -> scene.stream().some(keep(scene, StreamFaults::unfinished)).end().reply();
      case E04 -> scene.with(scene.answer().stopped(Answer.Stop.NONE)).good();
      case E05 -> cut(scene);
      case E06 -> malformed(scene);
      case E07 -> bytewise(scene);
      case E08 -> kept(scene);
      case E09 -> scene.pick(twice(scene, Kind.TEXT), countedTwice(scene));
      case E10 -> StreamShuffles.interleaved(scene);
      case E11 -> StreamShuffles.cumulative(scene);
      case E12 -> StreamShuffles.counted(scene);
      case E13 -> lines(scene);
      case E14 -> huge(scene);
      case E15 -> after(scene);
      case E16 -> upTo(scene, SHOWN).step(End.HANG).reply();
      case E19 -> again(scene);
      case E20 -> thoughts(scene);
      default -> scene.good();
    };
  }

  private static Frame failure(Scene scene) {
    return scene.voice().failure(scene.pick(Trouble.OVERLOADED, Trouble.SERVER));
  }

  /** The stream until so many pieces of text were sent. */
  private static Stream upTo(Scene scene, int shown) {
    Stream stream = scene.stream();
    int texts = 0;
    for (Frame frame : scene.frames()) {
      if (frame.kind() == Kind.TEXT ? texts++ == shown : ends(frame)) {
        break;
      }
      stream.frame(frame);
    }
    return stream;
  }

  private static boolean ends(Frame frame) {
    return !unfinished(frame);
  }

  private static boolean unfinished(Frame frame) {
    return frame.kind() != Kind.STOP && frame.kind() != Kind.USAGE && frame.kind() != Kind.END;
  }

  private static List<Frame> keep(Scene scene, Predicate<Frame> wanted) {
    return scene.frames().stream().filter(wanted).toList();
  }

  /** The last frame's bytes end in the middle. */
  private static Reply cut(Scene scene) {
    List<Frame> frames = scene.frames();
    Stream stream = scene.stream().some(frames.subList(0, frames.size() - 1));
    String last = stream.text(frames.getLast());
    stream.raw(last.substring(0, last.length() / 2));
    return Math.floorMod(scene.variant(), 2) == 0
        ? stream.end().reply()
        : stream.step(End.CLOSE).reply();
  }

  private static Reply malformed(Scene scene) {
    List<Frame> frames = new ArrayList<>(scene.frames());
    int second = texts(frames).get(Math.min(1, texts(frames).size() - 1));
    String json = frames.get(second).json();
    frames.set(second, frames.get(second).json(json.substring(0, json.length() / 2)));
    return scene.stream().frames(frames).reply();
  }

  /** Where the pieces of text stand. */
  static List<Integer> texts(List<Frame> frames) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      if (frames.get(i).kind() == Kind.TEXT) {
        places.add(i);
      }
    }
    return places.isEmpty() ? List.of(0) : places;
  }

  private static Reply bytewise(Scene scene) {
    List<Frame> frames = scene.frames();
    Stream stream = scene.stream();
    for (Frame frame : frames.subList(0, frames.size() - 1)) {
      bytes(stream, frame, false);
    }
    bytes(stream, frames.getLast(), true);
    return stream.reply();
  }

  private static void bytes(Stream stream, Frame frame, boolean whole) {
    byte[] bytes = Http.bytes(stream.text(frame));
    for (int i = 0; i < bytes.length - 1; i++) {
      stream.step(new Reply.Send(Http.chunk(new byte[] {bytes[i]}), 0, false));
    }
    byte[] last = Http.chunk(new byte[] {bytes[bytes.length - 1]});
    stream.step(
        new Reply.Send(whole ? Http.join(last, Http.LAST_CHUNK) : last, frame.tokens(), whole));
  }

  /** Everything that says no more than that the connection lives. */
  private static Reply kept(Scene scene) {
    List<Frame> frames = scene.frames();
    Stream stream = scene.stream();
    boolean lines = scene.voice().lines();
    for (Frame frame : frames.subList(0, frames.size() - 1)) {
      stream.raw(lines ? "\n" : ": still here\n\n");
      if (!lines) {
        stream.raw("data:\n\n").raw("data: null\n\n");
      }
      Frame ping = scene.voice().ping();
      if (ping != null) {
        stream.frame(ping);
      }
      stream.frame(frame);
    }
    return stream.last(frames.getLast(), true).reply();
  }

  /** The first frame of a kind comes twice; the second time it is not billed. */
  private static Reply twice(Scene scene, Kind kind) {
    List<Frame> frames = scene.frames();
    Stream stream = scene.stream();
    boolean done = false;
    for (Frame frame : frames.subList(0, frames.size() - 1)) {
      stream.frame(frame);
      if (!done && frame.kind() == kind) {
        stream.raw(stream.text(frame));
        done = true;
      }
    }
    return stream.last(frames.getLast(), true).reply();
  }

  private static Reply countedTwice(Scene scene) {
    boolean apart = scene.frames().stream().anyMatch(frame -> frame.kind() == Kind.USAGE);
    return twice(scene, apart ? Kind.USAGE : Kind.STOP);
  }

  private static Reply lines(Scene scene) {
    List<Frame> frames = scene.frames();
    Stream stream = scene.stream();
    if (scene.voice().lines()) {
      return stream.ending("\r\n").frames(frames).reply();
    }
    return switch (Math.floorMod(scene.variant(), 5)) {
      case 0 -> stream.ending("\r").frames(frames).reply();
      case 1 -> stream.ending("\r\n").frames(frames).reply();
      case 2 -> stream.raw("\ufeff").frames(frames).reply();
      case 3 -> stream.split().frames(frames).reply();
      default -> {
        stream.raw("event: weather\nid: 7\nretry: 10\ndata: {\"type\":\"weather\"}\n\n");
        stream.raw("colour: blue\n\n");
        yield stream.frames(frames).reply();
      }
    };
  }

  private static Reply huge(Scene scene) {
    Answer answer = scene.answer();
    List<String> pieces = new ArrayList<>(answer.pieces());
    pieces.add(Math.min(2, pieces.size()), "a".repeat(HUGE));
    return scene.with(answer.with(pieces, answer.thoughts(), answer.stop())).good();
  }

  /** The answer is whole; what follows belongs to nobody. */
  private static Reply after(Scene scene) {
    List<Frame> frames = scene.frames();
    Stream stream = scene.stream().some(frames.subList(0, frames.size() - 1));
    stream.last(frames.getLast(), false);
    for (Frame frame : frames) {
      if (frame.kind() == Kind.TEXT || frame.kind() == Kind.USAGE) {
        stream.raw(stream.text(frame));
      }
    }
    return stream.end().reply();
  }

  private static Reply again(Scene scene) {
    List<Frame> frames = scene.frames();
    int first = texts(frames).getFirst();
    return scene.stream().some(frames.subList(0, first)).frames(frames).reply();
  }

  private static Reply thoughts(Scene scene) {
    Answer answer = scene.answer();
    List<String> thinking = Answer.tokens("Let me think about this for a while. ");
    return upTo(scene.with(answer.with(answer.pieces(), thinking, answer.stop())), 0)
        .step(End.HANG)
        .reply();
  }
}
