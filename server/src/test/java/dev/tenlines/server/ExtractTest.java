package dev.tenlines.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code ask --file} and {@code run} over a folder. */
class ExtractTest {
  private static final String SCHEMA =
      """
      {"type": "object", "required": ["invoice_number", "total"], "properties": {
        "invoice_number": {"type": "string"}, "total": {"type": "number"},
        "due_date": {"type": "string", "format": "date"}}}
      """;

  @TempDir private Path directory;
  private Path project;
  private Path folder;

  @BeforeEach
  void write() throws IOException {
    project = directory.resolve("project");
    folder = directory.resolve("in");
    Files.createDirectories(project);
    Files.createDirectories(folder.resolve("more"));
    Files.writeString(project.resolve("invoice.json"), SCHEMA);
    Files.writeString(
        project.resolve("tenlines.yaml"),
        "features:\n  invoice: { kind: extract, schema: invoice.json }\n");
    Files.writeString(folder.resolve("a.txt"), invoice("MW-2041", "118.40"));
    Files.writeString(folder.resolve("more/b.txt"), invoice("MW-2042", "19.90"));
    Files.writeString(folder.resolve("c.pdf"), "%PDF-1.7 broken");
    Files.writeString(folder.resolve(".hidden"), "nothing");
  }

  private static String invoice(String number, String total) {
    return "Invoice number: " + number + "\nDue date: 3 December 2026\nTotal: EUR " + total + "\n";
  }

  @Test
  void ask_showsEachField_withItsWordsAndItsPlace() {
    Cli run = Cli.run("ask", "invoice", "--file", folder.resolve("a.txt"), "--project", project);

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("answered")
        .containsPattern("invoice_number +MW-2041 +MW-2041 +16 +found")
        .containsPattern("due_date +2026-12-03 +3 December 2026 ");
  }

  @Test
  void run_overAFolder_writesARowForEachFile_andAColumnForEachField() throws IOException {
    Path out = directory.resolve("out.csv");

    Cli run = Cli.run("run", "invoice", folder, "--out", out, "--project", project);

    assertThat(run.code()).as(run.err()).isZero();
    List<String> rows = Files.readAllLines(out);
    assertThat(rows.getFirst()).startsWith("file,invoice_number,total,due_date,outcome,");
    assertThat(rows).hasSize(4);
    assertThat(rows.get(1)).startsWith("a.txt,MW-2041,118.4,2026-12-03,answered,");
    assertThat(rows.get(2)).startsWith("c.pdf,").contains("unreadable").contains("TL-282");
    assertThat(rows.get(3)).contains("b.txt,MW-2042,19.9,2026-12-03,answered,");
  }

  @Test
  void run_intoJsonLines_keepsTheEvidence() throws IOException {
    Path out = directory.resolve("out.jsonl");

    Cli.run("run", "invoice", folder, "--out", out, "--project", project);

    JsonNode first = JsonMapper.shared().readTree(Files.readAllLines(out).getFirst());
    assertThat(first.path("row").path("file").asString()).isEqualTo("a.txt");
    assertThat(first.path("value").path("total").path("evidence").path(0).path("text").asString())
        .contains("118.40");
  }

  @Test
  void check_saysWhatIsWrongWithASchema() throws IOException {
    Files.writeString(project.resolve("invoice.json"), "{\"type\": ");

    Cli run = Cli.run("check", "--project", project);

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out() + run.err()).contains("TL-290");
  }
}
