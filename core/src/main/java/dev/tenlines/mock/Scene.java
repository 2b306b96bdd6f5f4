package dev.tenlines.mock;

import dev.tenlines.mock.Script.Style;
import dev.tenlines.mock.voice.Answer;
import dev.tenlines.mock.voice.Asked;
import dev.tenlines.mock.voice.Frame;
import dev.tenlines.mock.voice.Trouble;
import dev.tenlines.mock.voice.Voice;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * One request with all that its reply is made of.
 *
 * @param dialect what it speaks
 * @param asked what was asked
 * @param answer the good answer
 * @param variant which form of a fault is played; any number
 * @param style how answers look
 * @param id the request's name
 * @param limits the headers of a good answer
 * @param now when it came
 * @param port where the mock listens
 */
record Scene(
    Dialect dialect,
    Asked asked,
    Answer answer,
    int variant,
    Style style,
    String id,
    String limits,
    Instant now,
    int port) {

  Voice voice() {
    return dialect.voice();
  }

  Scene with(Answer other) {
    return new Scene(dialect, asked, other, variant, style, id, limits, now, port);
  }

  Scene paced(Duration pace) {
    Style other = style.paced(pace, style.events());
    return new Scene(dialect, asked, answer, variant, other, id, limits, now, port);
  }

  /** The good answer, whole or streamed, as was asked. */
  Reply good() {
    return good(limits);
  }

  Reply good(String headers) {
    return asked.streamed()
        ? stream(headers).frames(frames()).reply()
        : whole(JsonMapper.shared().writeValueAsBytes(voice().whole(answer)), headers);
  }

  List<Frame> frames() {
    return voice().stream(answer);
  }

  /** A body that is an answer, after the time its tokens take. */
  Reply whole(byte[] json, String headers) {
    List<Reply.Step> steps = new ArrayList<>(2);
    Duration time = style.pace().multipliedBy(answer.output());
    if (!time.isZero()) {
      steps.add(new Reply.Pause(time));
    }
    byte[] bytes = Http.whole(200, Http.JSON, headers, json);
    steps.add(new Reply.Send(bytes, answer.output(), true));
    return new Reply(200, true, steps);
  }

  Reply whole(String json) {
    return whole(Http.bytes(json), limits);
  }

  Stream stream() {
    return stream(limits);
  }

  private Stream stream(String headers) {
    return new Stream(this, headers);
  }

  /** An error instead of an answer. */
  Reply error(int status, Trouble trouble, String headers, boolean wait) {
    String seconds = style.retryAfter().toSeconds() + "s";
    byte[] body =
        JsonMapper.shared()
            .writeValueAsBytes(voice().error(trouble, trouble.said(), wait ? seconds : null, id));
    return plain(status, Http.JSON, headers, body);
  }

  Reply error(Trouble trouble) {
    return error(trouble.status(), trouble, "", false);
  }

  /** A response for which no model worked. */
  static Reply plain(int status, String type, String headers, byte[] body) {
    return new Reply(
        status, false, List.of(new Reply.Send(Http.whole(status, type, headers, body), 0, false)));
  }

  /** One of these, by the variant. */
  @SafeVarargs
  final <T> T pick(T... forms) {
    return forms[Math.floorMod(variant, forms.length)];
  }
}
