package dev.tenlines.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.OutcomeJson;
import dev.tenlines.Tenlines;
import dev.tenlines.querying.ScriptFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the guide, in a directory of its own. */
final class ExampleTest {
  @TempDir Path directory;

  @Test
  void questions_areAnswered_andTheDatabaseIsMadeOnce() throws IOException {
    copy(Path.of("../examples/sample"));
    for (String question :
        List.of(
            "show me orders from last week over €100",
            "open orders",
            "customers in Berlin",
            "how many orders per status",
            "orders of Ada Blum",
            "the 5 largest orders",
            "steel pans under 60 euros",
            "products that are out of stock",
            "customers who have not placed any orders",
            "average order value per country",
            "knives cheaper than 50")) {
      try (Tenlines tenlines = Tenlines.open(directory)) {
        Outcome<?> outcome = tenlines.ask("orders", question);
        assertThat(outcome).as(question + OutcomeJson.write(outcome)).isInstanceOf(Answered.class);
        assertThat(((Found) ((Answered<?>) outcome).value()).rows()).as(question).isNotEmpty();
      }
    }
    assertThat(directory.resolve("shop.db")).exists();
  }

  @Test
  void mean_hasNoDigitsThatOnlyTheReckoningAdded() throws IOException {
    copy(Path.of("../examples/sample"));
    try (Tenlines tenlines = Tenlines.open(directory)) {
      Outcome<?> outcome = tenlines.ask("orders", "average order value per country");

      assertThat(((Found) ((Answered<?>) outcome).value()).rows())
          .allSatisfy(row -> assertThat(row.get(1).toString()).hasSizeLessThan(18));
    }
  }

  @Test
  void scriptThatFails_leavesNoDatabase() throws IOException {
    Path file = directory.resolve("a.db");

    assertThatThrownBy(() -> ScriptFile.make(file, () -> "CREATE TABLE a (b);\nDROP c;\n"))
        .hasMessageContaining("TL-425");
    Feature lost =
        Feature.search("a", "jdbc:sqlite:a.db", "shop.yaml").withDetail("create", "no.sql");
    copy(Path.of("../examples/sample"));
    assertThatThrownBy(() -> Tenlines.in(directory).feature(lost).open())
        .hasMessageContaining("TL-425");
    assertThat(directory.resolve("a.db")).doesNotExist();
  }

  private void copy(Path example) throws IOException {
    try (Stream<Path> files = Files.walk(example)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = directory.resolve(example.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
