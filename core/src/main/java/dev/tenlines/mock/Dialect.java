package dev.tenlines.mock;

import dev.tenlines.mock.voice.Voice;
import dev.tenlines.mock.voice.Voices;
import org.jspecify.annotations.Nullable;

/** A provider's way to speak. */
public enum Dialect {
  /** {@code /v1/messages}. */
  ANTHROPIC("", "text/event-stream; charset=utf-8"),
  /** {@code /v1/chat/completions}. */
  OPENAI("/v1", "text/event-stream; charset=utf-8"),
  /**
   * {@code /v1beta/models/M:generateContent} and {@code :streamGenerateContent?alt=sse}, {@code M}
   * being the model.
   */
  GEMINI("", "text/event-stream"),
  /** {@code /api/chat}, whose streams are lines of JSON. */
  OLLAMA("", "application/x-ndjson");

  private final String base;
  private final String streamType;

  Dialect(String base, String streamType) {
    this.base = base;
    this.streamType = streamType;
  }

  Voice voice() {
    return switch (this) {
      case ANTHROPIC -> Voices.ANTHROPIC;
      case OPENAI -> Voices.OPENAI;
      case GEMINI -> Voices.GEMINI;
      case OLLAMA -> Voices.OLLAMA;
    };
  }

  /** What a user's base URL ends with. */
  String base() {
    return base;
  }

  String streamType() {
    return streamType;
  }

  /** The dialect that a path and query belong to, or null. */
  static @Nullable Dialect at(String target) {
    int question = target.indexOf('?');
    String path = question < 0 ? target : target.substring(0, question);
    if (path.endsWith("/chat/completions")) {
      return OPENAI;
    }
    if (path.endsWith("/messages")) {
      return ANTHROPIC;
    }
    if (path.endsWith("/api/chat")) {
      return OLLAMA;
    }
    boolean gemini = path.endsWith(":generateContent") || path.endsWith(":streamGenerateContent");
    return gemini && path.contains("/models/") ? GEMINI : null;
  }
}
