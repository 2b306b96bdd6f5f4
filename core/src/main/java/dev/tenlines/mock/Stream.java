package dev.tenlines.mock;

import dev.tenlines.mock.Reply.Step;
import dev.tenlines.mock.voice.Frame;
import java.util.ArrayList;
import java.util.List;

/** A streamed reply in the making: each frame a chunk and a write of its own. */
final class Stream {
  private final Scene scene;
  private final List<Step> steps = new ArrayList<>();
  private String lineEnd = "\n";
  private boolean split;

  Stream(Scene scene, String headers) {
    this.scene = scene;
    byte[] head = Http.chunked(200, scene.dialect().streamType(), headers);
    steps.add(new Reply.Send(head, 0, false));
  }

  /** Lines end with this from now on. */
  Stream ending(String with) {
    lineEnd = with;
    return this;
  }

  /** Data is divided over two lines from now on. */
  Stream split() {
    split = true;
    return this;
  }

  /** All these frames; with the last the answer is whole and the body ends. */
  Stream frames(List<Frame> frames) {
    return some(frames.subList(0, frames.size() - 1)).last(frames.getLast(), true);
  }

  /** These frames, after which something else comes. */
  Stream some(List<Frame> frames) {
    frames.forEach(this::frame);
    return this;
  }

  Stream frame(Frame frame) {
    pace(frame);
    steps.add(new Reply.Send(Http.chunk(Http.bytes(text(frame))), frame.tokens(), false));
    return this;
  }

  /** The frame with which the answer is whole. */
  Stream last(Frame frame, boolean endsBody) {
    pace(frame);
    byte[] bytes = Http.chunk(Http.bytes(text(frame)));
    steps.add(
        new Reply.Send(endsBody ? Http.join(bytes, Http.LAST_CHUNK) : bytes, frame.tokens(), true));
    return this;
  }

  private void pace(Frame frame) {
    if (frame.tokens() > 0 && !scene.style().pace().isZero()) {
      steps.add(new Reply.Pause(scene.style().pace()));
    }
  }

  /** Text that is no frame, as a chunk. */
  Stream raw(String text) {
    return step(new Reply.Send(Http.chunk(Http.bytes(text)), 0, false));
  }

  /** The body ends here. */
  Stream end() {
    return step(new Reply.Send(Http.LAST_CHUNK, 0, false));
  }

  Stream step(Step step) {
    steps.add(step);
    return this;
  }

  Reply reply() {
    return new Reply(200, true, List.copyOf(steps));
  }

  /** A frame as it goes out. */
  String text(Frame frame) {
    if (scene.voice().lines()) {
      return frame.json() + lineEnd;
    }
    String data = "data: " + frame.json();
    if (split && frame.json().startsWith("{")) {
      data = "data: {" + lineEnd + "data: " + frame.json().substring(1);
    }
    String event = frame.event().isEmpty() ? "" : "event: " + frame.event() + lineEnd;
    return event + data + lineEnd + lineEnd;
  }
}
