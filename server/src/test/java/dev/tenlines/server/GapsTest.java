package dev.tenlines.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code gaps}: what was asked and is not in the documents. */
class GapsTest {
  @TempDir private Path directory;

  @BeforeEach
  void project() throws IOException {
    Files.writeString(
        directory.resolve("tenlines.yaml"),
        "features: { help: { kind: answer, documents: [docs/] },"
            + " triage: { labels: { a: \"\", b: \"\" } } }");
  }

  @Test
  void whatTheDocumentsLack_isCounted() {
    Cli.run("ask", "help", "Do you lend kayaks?", "--project", directory);
    Cli.run("ask", "help", "do you lend kayaks", "--project", directory);

    Cli gaps = Cli.run("gaps", "--project", directory);

    assertThat(gaps.out()).contains("1 gap in the last 2 requests").contains("do you lend kayaks");
    assertThat(
            Cli.run("gaps", "help", "--json", "--project", directory)
                .json()
                .get(0)
                .get("gaps")
                .get(0)
                .get("requests")
                .asInt())
        .isEqualTo(2);
  }

  @Test
  void aFeatureThatAnswersNothing_isRefused() {
    assertThat(Cli.run("gaps", "triage", "--project", directory).err()).contains("TL-354");
  }
}
