package dev.tenlines.model.wire;

import dev.tenlines.model.Failure;
import dev.tenlines.model.Reply;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One answer coming in over HTTP: reads events as they arrive, or the whole body, within limits of
 * size. The threads of the client run it; whoever waits looks at the time.
 */
final class Incoming implements BodyHandler<@Nullable Void>, BodySubscriber<@Nullable Void> {
  private static final int LONGEST_BODY = 8 * 1024 * 1024;

  /** Each token of a stream comes with hundreds of bytes around it. */
  private static final long LONGEST_STREAM = 64L * 1024 * 1024;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(200)
                          .maxNumberLength(100)
                          .build())
                  .build())
          .build();

  private final Wire wire;
  private final Gathering gathering;
  private final boolean streamed;
  private final Clock clock;
  private final EventStream events;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream(2048);
  private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
  private final CountDownLatch settled = new CountDownLatch(1);
  private volatile boolean eventful;
  private volatile Flow.@Nullable Subscription subscription;
  private volatile @Nullable Head head;
  private volatile long lastByte = System.nanoTime();
  private volatile boolean busy;
  private volatile boolean decided;
  private long streamedBytes;

  /** Status and headers. */
  private record Head(int status, HttpHeaders headers) {}

  Incoming(Wire wire, Gathering gathering, boolean streamed, Clock clock) {
    this.wire = wire;
    this.gathering = gathering;
    this.streamed = streamed;
    this.clock = clock;
    this.events = new EventStream(this::event, wire.lines());
  }

  @Override
  public BodySubscriber<@Nullable Void> apply(ResponseInfo info) {
    lastByte = System.nanoTime();
    String type = info.headers().firstValue("content-type").orElse("").toLowerCase(Locale.ROOT);
    eventful =
        streamed
            && info.statusCode() == 200
            && (type.startsWith("text/event-stream") || type.contains("ndjson"));
    head = new Head(info.statusCode(), info.headers());
    return this;
  }

  @Override
  public void onSubscribe(Flow.Subscription own) {
    subscription = own;
    own.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    busy = true;
    try {
      buffers.forEach(this::take);
    } catch (RuntimeException e) {
      gathering.error(Failure.INVALID, String.valueOf(e.getMessage()));
    } finally {
      lastByte = System.nanoTime();
      busy = false;
    }
    if (gathering.ended() || eventful && gathering.finished()) {
      decided = true;
      settle();
    }
    Flow.Subscription own = subscription;
    if (own != null) {
      own.request(1);
    }
  }

  @Override
  public void onError(Throwable error) {
    done.completeExceptionally(error);
  }

  @Override
  public void onComplete() {
    done.complete(null);
  }

  @Override
  public CompletionStage<@Nullable Void> getBody() {
    return done;
  }

  /** Whether the head of an answer has come. */
  boolean begun() {
    return head != null;
  }

  /** Whether the answer itself has begun: pings and empty events are none. */
  boolean said() {
    return eventful ? gathering.begun() : begun();
  }

  /** Nanoseconds since the last byte came; none while we ourselves are at work on it. */
  long silent() {
    return busy ? 0 : System.nanoTime() - lastByte;
  }

  /** Whether what comes after this changes nothing any more. */
  boolean decided() {
    return decided;
  }

  /** Nothing that matters comes any more. */
  void settle() {
    settled.countDown();
  }

  /** Waits until nothing that matters comes any more; false when the time is over before. */
  boolean settled(long nanos) throws InterruptedException {
    return settled.await(nanos, TimeUnit.NANOSECONDS);
  }

  /** What has come, now that nothing more is waited for. */
  Reply reply() {
    Head came = head;
    if (came == null) {
      return Reply.Broken.used(Failure.UNREACHABLE, "no answer came", gathering.used());
    }
    if (came.status() != 200) {
      return Errors.of(came.status(), came.headers(), json(), clock);
    }
    if (eventful) {
      events.end();
    } else {
      whole();
    }
    return gathering.reply();
  }

  private void take(ByteBuffer bytes) {
    if (gathering.ended()) {
      return;
    }
    if (eventful) {
      streamedBytes += bytes.remaining();
      if (streamedBytes > LONGEST_STREAM) {
        gathering.error(Failure.INVALID, "the stream is longer than " + LONGEST_STREAM + " bytes");
      } else {
        events.take(bytes);
      }
      return;
    }
    if (body.size() + bytes.remaining() > LONGEST_BODY) {
      gathering.error(Failure.INVALID, "the body is longer than " + LONGEST_BODY + " bytes");
      return;
    }
    byte[] chunk = new byte[bytes.remaining()];
    bytes.get(chunk);
    body.writeBytes(chunk);
  }

  private void event(EventStream.Event event) {
    if (gathering.ended() || event.data().isEmpty()) {
      return;
    }
    if (event.data().equals("[DONE]")) {
      gathering.end();
      return;
    }
    JsonNode data;
    try {
      data = JSON.readTree(event.data());
    } catch (JacksonException e) {
      gathering.error(Failure.INVALID, "an event is not JSON");
      return;
    }
    if (!told(data)) {
      wire.event(data, gathering);
    }
  }

  private void whole() {
    JsonNode whole = json();
    if (whole == null || !whole.isObject()) {
      gathering.error(Failure.INVALID, body.size() == 0 ? "the body is empty" : "no JSON came");
    } else if (!told(whole)) {
      wire.whole(whole, gathering);
    }
  }

  /** Whether it is an error, told in an answer that began well. */
  private boolean told(JsonNode data) {
    JsonNode error = data.path("error");
    if (error.isMissingNode() || error.isNull()) {
      return false;
    }
    gathering.error(Errors.inside(error), "the provider reports an error" + Errors.said(error));
    return true;
  }

  private @Nullable JsonNode json() {
    try {
      return JSON.readTree(body.toByteArray());
    } catch (JacksonException e) {
      return null;
    }
  }
}
