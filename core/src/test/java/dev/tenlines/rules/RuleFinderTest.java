package dev.tenlines.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Request;
import dev.tenlines.learn.Example;
import dev.tenlines.rules.RuleFinder.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RuleFinderTest {
  private static final String[] FILLER =
      "please hello today bank account money transfer phone thanks question problem week"
          .split(" ");

  @Test
  void plantedRules_areFoundAndHoldOnRowsTheyWereNotFoundOn() {
    List<Example> rows = planted(600, 1);
    List<Finding> found = new RuleFinder(rows.subList(0, 300), 0.02).find(10, null);

    assertThat(found).hasSizeGreaterThanOrEqualTo(2);
    Measured measured = measure(found, rows.subList(300, 600));
    assertThat(measured.rows).isGreaterThan(120);
    assertThat(measured.right).isEqualTo(measured.rows);
    assertThat(found.toString()).contains("stolen", "delivered");
  }

  @Test
  void finding_countsTheRowsItWasFoundOn() {
    List<Example> rows = planted(300, 2);

    List<Finding> found = new RuleFinder(rows, 0.02).find(10, null);

    Measured measured = measure(found, rows);
    assertThat(found.stream().mapToInt(Finding::rows).sum()).isEqualTo(measured.rows);
    assertThat(found.stream().mapToInt(Finding::right).sum()).isEqualTo(measured.right);
  }

  @Test
  void exception_isFoundWhereOneWordMarksTheWrongRows() {
    List<Example> rows = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      boolean card = i % 2 == 0;
      boolean again = i % 60 == 0;
      rows.add(
          new Example(
              filler(new Random(i)) + (card ? " stolen" : "") + (again ? " recovered" : ""),
              card && !again ? "lost" : "other"));
    }

    List<Finding> found = new RuleFinder(rows, 0.02).find(1, "other");

    assertThat(found).hasSize(1);
    assertThat(found.getFirst().when())
        .isEqualTo("input.mentions(\"stolen\") && !input.mentions(\"recovered\")");
    assertThat(found.getFirst().right()).isEqualTo(145);
  }

  @Test
  void labelsThatAreNoise_giveNoRule() {
    assertThat(new RuleFinder(noise(300, 3), 0.02).find(10, null)).isEmpty();
  }

  @Test
  void wordsThatAreRareEnoughToBeLucky_giveNoRule() {
    assertThat(new RuleFinder(rareNoise(600), 0.02).find(10, null)).isEmpty();
  }

  @Test
  void noMoreLinesThanWanted_areFound() {
    assertThat(new RuleFinder(planted(300, 4), 0.02).find(1, null)).hasSize(1);
    assertThat(new RuleFinder(planted(300, 4), 0.02).find(0, null)).isEmpty();
  }

  @Test
  void labelThatMeansNone_isNeverAnswered() {
    assertThat(new RuleFinder(planted(300, 5), 0.02).find(10, "lost"))
        .isNotEmpty()
        .noneMatch(line -> line.then().equals("lost"));
  }

  @Test
  void rest_isTheLabelMostUncoveredRowsHave() {
    RuleFinder finder = new RuleFinder(planted(300, 6), 0.02);

    assertThat(finder.rest(finder.find(10, "other"))).isEqualTo("other");
  }

  @Test
  void noRows_giveNoRule() {
    assertThat(new RuleFinder(List.of(), 0.02).find(10, null)).isEmpty();
  }

  @Test
  void sameRows_giveTheSameRules() {
    assertThat(new RuleFinder(planted(300, 7), 0.02).find(10, null))
        .isEqualTo(new RuleFinder(planted(300, 7), 0.02).find(10, null));
  }

  /** A third each: "stolen" is lost, "delivered" is arrival, neither is other. */
  private static List<Example> planted(int count, long seed) {
    Random random = new Random(seed);
    List<Example> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String text = filler(random);
      rows.add(
          switch (i % 3) {
            case 0 -> new Example(text + " stolen " + filler(random), "lost");
            case 1 -> new Example(text + " delivered " + filler(random), "arrival");
            default -> new Example(text, "other");
          });
    }
    return rows;
  }

  /** Every word stands in many rows and says nothing about the label. */
  private static List<Example> noise(int count, long seed) {
    Random random = new Random(seed);
    List<Example> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String text = FILLER[random.nextInt(FILLER.length)];
      rows.add(new Example(text, random.nextBoolean() ? "a" : "b"));
    }
    return rows;
  }

  /** Each word stands in about eight of 600 rows: some stand with one label by chance. */
  private static List<Example> rareNoise(int count) {
    Random random = new Random(8);
    List<Example> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String text =
          "w" + random.nextInt(200) + " w" + random.nextInt(200) + " w" + random.nextInt(200);
      rows.add(new Example(text, random.nextBoolean() ? "a" : "b"));
    }
    return rows;
  }

  private static String filler(Random random) {
    return FILLER[random.nextInt(FILLER.length)] + " " + FILLER[random.nextInt(FILLER.length)];
  }

  private record Measured(int rows, int right) {}

  private static Measured measure(List<Finding> found, List<Example> rows) {
    List<RuleLine> lines =
        found.stream().map(line -> new RuleLine(line.when(), line.then(), null)).toList();
    Rules rules = RuleFile.parse("found", RuleFile.write(lines));
    int covered = 0;
    int right = 0;
    for (Example row : rows) {
      Rules.Match match = rules.first(Request.of(row.text()));
      covered += match != null ? 1 : 0;
      right += match != null && match.line().then().equals(row.label()) ? 1 : 0;
    }
    return new Measured(covered, right);
  }
}
