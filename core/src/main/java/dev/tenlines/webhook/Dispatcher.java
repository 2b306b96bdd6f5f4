package dev.tenlines.webhook;

import dev.tenlines.webhook.Outbox.Delivery;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings deliveries to their targets: each until it is taken, with growing pauses, for three days.
 */
public final class Dispatcher implements AutoCloseable {
  private static final int MOST = 20;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration CLAIM = Duration.ofSeconds(60);
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofHours(1));
  private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
  private static final int MOST_ATTEMPTS = PAUSES.size() + 12;

  private final Outbox outbox;
  private final Map<String, Webhook> webhooks;
  private final @Nullable Consumer<DecidedReview> listener;
  private final Clock clock;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private @Nullable HttpClient http;

  /**
   * Prepares to deliver.
   *
   * @param listener who listens inside the application's own process, or null
   */
  public Dispatcher(
      Outbox outbox,
      List<Webhook> webhooks,
      @Nullable Consumer<DecidedReview> listener,
      Clock clock) {
    this.outbox = outbox;
    this.webhooks = webhooks.stream().collect(Collectors.toMap(Webhook::url, w -> w, (a, b) -> a));
    this.listener = listener;
    this.clock = clock;
  }

  /**
   * Brings what is due, and returns when all of it was tried.
   *
   * @return how many were tried
   */
  public int round() {
    List<Delivery> due = outbox.claim(MOST, CLAIM);
    due.stream()
        .map(delivery -> threads.submit(() -> bring(delivery)))
        .toList()
        .forEach(done -> {
          try {
            done.get();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (java.util.concurrent.ExecutionException e) {
            // The claim runs out, and the delivery is tried again.
            return;
          }
        });
    return due.size();
  }

  @Override
  public void close() {
    threads.close();
    synchronized (this) {
      if (http != null) {
        http.close();
      }
    }
  }

  private void bring(Delivery delivery) {
    String error = attempt(delivery);
    if (error == null) {
      outbox.delivered(delivery);
    } else {
      outbox.failed(delivery, error, again(delivery));
    }
  }

  /** What went wrong, or null when the target took it. */
  private @Nullable String attempt(Delivery delivery) {
    try {
      if (delivery.target().equals(Outbox.APPLICATION)) {
        return listen(delivery);
      }
      Webhook webhook = webhooks.get(delivery.target());
      return webhook == null ? "no longer configured" : post(webhook, delivery);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    } catch (IOException | RuntimeException e) {
      return e.toString();
    }
  }

  private @Nullable String listen(Delivery delivery) {
    if (listener == null) {
      return "nobody listens";
    }
    listener.accept(DecidedReview.of(delivery));
    return null;
  }

  private @Nullable String post(Webhook webhook, Delivery delivery)
      throws IOException, InterruptedException {
    long now = clock.instant().getEpochSecond();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(webhook.url()))
            .timeout(TIMEOUT)
            .header("content-type", "application/json")
            .header("webhook-id", delivery.id())
            .header("webhook-timestamp", Long.toString(now))
            .header(
                "webhook-signature",
                Signature.of(webhook.secret(), delivery.id(), now, delivery.body()))
            .POST(HttpRequest.BodyPublishers.ofString(delivery.body()))
            .build();
    // The status is all that counts: a body that never ends must not hold the round up.
    HttpResponse<InputStream> response = client().send(request, BodyHandlers.ofInputStream());
    response.body().close();
    int status = response.statusCode();
    return status / 100 == 2 ? null : "status " + status;
  }

  /** Made with the first message: a client starts threads, and most openings tell nobody. */
  private synchronized HttpClient client() {
    if (http == null) {
      http =
          HttpClient.newBuilder()
              // An upgrade offered to a plain http server confuses some of them.
              .version(HttpClient.Version.HTTP_1_1)
              .connectTimeout(TIMEOUT)
              .followRedirects(HttpClient.Redirect.NEVER)
              .build();
    }
    return http;
  }

  private @Nullable Instant again(Delivery delivery) {
    int tried = delivery.attempts();
    if (tried + 1 >= MOST_ATTEMPTS) {
      return null;
    }
    return clock.instant().plus(tried < PAUSES.size() ? PAUSES.get(tried) : LONGEST_PAUSE);
  }
}
