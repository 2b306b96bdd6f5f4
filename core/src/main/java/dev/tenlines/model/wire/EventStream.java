package dev.tenlines.model.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Splits bytes into server-sent events as the WHATWG describes them, however they are cut, or into
 * plain lines for dialects that send one JSON value a line.
 */
final class EventStream {
  /** Longer than any event of a provider; what exceeds it is a fault, not an event. */
  static final int LONGEST = 4 * 1024 * 1024;

  private final boolean lines;
  private final Consumer<Event> sink;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
  private final StringBuilder data = new StringBuilder();
  private String type = "";
  private String lastId = "";
  private boolean anyData;
  private boolean afterReturn;
  private boolean first = true;

  /** Something dispatched. */
  record Event(String type, String data, String lastId) {}

  /** A stream of events. */
  EventStream(Consumer<Event> sink) {
    this(sink, false);
  }

  /** A stream of events, or of lines. */
  EventStream(Consumer<Event> sink, boolean lines) {
    this.sink = sink;
    this.lines = lines;
  }

  /**
   * Takes what came.
   *
   * @throws IllegalStateException when an event is longer than any may be
   */
  void take(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      boolean followsReturn = afterReturn;
      afterReturn = next == '\r';
      if (next == '\n' && followsReturn) {
        continue;
      }
      if (next == '\n' || next == '\r') {
        complete();
      } else {
        line.write(next);
        if (line.size() + data.length() > LONGEST) {
          throw new IllegalStateException("an event is longer than " + LONGEST + " bytes");
        }
      }
    }
  }

  /** Nothing more comes: a last line without its end counts where lines are wanted, else not. */
  void end() {
    if (lines && line.size() > 0) {
      complete();
    }
  }

  private void complete() {
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    if (first) {
      first = false;
      text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
    if (lines) {
      if (!text.isBlank()) {
        sink.accept(new Event("message", text, ""));
      }
    } else if (text.isEmpty()) {
      dispatch();
    } else if (!text.startsWith(":")) {
      field(text);
    }
  }

  private void field(String text) {
    int colon = text.indexOf(':');
    String name = colon < 0 ? text : text.substring(0, colon);
    String value = colon < 0 ? "" : text.substring(colon + 1);
    value = value.startsWith(" ") ? value.substring(1) : value;
    switch (name) {
      case "event" -> type = value;
      case "data" -> {
        if (anyData) {
          data.append('\n');
        }
        data.append(value);
        anyData = true;
      }
      case "id" -> lastId = value.indexOf('\0') < 0 ? value : lastId;
      default -> {
        // Unknown fields and retry times are not ours to act on.
      }
    }
  }

  private void dispatch() {
    if (anyData) {
      Event event = new Event(type.isEmpty() ? "message" : type, data.toString(), lastId);
      data.setLength(0);
      anyData = false;
      type = "";
      sink.accept(event);
    }
    type = "";
  }
}
