package dev.tenlines.classify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Feature;
import dev.tenlines.Progress;
import dev.tenlines.Promise;
import dev.tenlines.Request;
import dev.tenlines.ReviewPolicy;
import dev.tenlines.ladder.Attempt.Abstained;
import dev.tenlines.ladder.Attempt.Proposed;
import dev.tenlines.ladder.Rung;
import dev.tenlines.ladder.RungContract;
import dev.tenlines.ladder.TestClock;
import dev.tenlines.learn.Certificates;
import dev.tenlines.learn.Certifier;
import dev.tenlines.learn.Classifier;
import dev.tenlines.learn.FixedSequence.Scored;
import dev.tenlines.learn.Tickets;
import dev.tenlines.learn.Trainer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassifierRungTest extends RungContract {
  private static final Classifier MODEL = model();
  private static final Feature TRIAGE =
      Feature.classify("triage", "delivery", "refund", "password");

  private static Classifier model() {
    Classifier trained =
        new Trainer(null, 1, Progress.NONE).train(Tickets.some(300, 0, 1)).classifier();
    return trained.calibrated(
        Tickets.some(200, 0, 2).stream().map(row -> trained.predict(row.text())).toList());
  }

  @Override
  protected Rung<String> rung() {
    return new ClassifierRung(TRIAGE, MODEL, 4, Certificates.NONE);
  }

  @Override
  protected Request known() {
    return Request.of("hello where is my order, the courier is late, tracking please");
  }

  @Test
  void aTextUnlikeTheTrainingTexts_isNotProposed() {
    assertThat(attempt(Request.of("Бородатый ёж")))
        .isInstanceOfSatisfying(
            Abstained.class, a -> assertThat(a.reason()).contains("unlike the training texts"));
  }

  @Test
  void theNoneLabel_isLearnedButNeverProposed() {
    Feature feature =
        new Feature(
            "triage",
            Feature.Kind.CLASSIFY,
            TRIAGE.labels(),
            "delivery",
            "body",
            TRIAGE.profile(),
            Promise.DEFAULT,
            TRIAGE.stage(),
            TRIAGE.rungs(),
            ReviewPolicy.DEFAULT);
    Rung<String> rung = new ClassifierRung(feature, MODEL, 4, Certificates.NONE);

    assertThat(rung.attempt(asked(known(), new TestClock()))).isInstanceOf(Abstained.class);
  }

  @Test
  void aLabelThatMustNotBeMissed_keepsOthersShutWhileItsCertificateIs() {
    Certifier certifier =
        new Certifier("classifier@4", Promise.DEFAULT, 0.1, Instant.EPOCH, "test");
    Certificates shut =
        new Certificates(
            List.of(certifier.missed("password", 0.01, List.of(new Scored(1, false)))));
    Rung<String> rung = new ClassifierRung(TRIAGE, MODEL, 4, shut);
    TestClock clock = new TestClock();

    assertThat(rung.attempt(asked(known(), clock)))
        .isInstanceOfSatisfying(Abstained.class, a -> assertThat(a.reason()).contains("password"));
    assertThat(
            rung.attempt(
                asked(Request.of("hello my account password is locked, sign in again"), clock)))
        .isInstanceOf(Proposed.class);
  }
}
