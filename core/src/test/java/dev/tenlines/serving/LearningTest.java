package dev.tenlines.serving;

import static dev.tenlines.serving.HelpDesk.FEATURE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.ladder.TestClock;
import dev.tenlines.learn.Example;
import dev.tenlines.learn.ExampleFile;
import dev.tenlines.learn.Models;
import dev.tenlines.learn.Split;
import dev.tenlines.serving.HelpDesk.Day;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A help desk gets cheaper while people work on it. */
class LearningTest {
  @TempDir private Path directory;
  @TempDir private Path other;

  @Test
  void verdicts_makeAnswersCheaper_withinThePromise() {
    Feature feature = HelpDesk.promising(0.1);
    try (HelpDesk desk = HelpDesk.open(directory, feature)) {
      Day first = desk.day(50);
      assertThat(first.answered()).as("without a certificate nothing leaves alone").isZero();

      desk.untilOpen();
      List<Day> days = new ArrayList<>();
      for (int day = 0; day < 6; day++) {
        days.add(desk.day(50));
      }

      double answered = days.stream().mapToLong(Day::answered).sum();
      double wrong = days.stream().mapToInt(Day::wrong).sum();
      assertThat(answered / 300).as("share answered alone").isGreaterThan(0.5);
      assertThat(wrong / answered).as("true error of these").isLessThan(0.1);
      assertThat(days.stream().mapToInt(Day::reviews).sum() / 300.0)
          .as("people's work for a request")
          .isLessThan(0.6 * first.reviews() / 50);
      assertThat(desk.versions()).allSatisfy(LearningTest::servedWhatItEarned);
    }
  }

  private static void servedWhatItEarned(Models.Version version) {
    TrainingSummary summary = TrainingSummary.parse(version.summary());
    Double before = summary.before();
    if (summary.installed() && before != null) {
      assertThat(summary.coverage()).isGreaterThanOrEqualTo(before);
    }
    if (!summary.tested()) {
      assertThat(version.certificates().all()).noneMatch(c -> c.open());
    }
  }

  @Test
  void anOlderVersion_isTakenBack_andAnswersTheNextRequest() {
    try (HelpDesk desk = HelpDesk.open(directory, HelpDesk.feature()).untilOpen()) {
      int open = desk.serving();
      desk.tenlines.train(FEATURE).join();
      int newest = desk.versions().getFirst().version();
      assertThat(newest).isGreaterThan(open);

      desk.tenlines.serve(FEATURE, newest);
      assertThat(classifier(desk.ask(desk.ticket()))).isEqualTo("classifier@" + newest);
      desk.tenlines.serve(FEATURE, open);
      assertThat(classifier(desk.ask(desk.ticket()))).isEqualTo("classifier@" + open);
    }
    try (HelpDesk desk = HelpDesk.open(directory, HelpDesk.feature())) {
      assertThat(classifier(desk.ask(desk.ticket())))
          .as("after a restart")
          .isEqualTo("classifier@" + desk.serving());
      assertThat(desk.serving()).isLessThan(desk.versions().getFirst().version());
    }
  }

  private static String classifier(Outcome<?> outcome) {
    return outcome.trace().steps().getLast().rung();
  }

  @Test
  void aWorseChallenger_isKeptAndDoesNotServe() throws IOException {
    try (HelpDesk desk = HelpDesk.open(directory, HelpDesk.feature()).untilOpen()) {
      int open = desk.serving();
      examples(1_000, label -> HelpDesk.LABELS.get((HelpDesk.LABELS.indexOf(label) + 1) % 4));

      Models.Version worse = desk.tenlines.train(FEATURE).join();

      assertThat(worse).isNotNull();
      TrainingSummary summary = TrainingSummary.parse(worse.summary());
      assertThat(summary.coverage()).isLessThan(summary.before());
      assertThat(desk.versions()).contains(worse);
      assertThat(desk.serving()).isEqualTo(open);
    }
  }

  /** Rows that a trial may have left. */
  private void examples(int rows, UnaryOperator<String> label) throws IOException {
    List<Example> examples = new ArrayList<>();
    try (HelpDesk desk = HelpDesk.open(other, HelpDesk.feature())) {
      for (int i = 0; i < rows; i++) {
        String text = desk.ticket();
        examples.add(new Example(text, label.apply(desk.truth.get(text))));
      }
    }
    ExampleFile.write(
        new Split(examples, List.of(), List.of()),
        directory.resolve(".tenlines/examples/desk.jsonl"));
  }

  @Test
  void aTighterPromise_isNotKeptByAnOlderCertificate() {
    TestClock clock = new TestClock();
    try (HelpDesk desk = HelpDesk.open(directory, HelpDesk.feature(), clock).untilOpen()) {
      assertThat(desk.day(30).answered()).isPositive();
    }
    try (HelpDesk desk = HelpDesk.open(directory, HelpDesk.promising(0.01), clock)) {
      int versions = desk.versions().size();
      assertThat(desk.day(30).answered()).as("tested for 20 %, promised is 1 %").isZero();
      assertThat(desk.versions()).as("tested again at once").hasSize(versions + 1);
    }
  }

  @Test
  void closing_duringATraining_losesNoVerdict_andItIsDoneAfterTheNextStart() {
    TestClock clock = new TestClock();
    CompletableFuture<?> running;
    try (HelpDesk desk = HelpDesk.open(directory, HelpDesk.feature(), clock)) {
      for (int i = 0; i < 60; i++) {
        desk.ask(desk.ticket());
      }
      desk.reviewAll();
      clock.advance(Duration.ofMinutes(1));
      desk.tenlines.tend();
      running = desk.tenlines.train(FEATURE);
    }
    assertThat(running).as("nothing computes after close").isDone();
    try (HelpDesk desk = HelpDesk.open(directory, HelpDesk.feature(), clock)) {
      assertThat(desk.tenlines.learning(FEATURE).judged()).isEqualTo(60);
      desk.settle();
      assertThat(desk.serving()).as("claimed by nobody any more").isPositive();
    }
  }

  @Test
  void aTrainingThatFails_isTriedAgain() throws IOException {
    Path examples = directory.resolve(".tenlines/examples/desk.jsonl");
    try (HelpDesk desk = HelpDesk.open(directory, HelpDesk.feature())) {
      Files.createDirectories(examples.getParent());
      Files.writeString(examples, "no JSON\n");
      desk.day(60);
      assertThat(desk.versions()).isEmpty();

      Files.delete(examples);
      desk.settle();
      assertThat(desk.versions()).as("without a further verdict").hasSize(1);
    }
  }

  @Test
  void twoServers_trainOnce() {
    TestClock clock = new TestClock();
    try (HelpDesk one = HelpDesk.open(directory, HelpDesk.feature(), clock);
        HelpDesk other = HelpDesk.open(directory, HelpDesk.feature(), clock)) {
      for (int i = 0; i < 60; i++) {
        one.ask(one.ticket());
      }
      one.reviewAll();
      clock.advance(Duration.ofMinutes(1));
      one.tenlines.tend();
      other.tenlines.tend();
      one.await();
      other.await();

      assertThat(one.versions()).hasSize(1);
      clock.advance(Duration.ofMinutes(2));
      other.tenlines.tend();
      other.await();
      assertThat(other.serving()).as("the other takes it up").isEqualTo(1);
      assertThat(other.versions()).hasSize(1);
    }
  }

  @Test
  void verdictsOfOneLabelOnly_waitForAnother() {
    try (HelpDesk desk = HelpDesk.open(directory, HelpDesk.feature())) {
      desk.withPeople(right -> "refund").day(50);
      assertThat(desk.versions()).isEmpty();
      assertThat(desk.tenlines.learning(FEATURE).forecast().getFirst())
          .isEqualTo(
              "50 verdicts so far are too little to learn from: it takes 30 texts, of two labels"
                  + " at least.");
      assertThat(desk.tenlines.learning(FEATURE).wanted()).isEqualTo(25);

      desk.withPeople(right -> right).day(30);
      assertThat(desk.versions()).hasSize(1);
    }
  }

  @Test
  void rejectedRequests_trainTheLabelNone_whereThereIsOne() {
    Feature plain = HelpDesk.feature();
    try (HelpDesk desk = HelpDesk.open(directory, plain)) {
      desk.withPeople(right -> right.equals("product") ? "" : right).day(80);
      assertThat(desk.versions()).hasSize(1);
      assertThat(desk.versions().getFirst().examples())
          .as("rejected rows teach nothing")
          .isLessThan(75);
    }
    Feature withNone =
        new Feature(
            "other",
            plain.kind(),
            plain.labels(),
            "product",
            plain.input(),
            plain.profile(),
            plain.promise(),
            plain.stage(),
            plain.rungs(),
            plain.review());
    assertThat(withNone.answerable()).doesNotContain("product");
  }

  @Test
  void emptyTexts_neitherBreakATrainingNorAreAnswered() {
    try (HelpDesk desk = HelpDesk.open(directory, HelpDesk.feature())) {
      for (int i = 0; i < 30; i++) {
        desk.ask(i % 2 == 0 ? "" : "   ");
      }
      desk.untilOpen();

      assertThat(desk.ask(" ")).isInstanceOf(Outcome.Deferred.class);
    }
  }

  @Test
  void labelsThatAreGone_areNeitherLearnedNorAnswered() {
    TestClock clock = new TestClock();
    try (HelpDesk desk = HelpDesk.open(directory, HelpDesk.feature(), clock).untilOpen()) {
      assertThat(desk.serving()).isPositive();
    }
    Feature renamed =
        Feature.classify(FEATURE, "account", "delivery", "goods", "refund").withPromise(0.2, 0.9);
    try (HelpDesk desk = HelpDesk.open(directory, renamed, clock)) {
      desk.withPeople(right -> right.equals("product") ? "goods" : right);
      List<Object> values = new ArrayList<>();
      for (int day = 0; day < 8; day++) {
        for (Outcome<?> outcome : desk.day(50).outcomes()) {
          if (outcome instanceof Answered<?> answered) {
            values.add(answered.value());
          }
        }
      }
      assertThat(values).doesNotContain("product");
      assertThat(desk.tenlines.ask(FEATURE, desk.ticket("product")).trace().toString())
          .doesNotContain("error");
    }
  }
}
