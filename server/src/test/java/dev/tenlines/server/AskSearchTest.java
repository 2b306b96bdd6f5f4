package dev.tenlines.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** {@code ask} of a search: chips, statement and rows. */
class AskSearchTest {
  @TempDir private Path directory;

  @BeforeEach
  void example() throws IOException {
    FileSystemUtils.copyRecursively(Path.of("../examples/sample"), directory);
  }

  @Test
  void chipsStatementAndRows_arePrinted() {
    Cli asked = Cli.run("ask", "orders", "open orders over €100", "--project", directory);

    assertThat(asked.out())
        .contains("chips: [", "100", "query: SELECT", "bound: [", "KW-48", "rules@1");
    assertThat(asked.out()).doesNotContain("R-1");
  }

  @Test
  void noRows_tellsWhichChipRemovesThemAll_andAnUnknownWordIsTold() {
    Cli none = Cli.run("ask", "orders", "open orders over €100000", "--project", directory);
    assertThat(none.out()).contains("no rows; without [").contains("there are");

    Cli unknown = Cli.run("ask", "orders", "orders with gluten", "--project", directory);
    assertThat(unknown.out()).contains("declined: ", "gluten");
  }

  @Test
  void furtherRows_areSaid() {
    assertThat(Cli.run("ask", "orders", "orders", "--project", directory).out())
        .contains("… and further rows");
  }
}
