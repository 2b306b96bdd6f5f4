package dev.tenlines.model.wire;

import dev.tenlines.cost.Usage;
import dev.tenlines.model.Capabilities;
import dev.tenlines.model.Failure;
import dev.tenlines.model.ModelSettings;
import dev.tenlines.model.ModelSettings.Limits;
import dev.tenlines.model.Prompt;
import dev.tenlines.model.Provider;
import dev.tenlines.model.Reply;
import dev.tenlines.model.Reply.Broken;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A provider over HTTP in one of the dialects. Four clocks run: until the connection stands, until
 * the answer begins, between two bytes of it, and over the whole call.
 */
public final class HttpProvider implements Provider, AutoCloseable {
  /** How long the end of a connection is waited for when the answer is complete. */
  private static final long GRACE = Duration.ofMillis(50).toNanos();

  /** Without a sentinel, counts may follow the finish reason, but not for long. */
  private static final long AFTER_FINISH = Duration.ofMillis(500).toNanos();

  private final ModelSettings model;
  private final Wire wire;
  private final Capabilities can;
  private final HttpClient client;
  private final Clock clock;

  public HttpProvider(ModelSettings model, Clock clock) {
    this.model = model;
    this.wire = Wire.of(model.dialect());
    this.can = model.can();
    this.clock = clock;
    // Redirects are never followed: the key would go to whoever is named there.
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(model.limits().connect())
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  @Override
  public Reply send(Prompt prompt, Call call) {
    Usage guess = Usage.of(prompt.tokens(), 0).guessed();
    if (prompt.tokens() + prompt.mostOutput() > can.context()) {
      String detail = "about %d tokens, %d fit".formatted(prompt.tokens(), can.context());
      return Broken.free(Failure.TOO_LONG, detail);
    }
    boolean streamed = call.pieces() != null;
    Gathering gathering = new Gathering(model.model(), guess, call.pieces());
    Incoming incoming = new Incoming(wire, gathering, streamed, clock);
    HttpRequest request;
    try {
      request = request(prompt, streamed);
    } catch (IllegalArgumentException e) {
      // Its message may quote the key.
      String detail = "the key, the model's name or the address has characters that cannot be sent";
      return Broken.free(Failure.MISCONFIGURED, detail);
    }
    CompletableFuture<HttpResponse<@Nullable Void>> answer = client.sendAsync(request, incoming);
    AtomicBoolean left = new AtomicBoolean();
    AutoCloseable watch =
        call.leaving()
            .onLeave(() -> {
              left.set(true);
              answer.cancel(true);
            });
    try {
      return await(answer, incoming, gathering, call.left(), left);
    } finally {
      gathering.leave();
      close(watch);
    }
  }

  private HttpRequest request(Prompt prompt, boolean streamed) {
    Wire.Written written = wire.write(model, can, prompt, streamed);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(model.baseUrl() + written.path()))
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(written.body())));
    written.headers().forEach(request::header);
    return request.build();
  }

  private Reply await(
      CompletableFuture<HttpResponse<@Nullable Void>> answer,
      Incoming incoming,
      Gathering gathering,
      Duration most,
      AtomicBoolean left) {
    var unused = answer.whenComplete((response, error) -> incoming.settle());
    try {
      String late = late(incoming, most);
      if (late != null) {
        answer.cancel(true);
        // Asked again, a silent provider would only double the wait: another one may be quicker.
        return new Broken(Failure.TIMEOUT, late, gathering.used(), true, false, null);
      }
      long grace = gathering.ended() ? GRACE : AFTER_FINISH;
      var ignored = answer.get(grace, TimeUnit.NANOSECONDS);
      return incoming.reply();
    } catch (TimeoutException e) {
      // The answer is complete; that nobody closes the connection is not the caller's concern.
      answer.cancel(true);
      return incoming.reply();
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return Broken.used(Failure.CANCELLED, "interrupted", gathering.used());
    } catch (CancellationException | ExecutionException e) {
      if (left.get()) {
        return Broken.used(Failure.CANCELLED, "the caller left", gathering.used());
      }
      return incoming.decided()
          ? incoming.reply()
          : broken(e.getCause(), incoming.begun(), gathering);
    }
  }

  /** Waits until the answer is settled, or says which limit it has passed. */
  private @Nullable String late(Incoming incoming, Duration most) throws InterruptedException {
    Limits limits = model.limits();
    long start = System.nanoTime();
    long total = Math.min(most.toNanos(), limits.total().toNanos());
    long first = limits.firstByte().toNanos();
    long idle = limits.idle().toNanos();
    while (true) {
      long gone = System.nanoTime() - start;
      boolean said = incoming.said();
      long quiet = said ? incoming.silent() : 0;
      if (gone >= total) {
        return "the call took longer than " + total / 1_000_000 + " ms";
      }
      if (!said && gone >= first) {
        return "no answer began within " + limits.firstByte().toMillis() + " ms";
      }
      if (quiet >= idle) {
        return "nothing came for " + limits.idle().toMillis() + " ms";
      }
      long wait = Math.min(total - gone, idle - quiet);
      if (incoming.settled(said ? wait : Math.min(wait, first - gone))) {
        return null;
      }
    }
  }

  private static Broken broken(@Nullable Throwable cause, boolean begun, Gathering gathering) {
    String what = cause == null ? "unknown" : cause.getClass().getSimpleName();
    return switch (cause) {
      case HttpConnectTimeoutException e ->
          Broken.free(Failure.UNREACHABLE, "no connection in time");
      case ConnectException e -> Broken.free(Failure.UNREACHABLE, "no connection (" + what + ")");
      case SSLException e when !begun ->
          Broken.free(Failure.MISCONFIGURED, "no trusted connection (" + e.getMessage() + ")");
      case null, default ->
          Broken.used(
              begun ? Failure.INVALID : Failure.UNREACHABLE,
              "the connection broke (" + what + ")",
              gathering.used());
    };
  }

  private static void close(AutoCloseable watch) {
    try {
      watch.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends all connections; calls that run fail. */
  @Override
  public void close() {
    client.shutdownNow();
  }
}
