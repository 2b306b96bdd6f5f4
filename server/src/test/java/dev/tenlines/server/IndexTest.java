package dev.tenlines.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code index}: from a folder to passages, and what it says of them. */
class IndexTest {
  @TempDir private Path directory;

  private void write(String file, String text) throws IOException {
    Files.createDirectories(directory.resolve(file).getParent());
    Files.writeString(directory.resolve(file), text);
  }

  private Cli index(Object... arguments) {
    Object[] all = new Object[arguments.length + 3];
    all[0] = "index";
    all[1] = "--project";
    all[2] = directory;
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return Cli.run(all);
  }

  @Test
  void firstFolder_makesAProjectThatCanBeAsked() throws IOException {
    write("docs/refunds.md", "# Refunds\nWe refund within 14 days.\n");

    Cli first = index(directory.resolve("docs"));

    assertThat(first.code()).isZero();
    assertThat(first.out())
        .contains("Declared the feature help in")
        .contains("help: 1 file with 1 passage indexed, 0 unchanged, 0 removed, 0 skipped")
        .contains("Now ask: ./tenlines ask help");
    assertThat(Files.readString(directory.resolve("tenlines.yaml")))
        .contains("kind: answer")
        .contains("documents: [\"docs\"]");
    assertThat(index("--json").json().get(0).get("unchanged").asInt()).isEqualTo(1);
  }

  @Test
  void whatTheDocumentsLack_isDeclined_withWhatComesNearest() throws IOException {
    write("docs/refunds.md", "# Refunds\nWe refund within 14 days.\n");
    index(directory.resolve("docs"));

    Cli asked = Cli.run("ask", "help", "Who refunds a king of Rome?", "--project", directory);

    assertThat(asked.out())
        .contains("declined: NOT_IN_DOCUMENTS", "nearest")
        .contains("We refund within 14 days.", "Refunds · docs/refunds.md");
  }

  @Test
  void skippedFiles_areNamedWithTheReason() throws IOException {
    write("tenlines.yaml", "features: { faq: { kind: answer, documents: [docs] } }\n");
    write("docs/a.txt", "Open all day.");
    write("docs/broken.pdf", "%PDF-1.7 nothing");

    JsonNode done = index("--json").json().get(0);

    assertThat(done.get("feature").asString()).isEqualTo("faq");
    assertThat(done.get("passages").asInt()).isEqualTo(1);
    assertThat(done.get("skipped").get(0).get("source").asString()).isEqualTo("docs/broken.pdf");
  }

  @Test
  void removal_saysWhatLeft() throws IOException {
    write("docs/a.txt", "Open all day.");
    index(directory.resolve("docs"));

    JsonNode done = index(directory.resolve("docs"), "--remove", "--json").json().get(0);

    assertThat(done.get("removed").get(0).asString()).isEqualTo("docs/a.txt");
  }

  @Test
  void severalFeatures_needAName() throws IOException {
    write(
        "tenlines.yaml",
        "features: { faq: { kind: answer, documents: [docs] }, law: { kind: answer, documents: [docs] } }\n");
    write("docs/a.txt", "Open all day.");

    Cli unclear = index(directory.resolve("docs"));

    assertThat(unclear.code()).isEqualTo(1);
    assertThat(unclear.err()).contains("TL-225").contains("faq, law");
    assertThat(index(directory.resolve("docs"), "--feature", "law").code()).isZero();
  }

  @Test
  void missingFolder_makesNoProject() {
    Cli missing = index(directory.resolve("nothing"));

    assertThat(missing.code()).isEqualTo(1);
    assertThat(missing.err()).contains("TL-220");
    assertThat(directory.resolve("tenlines.yaml")).doesNotExist();
  }
}
