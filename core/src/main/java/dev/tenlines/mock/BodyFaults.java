package dev.tenlines.mock;

import dev.tenlines.mock.voice.Answer;
import dev.tenlines.mock.voice.Answer.Stop;
import dev.tenlines.mock.voice.Frame;
import dev.tenlines.mock.voice.Frame.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code B}: an answer that came through but is not one. */
final class BodyFaults {
  private static final int DEPTH = 10_000;
  private static final String MARK = "@odd@";

  private BodyFaults() {}

  static Reply play(Fault fault, Scene scene) {
    Answer answer = scene.answer();
    return switch (fault) {
      case B01 -> cut(scene);
      case B02 -> each(scene, json -> without(scene, json), Kind.TEXT);
      case B03 -> scene.with(answer.with(List.of(), List.of(), Stop.END)).good();
      case B04 -> scene.with(answer.stopped(Stop.STRANGE)).good();
      case B05 -> refused(scene);
      case B06 -> scene.with(half(answer)).good();
      case B07 -> scene.with(answer.saying(fenced(scene, answer.text()))).good();
      case B08 -> scene.with(answer.saying(WrongText.schema(scene, answer.text()))).good();
      case B09 -> scene.with(answer.saying(WrongText.label(scene, answer.text()))).good();
      case B10 -> scene.with(answer.saying(WrongText.invented(answer.text()))).good();
      case B11 -> miscounted(scene);
      case B12 -> scene.with(answer.by("another-model-2026")).good();
      case B13 -> scene.with(answer.with(List.of(), answer.pieces(), Stop.LENGTH)).good();
      case B14 -> strange(scene);
      case B15 -> scene.with(answer.with(List.of("call"), List.of(), Stop.TOOL)).good();
      default -> scene.good();
    };
  }

  /** HTTP is content with it: only the JSON ends too early. */
  private static Reply cut(Scene scene) {
    if (!scene.asked().streamed()) {
      String json = json(scene);
      return scene.whole(json.substring(0, json.length() / 2));
    }
    Stream stream = scene.stream();
    for (Frame frame : scene.frames()) {
      if (frame.kind() == Kind.TEXT) {
        return stream.raw(half(stream.text(frame))).end().reply();
      }
      stream.frame(frame);
    }
    return stream.end().reply();
  }

  private static String half(String text) {
    return text.substring(0, text.length() / 2);
  }

  private static String json(Scene scene) {
    return JsonMapper.shared().writeValueAsString(scene.voice().whole(scene.answer()));
  }

  /** Changes the JSON of a whole answer, or of those frames of a stream that are of a kind. */
  private static Reply each(Scene scene, UnaryOperator<String> change, Kind... kinds) {
    if (!scene.asked().streamed()) {
      return scene.whole(change.apply(json(scene)));
    }
    List<Frame> frames =
        scene.frames().stream()
            .map(frame ->
                List.of(kinds).contains(frame.kind())
                    ? frame.json(change.apply(frame.json()))
                    : frame)
            .toList();
    return scene.stream().frames(frames).reply();
  }

  private static String without(Scene scene, String json) {
    ObjectNode root = (ObjectNode) JsonMapper.shared().readTree(json);
    String field =
        switch (scene.dialect()) {
          case ANTHROPIC -> scene.asked().streamed() ? "delta" : "content";
          case OPENAI -> "choices";
          case GEMINI -> "candidates";
          case OLLAMA -> "message";
        };
    switch (Math.floorMod(scene.variant(), 3)) {
      case 0 -> root.remove(field);
      case 1 -> root.putNull(field);
      default -> root.putArray(field);
    }
    return root.toString();
  }

  private static Reply refused(Scene scene) {
    Stop stop = scene.pick(Stop.REFUSED, Stop.WITHHELD);
    Answer answer = scene.answer();
    // Where the dialect has a reason for it, the text is left out.
    boolean said = scene.dialect() == Dialect.OLLAMA || stop == Stop.WITHHELD;
    boolean spoken = said && scene.dialect() != Dialect.ANTHROPIC;
    List<String> pieces =
        spoken ? Answer.tokens("I'm sorry, but I cannot help with that.") : List.of();
    return scene.with(answer.with(pieces, List.of(), stop)).good();
  }

  private static Answer half(Answer answer) {
    int left = Math.max(1, answer.pieces().size() / 2);
    List<String> pieces = answer.pieces().subList(0, Math.min(left, answer.pieces().size()));
    return answer.with(pieces, answer.thoughts(), Stop.LENGTH);
  }

  private static String fenced(Scene scene, String text) {
    return scene.pick(
        "```json\n" + text + "\n```",
        "```json\n" + text,
        "Sure, here is the answer:\n\n" + text + "\n\nLet me know whether that helps.");
  }

  private static Reply miscounted(Scene scene) {
    Miscount how = scene.pick(Miscount.values());
    return each(
        scene,
        json -> how.in(scene.voice(), json),
        Kind.START,
        Kind.TEXT,
        Kind.THOUGHT,
        Kind.STOP,
        Kind.USAGE);
  }

  /** Things that JSON allows, or nearly, and that break readers. */
  private static Reply strange(Scene scene) {
    String deep = "[".repeat(DEPTH) + "]".repeat(DEPTH);
    return switch (Math.floorMod(scene.variant(), 5)) {
      case 0 -> marked(scene, "\\ud83d");
      case 1 -> marked(scene, "\\u0000");
      case 2 -> each(scene, json -> begun(json, "\"odd\":1e400"), Kind.TEXT);
      case 3 -> each(scene, json -> begun(json, "\"id\":\"a\",\"id\":\"b\""), Kind.TEXT);
      default -> each(scene, json -> begun(json, "\"odd\":" + deep), Kind.TEXT);
    };
  }

  /** Puts an escape into the text itself, where it does the most harm. */
  private static Reply marked(Scene scene, String escape) {
    Answer answer = scene.answer();
    List<String> pieces = new ArrayList<>(answer.pieces());
    pieces.set(0, pieces.getFirst() + MARK);
    Answer marked = answer.with(pieces, answer.thoughts(), answer.stop());
    return each(scene.with(marked), json -> json.replace(MARK, escape), Kind.TEXT);
  }

  private static String begun(String json, String member) {
    return "{" + member + "," + json.substring(1);
  }
}
