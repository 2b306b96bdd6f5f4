package dev.tenlines.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.Outcome;
import dev.tenlines.Profile;
import dev.tenlines.Progress;
import dev.tenlines.Promise;
import dev.tenlines.Promise.LabelPromise;
import dev.tenlines.Tenlines;
import dev.tenlines.cost.Money;
import dev.tenlines.cost.Volume;
import dev.tenlines.ladder.TestClock;
import dev.tenlines.learn.Certificate;
import dev.tenlines.learn.Example;
import dev.tenlines.learn.Tickets;
import dev.tenlines.rows.CsvText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialTest {
  @TempDir private static Path directory;
  private static TrialReport report;

  private static final Promise PROMISE =
      new Promise(
          0.10,
          0.90,
          Map.of("refund", new LabelPromise(0.10, null), "password", new LabelPromise(null, 0.20)));

  private static TrialOptions options(Path file, Promise promise) {
    Profile profile =
        new Profile(
            true,
            Profile.Rule.PARTIAL,
            Money.parse("2 EUR"),
            Money.parse("0.20 EUR"),
            Duration.ofSeconds(2),
            Volume.parse("1000/day"));
    return new TrialOptions(file, "text", "label", null, null, profile, promise, 10, 1);
  }

  private static Path csv(String name, List<Example> rows) throws Exception {
    StringBuilder text = new StringBuilder("text;label\n");
    rows.forEach(row -> text.append(CsvText.line(List.of(row.text(), row.label()), ';')));
    return Files.writeString(directory.resolve(name), text);
  }

  private static TrialReport run(TrialOptions options) {
    return new Trial(options, null, new TestClock(), Progress.NONE).run();
  }

  @BeforeAll
  static void trial() throws Exception {
    List<Example> rows = new ArrayList<>(Tickets.some(1_200, 0.02, 3));
    rows.addAll(Tickets.some(30, 0.02, 3));
    report = run(options(csv("tickets.csv", rows), PROMISE));
  }

  @Test
  void theLadder_keepsItsPromiseOnRowsNeitherSaw_andAnswersMost() {
    Figures figures = report.figures();

    assertThat(figures.error()).isLessThanOrEqualTo(0.10);
    assertThat(figures.coverage()).isGreaterThan(0.6);
    assertThat(figures.ruleCoverage()).isGreaterThan(0.3);
    assertThat(figures.rulePrecision()).isGreaterThan(0.85);
    assertThat(figures.byRung().values().stream().mapToDouble(v -> v).sum())
        .isCloseTo(figures.coverage(), org.assertj.core.api.Assertions.within(1e-9));
  }

  @Test
  void everyPromise_hasItsCertificate() {
    assertThat(report.certificates().all())
        .filteredOn(c -> c.rung().startsWith("classifier@"))
        .extracting(c -> c.kind() + " " + c.group())
        .containsExactlyInAnyOrder("ERROR ", "ERROR refund", "MISSED password");
    assertThat(report.certificates().all())
        .filteredOn(Certificate::open)
        .allSatisfy(c -> assertThat(c.bound()).isLessThanOrEqualTo(c.promised()));
  }

  @Test
  void theReport_saysFormatDuplicatesCostsAndAdvice() {
    Map<String, ?> json = report.json();

    assertThat(json.get("format")).isEqualTo("CSV, UTF-8, delimiter \";\"");
    assertThat(json.get("duplicates")).isEqualTo(30);
    assertThat(json.get("costPer1000").toString()).contains("people=200.000000").contains("EUR");
    assertThat(String.join("\n", TrialAdvice.of(report)))
        .contains("alone within your 10%")
        .contains("to a person: about")
        .contains("refund:");
  }

  @Test
  void theProject_canBeAskedAtOnce_andASecondTrialKeepsWhatPeopleWrote() throws Exception {
    Path project = directory.resolve("project");
    TrialProject.write(report, project, "triage", false);

    try (Tenlines tenlines = Tenlines.open(project)) {
      assertThat(tenlines.ask("triage", "hello where is my parcel, the courier is late, tracking"))
          .isInstanceOf(Outcome.Answered.class);
    }
    assertThat(Tenlines.in(project).check()).isEmpty();
    assertThat(Files.readString(project.resolve("risk-coverage.svg")))
        .contains("<svg")
        .contains("<path");

    assertThatThrownBy(() -> TrialProject.write(report, project, "triage", false))
        .hasMessageContaining("TL-207");
    Files.writeString(project.resolve("rules/triage.yaml"), "- when: 'true'\n  then: refund\n");
    TrialProject.write(report, project, "triage", true);
    assertThat(Files.readString(project.resolve("rules/triage.yaml.before"))).contains("'true'");
    try (Tenlines tenlines = Tenlines.open(project)) {
      assertThat(tenlines.rungs("triage")).extracting(r -> r.id()).contains("classifier@2");
    }
  }

  @Test
  void promisesChangedByHand_areRefusedUntilTheTrialRunsAgain() throws Exception {
    Path project = directory.resolve("changed");
    TrialProject.write(report, project, "triage", false);
    Path yaml = project.resolve("tenlines.yaml");
    Files.writeString(yaml, Files.readString(yaml).replace("error: 10%", "error: 1%"));
    Files.writeString(project.resolve("rules/triage.yaml"), "- when: 'true'\n  then: refund\n");

    assertThat(Tenlines.in(project).check()).extracting("id").contains("TL-162", "TL-124");
  }

  @Test
  void rowsThatTeachNothing_areRefusedInWords() throws Exception {
    assertThatThrownBy(() -> run(options(csv("few.csv", Tickets.some(10, 0, 1)), PROMISE)))
        .hasMessageContaining("TL-20");
    Path oneEach =
        csv(
            "each.csv",
            java.util.stream.IntStream.range(0, 80)
                .mapToObj(i -> new Example("text " + i, "l" + i / 2 % 41))
                .toList());
    assertThatThrownBy(() -> run(options(oneEach, Promise.DEFAULT))).hasMessageContaining("TL-205");
    assertThatThrownBy(() ->
            run(
                options(
                    csv("some.csv", Tickets.some(100, 0, 1)),
                    new Promise(0.1, 0.9, Map.of("nonsense", new LabelPromise(0.1, null))))))
        .hasMessageContaining("TL-206");
  }

  @Test
  void advice_withoutData_followsTheFacts() {
    Profile dear =
        new Profile(
            true,
            Profile.Rule.NONE,
            Money.parse("5 EUR"),
            Money.parse("0.10 EUR"),
            Duration.ofMillis(150),
            Volume.parse("100/day"));

    Advice advice = Advice.of("triage", Advice.Task.LANGUAGE, dear, null);

    assertThat(advice.yaml()).contains("error: 2%").contains("review");
    assertThat(String.join(" ", advice.reasons()))
        .contains("150 ms leaves no time for an LLM")
        .contains("a person has to stand");
    assertThat(advice.costs()).containsKey("0 % answered alone");
    assertThat(Advice.of("x", Advice.Task.LOOKUP, dear, null).verdict()).startsWith("No:");
  }
}
