package dev.tenlines.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Tenlines;
import dev.tenlines.rows.Row;
import dev.tenlines.rows.RowReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The main job from the first command to the last, on the sample. */
class CommandsTest {
  private static final Path SAMPLE = Path.of("../examples/sample/tickets.csv");
  private static final Path COMMENTS = Path.of("../examples/sample/comments.csv");

  @TempDir private static Path directory;
  private static Path project;
  private static JsonNode report;

  @BeforeAll
  static void trial() {
    project = directory.resolve("triage");
    Cli trial =
        Cli.run(
            "trial",
            SAMPLE,
            "--text",
            "body",
            "--label",
            "queue",
            "--wrong-cost",
            "2.00",
            "--review-cost",
            "0.40",
            "--volume",
            "5000/month",
            "--out",
            project,
            "--json");
    assertThat(trial.code()).as(trial.err()).isZero();
    report = trial.json();
  }

  @Test
  void trial_measuresRulesModelAndLadder_underTheAgreedNames() {
    assertThat(report.get("rows").asInt()).isGreaterThan(380);
    assertThat(report.get("duplicates").asInt()).isPositive();
    assertThat(report.get("labels").asInt()).isEqualTo(8);
    assertThat(report.at("/ladder/promise/error").asDouble()).isEqualTo(0.2);
    assertThat(report.at("/classifier/accuracy").asDouble()).isGreaterThan(0.7);
    assertThat(report.at("/ladder/coverage").asDouble()).isGreaterThan(0.2);
    assertThat(report.at("/ladder/error").asDouble()).isLessThan(0.25);
    for (String name :
        List.of(
            "/split/train",
            "/split/calibrate",
            "/split/test",
            "/rules/lines",
            "/rules/coverage",
            "/rules/precision",
            "/rules/accuracy",
            "/classifier/macroF1",
            "/classifier/perLabel/0/recall",
            "/ladder/promise/confidence",
            "/ladder/person",
            "/ladder/byRung/rules",
            "/ladder/byRung/classifier",
            "/ladder/perLabel/0/answered",
            "/ladder/perLabel/0/precision",
            "/certificates/0/bound",
            "/costPer1000/ladder",
            "/millisPerAnswer/p50",
            "/millisPerAnswer/p95",
            "/advice",
            "/seconds")) {
      assertThat(report.at(name).isMissingNode()).as(name).isFalse();
    }
  }

  @Test
  void trial_writesAProjectThatChecksClean() {
    for (String file :
        List.of(
            "tenlines.yaml",
            "rules/triage.yaml",
            "trial.json",
            "risk-coverage.svg",
            "confusions.svg")) {
      assertThat(project.resolve(file)).exists();
    }
    Cli check = Cli.run("check", "--project", project);

    assertThat(check.out()).contains("Nothing found.");
    assertThat(check.code()).isZero();
  }

  @Test
  void trial_overAProjectThatIsThere_isRefused() {
    Cli again = Cli.run("trial", SAMPLE, "--text", "body", "--label", "queue", "--out", project);

    assertThat(again.code()).isEqualTo(1);
    assertThat(again.err()).contains("TL-207").contains("--replace");
  }

  @Test
  void trial_forPeople_saysWhatFollows() {
    Cli comments =
        Cli.run(
            "trial",
            COMMENTS,
            "--text",
            "comment",
            "--label",
            "label",
            "--error",
            "20%",
            "--promise",
            "ok=20%",
            "--promise",
            "abuse=missed:20%");

    assertThat(comments.code()).as(comments.err()).isZero();
    assertThat(comments.out())
        .contains("CSV, UTF-8, delimiter \",\"")
        .contains("Certificates:")
        .contains("to a person");
  }

  @Test
  void trial_onRowsOfTheUsersOwn_countsUnknownLabelsAsOutOfScope() throws IOException {
    Path test = directory.resolve("own.csv");
    Files.writeString(test, "body,queue\nWhere is my parcel,delivery\nCan I work for you?,jobs\n");

    JsonNode own =
        Cli.run(
                "trial", SAMPLE, "--text", "body", "--label", "queue", "--error", "20%", "--test",
                test, "--json")
            .json();

    assertThat(own.at("/split/test").asInt()).isEqualTo(2);
    assertThat(own.at("/ladder/outOfScope/rows").asInt()).isEqualTo(1);
    assertThat(own.at("/ladder/outOfScope/answered").asDouble()).isZero();
  }

  @Test
  void ask_answersOrDefers_andShowsTheTrace() {
    Cli clear =
        Cli.run(
            "ask",
            "triage",
            "Where is my parcel? The tracking has not moved since Monday.",
            "--project",
            project);
    JsonNode strange =
        Cli.run("ask", "triage", "Бородатый ёж", "--project", project, "--json").json();

    assertThat(clear.out()).contains("classifier@1").contains("rules@");
    assertThat(strange.get("outcome").asString()).isEqualTo("deferred");
    assertThat(strange.get("review").asString()).startsWith("v_");
    assertThat(strange.at("/charge/amount").asString()).isEqualTo("0.000000");
  }

  @Test
  void plan_saysWhichFactCausedWhat_andWhereEachRungStands() {
    Cli plan = Cli.run("plan", "triage", "--project", project);

    assertThat(plan.out())
        .contains("rule: partial, so rules go first")
        .contains("a person is worth it above 20.0 % error")
        .contains("classifier")
        .contains("open for 20% wrong");
    assertThat(Cli.run("plan", "triage", "--project", project, "--json").json().get("rungs").size())
        .isEqualTo(4);
  }

  @Test
  void run_keepsEveryRow_andGoesOnAfterAKill() throws IOException {
    Path folder = Files.createDirectories(directory.resolve("killed"));
    Path out = folder.resolve("out.csv");
    try (Tenlines tenlines = Tenlines.open(project)) {
      RunFile[] run = new RunFile[1];
      run[0] = new RunFile(tenlines, "triage", "body", null, (what, done, total) -> run[0].stop());
      assertThat(run[0].run(SAMPLE, out, false).finished()).isFalse();
    }
    Path part;
    try (Stream<Path> files = Files.list(folder)) {
      part = files.findFirst().orElseThrow();
    }
    byte[] before = Files.readAllBytes(part);
    // A kill also leaves a row that was cut in the middle.
    Files.write(part, java.util.Arrays.copyOf(before, before.length - 700));

    Cli resumed = Cli.run("run", "triage", SAMPLE, "--out", out, "--project", project, "--json");

    assertThat(resumed.json().get("resumedAt").asInt()).isBetween(200, 255);
    byte[] after = Files.readAllBytes(out);
    assertThat(java.util.Arrays.copyOf(after, before.length))
        .as("rows answered before the kill keep their reviews")
        .isEqualTo(before);
    List<Row.Good> rows = rows(out);
    assertThat(rows).hasSize(report.get("rows").asInt());
    assertThat(rows).allMatch(row -> !row.text("outcome").isEmpty());
    Set<String> reviews = new HashSet<>();
    rows.stream()
        .map(row -> row.text("review"))
        .filter(review -> !review.isEmpty())
        .forEach(review -> assertThat(reviews.add(review)).isTrue());
    assertThat(part).doesNotExist();
  }

  @Test
  void run_reportsBrokenRows_andAsksTheOthers() throws IOException {
    Path in = directory.resolve("broken.csv");
    Files.writeString(
        in, "id,body\n1,Where is my parcel\n2,too,many\n3,\"never closed\n4,Refund please\n");
    Path out = directory.resolve("broken-out.jsonl");

    Cli run = Cli.run("run", "triage", in, "--out", out, "--project", project);

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("4 rows").contains("2 unreadable");
    assertThat(Files.readAllLines(out)).hasSize(4).anyMatch(line -> line.contains("never closed"));
  }

  @Test
  void run_overAFinishedFile_isRefused() throws IOException {
    Path out = Files.writeString(directory.resolve("there.csv"), "mine");

    Cli run = Cli.run("run", "triage", SAMPLE, "--out", out, "--project", project);

    assertThat(run.err()).contains("TL-305");
    assertThat(out).hasContent("mine");
  }

  @Test
  void advise_refusesArithmeticAndLookups_withTheCodeToWriteInstead() {
    assertThat(Cli.run("advise", "--task", "arithmetic").out())
        .startsWith("No:")
        .contains("BigDecimal");
    assertThat(Cli.run("advise", "--task", "lookup").out()).startsWith("No:").contains("select");
  }

  @Test
  void advise_derivesPromiseCostAndYamlFromTheFiveFacts() throws IOException {
    JsonNode advice =
        Cli.run(
                "advise",
                "--rule",
                "partial",
                "--wrong-cost",
                "2.50",
                "--review-cost",
                "0.40",
                "--volume",
                "50000/month",
                "--json")
            .json();

    assertThat(advice.at("/costPerMonth/0 % answered alone/amount").asString())
        .isEqualTo("20000.000000");
    Path made = Files.createDirectories(directory.resolve("advised"));
    Files.writeString(made.resolve("tenlines.yaml"), advice.get("yaml").asString());
    assertThat(Cli.run("check", "--project", made).code()).isZero();
    assertThat(advice.get("yaml").asString()).contains("error: 16%");
  }

  @Test
  void check_saysEverythingAtOnce_andFails() throws IOException {
    Path made = Files.createDirectories(directory.resolve("wrong"));
    Files.writeString(
        made.resolve("tenlines.yaml"),
        "features:\n  a:\n    labels: { x: \"\" }\n  b:\n    labels: { x: \"\", y: \"\" }\n    profile: { language-task: false }\n    rungs: [\"model:z\", review]\n");

    Cli check = Cli.run("check", "--project", made, "--json");

    assertThat(check.code()).isEqualTo(1);
    assertThat(check.json())
        .extracting(f -> f.get("id").asString())
        .contains("TL-136", "TL-130", "TL-139");
  }

  @Test
  void aCallNobodyUnderstands_isToldSo() {
    Cli wrong = Cli.run("trial", "--nonsense");

    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).startsWith("TL-301").contains("--help");
    assertThat(Cli.run("trial", "nowhere.csv", "--text", "a", "--label", "b").err())
        .contains("TL-201");
    assertThat(Cli.run("trial", SAMPLE, "--text", "a", "--label", "queue").err())
        .contains("TL-203")
        .contains("body");
    assertThat(
            Cli.run("trial", SAMPLE, "--text", "body", "--label", "queue", "--error", "200%").err())
        .contains("TL-107");
  }

  private static List<Row.Good> rows(Path file) {
    List<Row.Good> rows = new ArrayList<>();
    try (RowReader reader = RowReader.open(file)) {
      Stream.generate(reader::next)
          .takeWhile(row -> row != null)
          .forEach(row -> rows.add((Row.Good) row));
    }
    return rows;
  }
}
