package dev.tenlines.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Feature;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.Request;
import dev.tenlines.ReviewPolicy;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesBuilder;
import dev.tenlines.ladder.ScriptedRung;
import dev.tenlines.ladder.TestClock;
import dev.tenlines.review.Decision.Done;
import dev.tenlines.review.ReviewQueue;
import dev.tenlines.review.Verdict;
import dev.tenlines.webhook.Outbox.Delivery;
import dev.tenlines.webhook.Outbox.State;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DispatcherTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final Verdict RETURNS = new Verdict.Corrected("returns");

  @TempDir private Path directory;
  private final TestClock clock = new TestClock();
  private Target target;
  private Tenlines tenlines;

  @BeforeEach
  void start() throws IOException {
    target = new Target();
    open(null, target.url());
  }

  @AfterEach
  void stop() {
    tenlines.close();
    target.close();
  }

  private void open(@Nullable Consumer<DecidedReview> listener, String... urls) {
    if (tenlines != null) {
      tenlines.close();
    }
    TenlinesBuilder builder =
        Tenlines.in(directory)
            .feature(feature("triage"))
            .feature(feature("comments"))
            .rung("model:own", ScriptedRung.proposing("model:own", "delivery", 0.5))
            .clock(clock);
    if (listener != null) {
      builder.onDecided(listener);
    }
    for (String url : urls) {
      builder.webhook(new Webhook(url, SECRET, List.of("triage")));
    }
    tenlines = builder.open();
  }

  private static Feature feature(String name) {
    return Feature.classify(name, "delivery", "returns")
        .withRungs("model:own", "review")
        .withReview(new ReviewPolicy(null, ReviewPolicy.STAY, 0, List.of()));
  }

  /** Asks, decides, and waits until the decision has effects. */
  private String decided(String feature, Verdict verdict) {
    String review = ((Deferred<?>) tenlines.ask(feature, Request.of("x"))).review();
    assertThat(tenlines.reviews().decide("default", review, "ann", null, verdict))
        .isInstanceOf(Done.class);
    clock.advance(ReviewQueue.UNDO);
    return review;
  }

  private Delivery delivery() {
    return tenlines.outbox().list("default", 9).getFirst();
  }

  @Test
  void aDecision_isToldOnce_signedWithTheSecret() {
    String review = decided("triage", RETURNS);
    tenlines.tend();
    tenlines.tend();

    assertThat(target.heard())
        .singleElement()
        .satisfies(heard -> {
          assertThat(heard.body()).contains(review).contains("\"value\":\"returns\"");
          assertThat(heard.type()).isEqualTo("application/json");
          assertThat(heard.timestamp()).isEqualTo(Long.toString(clock.instant().getEpochSecond()));
          assertThat(heard.signature())
              .isEqualTo(
                  Signature.of(SECRET, heard.id(), clock.instant().getEpochSecond(), heard.body()));
        });
    assertThat(delivery().state()).isEqualTo(State.DELIVERED);
  }

  @Test
  void aFeatureThatTheTargetDidNotAskFor_isNotTold() {
    decided("comments", RETURNS);
    tenlines.tend();

    assertThat(target.heard()).isEmpty();
    assertThat(tenlines.outbox().list("default", 9)).isEmpty();
  }

  @Test
  void aTargetThatFails_isTriedAgainWithGrowingPauses_untilItTakesTheMessage() {
    target.answer(500);
    decided("triage", RETURNS);
    tenlines.tend();
    int attempts = 1;
    for (Duration pause :
        List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofHours(6))) {
      clock.advance(pause.minusMillis(1));
      tenlines.tend();
      assertThat(target.heard()).as("before %s", pause).hasSize(attempts);
      clock.advance(Duration.ofMillis(1));
      tenlines.tend();
      assertThat(target.heard()).as("after %s", pause).hasSize(++attempts);
    }
    assertThat(delivery().error()).isEqualTo("status 500");
    assertThat(delivery().attempts()).isEqualTo(8);

    target.answer(204);
    clock.advance(Duration.ofHours(6));
    tenlines.tend();

    assertThat(delivery().state()).isEqualTo(State.DELIVERED);
    assertThat(target.heard()).extracting(Target.Heard::id).containsOnly(delivery().id());
    assertThat(target.heard()).extracting(Target.Heard::signature).doesNotHaveDuplicates();
  }

  @Test
  void aTargetThatNeverTakesIt_isGivenUpAfterThreeDays() {
    target.answer(410);
    decided("triage", RETURNS);
    Duration tried = Duration.ZERO;
    while (delivery().state() == State.WAITING && tried.toDays() < 30) {
      tenlines.tend();
      clock.advance(Duration.ofHours(6));
      tried = tried.plusHours(6);
    }
    assertThat(delivery().state()).isEqualTo(State.FAILED);
    assertThat(delivery().error()).isEqualTo("status 410");
    assertThat(tried.toDays()).isBetween(3L, 5L);
    int attempts = target.heard().size();
    assertThat(attempts).isEqualTo(17);

    clock.advance(Duration.ofDays(30));
    tenlines.tend();
    assertThat(target.heard()).hasSize(attempts);
  }

  @Test
  void aRedirect_isNotFollowed() throws IOException {
    try (Target elsewhere = new Target()) {
      target.redirectTo(elsewhere.url());
      decided("triage", RETURNS);
      tenlines.tend();

      assertThat(target.heard()).hasSize(1);
      assertThat(elsewhere.heard()).isEmpty();
      assertThat(delivery().state()).isEqualTo(State.WAITING);
      assertThat(delivery().error()).isEqualTo("status 307");
    }
  }

  @Test
  void aTargetThatIsNotThere_isSaidAndTriedAgain() {
    target.close();
    decided("triage", RETURNS);
    tenlines.tend();

    assertThat(delivery().state()).isEqualTo(State.WAITING);
    assertThat(delivery().error()).contains("ConnectException");
  }

  @Test
  @Timeout(60)
  void aTargetWhoseAnswerNeverEnds_doesNotHoldTheOthersUp() throws Exception {
    Thread drip;
    try (ServerSocket endless = new ServerSocket(0, 9, InetAddress.getLoopbackAddress())) {
      drip = Thread.ofVirtual().start(() -> drip(endless));
      open(null, "http://127.0.0.1:" + endless.getLocalPort() + "/", target.url());
      decided("triage", RETURNS);

      tenlines.tend();

      assertThat(target.heard()).hasSize(1);
      assertThat(tenlines.outbox().list("default", 9))
          .as("what counts is the status")
          .extracting(Delivery::state)
          .containsOnly(State.DELIVERED);
    }
    drip.join();
  }

  /** Says 200 at once, and never finishes its body. */
  private static void drip(ServerSocket server) {
    try (Socket socket = server.accept()) {
      OutputStream out = socket.getOutputStream();
      out.write(
          "HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\nsome"
              .getBytes(StandardCharsets.UTF_8));
      out.flush();
      while (socket.getInputStream().read() >= 0) {
        // Until the caller hangs up.
      }
    } catch (IOException e) {
      // The caller hung up.
    }
  }

  @Test
  void aMessageForATargetThatIsNoLongerConfigured_waitsAndSaysSo() {
    decided("triage", RETURNS);
    open(null);
    tenlines.tend();

    assertThat(delivery().error()).isEqualTo("no longer configured");
    assertThat(delivery().state()).isEqualTo(State.WAITING);
  }

  @Test
  void aListener_hearsWhatWasDecided() {
    List<DecidedReview> heard = new ArrayList<>();
    open(heard::add);
    String review = decided("triage", RETURNS);
    decided("comments", new Verdict.Rejected("spam"));
    tenlines.tend();
    tenlines.tend();

    assertThat(heard)
        .hasSize(2)
        .anySatisfy(decided -> {
          assertThat(decided.review()).isEqualTo(review);
          assertThat(decided.request()).isEqualTo("r" + review.substring(1));
          assertThat(decided.value()).isEqualTo("returns");
          assertThat(decided.decision()).isEqualTo("corrected");
          assertThat(decided.corrected()).isFalse();
          assertThat(decided.reason()).isNull();
        })
        .anySatisfy(decided -> {
          assertThat(decided.feature()).isEqualTo("comments");
          assertThat(decided.value()).isNull();
          assertThat(decided.reason()).isEqualTo("spam");
        });
  }

  @Test
  void aListenerThatThrows_hearsAgain_underTheSameId() {
    List<String> heard = new ArrayList<>();
    open(decided -> {
      heard.add(decided.message());
      if (heard.size() < 3) {
        throw new IllegalStateException("the shop is closed");
      }
    });
    decided("triage", RETURNS);
    tenlines.tend();
    assertThat(delivery().error()).contains("the shop is closed");
    clock.advance(Duration.ofSeconds(5));
    tenlines.tend();
    clock.advance(Duration.ofSeconds(30));
    tenlines.tend();

    assertThat(heard).hasSize(3).containsOnly(delivery().id());
    assertThat(delivery().state()).isEqualTo(State.DELIVERED);
  }

  @Test
  void manyDecisions_areAllToldInAFewRounds() {
    for (int i = 0; i < 50; i++) {
      decided("triage", RETURNS);
    }
    tenlines.tend();
    tenlines.tend();
    tenlines.tend();

    assertThat(target.heard()).hasSize(50);
    assertThat(target.heard()).extracting(Target.Heard::id).doesNotHaveDuplicates();
  }
}
