package dev.tenlines.mock;

import dev.tenlines.mock.voice.Asked;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A request as it came, and what became of it. */
public final class Received {
  private final Dialect dialect;
  private final String path;
  private final Map<String, String> headers;
  private final JsonNode body;
  private final @Nullable Asked asked;
  private final @Nullable Fault fault;
  private final int bytes;

  private volatile int status;
  private volatile long tokensSent;
  private volatile boolean answered;
  private volatile boolean cancelled;
  private volatile boolean ended;

  Received(
      Dialect dialect,
      String path,
      Map<String, String> headers,
      JsonNode body,
      @Nullable Asked asked,
      @Nullable Fault fault,
      int bytes) {
    this.dialect = dialect;
    this.path = path;
    this.headers = headers;
    this.body = body;
    this.asked = asked;
    this.fault = fault;
    this.bytes = bytes;
  }

  public Dialect dialect() {
    return dialect;
  }

  /** The path and query it came to. */
  public String path() {
    return path;
  }

  /** The model it names; empty when it could not be read. */
  public String model() {
    return asked == null ? body.path("model").stringValue("") : asked.model();
  }

  /** Whether a stream was asked for. */
  public boolean streamed() {
    return asked == null ? body.path("stream").booleanValue(false) : asked.streamed();
  }

  /** Its headers, names in lower case. */
  public Map<String, String> headers() {
    return headers;
  }

  /** Its body; a missing node when it was no JSON. */
  public JsonNode body() {
    return body;
  }

  /** The operator's text. */
  public String system() {
    return asked == null ? "" : String.join("\n", asked.system());
  }

  /** The conversation's texts, first to last. */
  public List<String> messages() {
    return asked == null ? List.of() : asked.messages();
  }

  /** The last text of the conversation. */
  public String user() {
    return messages().isEmpty() ? "" : messages().getLast();
  }

  /** The JSON schema that the answer has to keep, or null. */
  public @Nullable JsonNode schema() {
    return asked == null ? null : asked.schema();
  }

  /** Tokens of its prompt: one for each four characters, rounded up. */
  public long promptTokens() {
    return asked == null ? 0 : asked.promptTokens();
  }

  /** The fault it was given, or null. */
  public @Nullable Fault fault() {
    return fault;
  }

  /** The status it was given; 0 when no header was sent. */
  public int status() {
    return status;
  }

  /** Generated tokens sent so far. */
  public long tokensSent() {
    return tokensSent;
  }

  /** Whether a whole answer was sent. */
  public boolean answered() {
    return answered;
  }

  /** Whether the client left before. */
  public boolean cancelled() {
    return cancelled;
  }

  /** Whether nothing more will be sent. */
  public boolean ended() {
    return ended;
  }

  int bytes() {
    return bytes;
  }

  void status(int sent) {
    status = sent;
  }

  void sent(long tokens) {
    tokensSent = tokens;
  }

  void answered(boolean whole) {
    answered = whole;
  }

  void end(boolean left) {
    cancelled = left;
    ended = true;
  }

  @Override
  public String toString() {
    String how = streamed() ? " stream" : "";
    String what = fault == null ? "" : " " + fault.id();
    String end = cancelled ? " cancelled" : answered ? " answered" : "";
    return dialect.name().toLowerCase(java.util.Locale.ROOT)
        + " "
        + model()
        + how
        + " "
        + promptTokens()
        + " tokens:"
        + what
        + " "
        + (status == 0 ? "-" : String.valueOf(status))
        + end
        + " "
        + tokensSent
        + " tokens";
  }
}
