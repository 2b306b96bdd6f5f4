package dev.tenlines.mock;

import dev.tenlines.mock.voice.Answer;
import dev.tenlines.mock.voice.Frame;
import dev.tenlines.mock.voice.Frame.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Streams whose blocks or counts come in another order than most expect. */
final class StreamShuffles {
  private static final Pattern INDEX = Pattern.compile("\"index\":([0-9])");

  private StreamShuffles() {}

  /**
   * Anthropic's text in two blocks by turns; elsewhere a second candidate by turns with the first.
   * Ollama has neither.
   */
  static Reply interleaved(Scene scene) {
    return switch (scene.dialect()) {
      case ANTHROPIC -> scene.stream().frames(blocks(scene.frames())).reply();
      case OPENAI, GEMINI -> candidates(scene);
      case OLLAMA -> scene.good();
    };
  }

  private static List<Frame> blocks(List<Frame> frames) {
    List<Integer> texts = StreamFaults.texts(frames);
    int open = texts.getFirst() - 1;
    int close = texts.getLast() + 1;
    int half = (texts.size() + 1) / 2;
    List<Frame> mixed = new ArrayList<>(frames.subList(0, open + 1));
    mixed.add(next(frames.get(open)));
    for (int i = 0; i < half; i++) {
      mixed.add(frames.get(texts.get(i)));
      if (half + i < texts.size()) {
        mixed.add(next(frames.get(texts.get(half + i))));
      }
    }
    mixed.add(next(frames.get(close)));
    mixed.addAll(frames.subList(close, frames.size()));
    return mixed;
  }

  /** The same frame for the block or candidate after. */
  private static Frame next(Frame frame) {
    Matcher matcher = INDEX.matcher(frame.json());
    return frame.json(matcher.replaceFirst(m -> "\"index\":" + (Integer.parseInt(m.group(1)) + 1)));
  }

  private static Reply candidates(Scene scene) {
    List<Frame> frames = scene.frames();
    Stream stream = scene.stream();
    for (Frame frame : frames.subList(0, frames.size() - 1)) {
      stream.frame(frame);
      if (frame.kind() == Kind.TEXT) {
        stream.raw(stream.text(next(frame)));
      }
    }
    return stream.last(frames.getLast(), true).reply();
  }

  /** Counts that grow: whoever adds them up counts double. Gemini does so anyway. */
  static Reply cumulative(Scene scene) {
    List<Frame> mixed = new ArrayList<>();
    for (Frame frame : scene.frames()) {
      boolean counts = frame.kind() == Kind.STOP && scene.dialect() == Dialect.ANTHROPIC;
      if (counts) {
        Answer soFar = half(scene.answer());
        mixed.addAll(
            scene.voice().stream(soFar.stopped(Answer.Stop.NONE)).stream()
                .filter(f -> f.kind() == Kind.STOP)
                .toList());
      } else if (frame.kind() == Kind.USAGE) {
        mixed.addAll(
            scene.voice().stream(half(scene.answer())).stream()
                .filter(f -> f.kind() == Kind.USAGE)
                .toList());
      }
      mixed.add(frame);
    }
    return scene.stream().frames(mixed).reply();
  }

  private static Answer half(Answer answer) {
    List<String> pieces = answer.pieces().subList(0, answer.pieces().size() / 2);
    return answer.with(pieces, answer.thoughts(), answer.stop());
  }

  /** Counts in the last frame that has any, whether they were asked for or not; or never. */
  static Reply counted(Scene scene) {
    boolean never = Math.floorMod(scene.variant(), 2) == 1;
    Answer asked = scene.answer().asking(true);
    List<Frame> frames = scene.voice().stream(asked);
    int last = lastCounted(frames);
    List<Frame> changed = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      Frame frame = frames.get(i);
      boolean bare = frame.json().startsWith("{") && (never || i != last);
      if (frame.kind() == Kind.USAGE && never) {
        continue;
      }
      changed.add(bare ? frame.json(Miscount.MISSING.in(scene.voice(), frame.json())) : frame);
    }
    return scene.with(asked).stream().frames(changed).reply();
  }

  private static int lastCounted(List<Frame> frames) {
    int last = 0;
    for (int i = 0; i < frames.size(); i++) {
      Kind kind = frames.get(i).kind();
      last = kind == Kind.STOP || kind == Kind.USAGE ? i : last;
    }
    return last;
  }
}
