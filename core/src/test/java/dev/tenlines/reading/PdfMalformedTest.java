package dev.tenlines.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.document.Read;
import dev.tenlines.document.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Odd and broken PDFs of the public: a sample by default, all with {@code -Dtenlines.pdfs=all}. */
class PdfMalformedTest {
  private static final int SAMPLE = 25;

  @Test
  void everyFile_endsAsTextOrReason() throws IOException {
    List<Path> files = files();
    boolean all = "all".equals(System.getProperty("tenlines.pdfs"));
    int step = all ? 1 : Math.max(1, files.size() / SAMPLE);
    Map<String, Integer> ends = new TreeMap<>();
    try (DocumentReader reader = new DocumentReader()) {
      for (int i : IntStream.range(0, files.size()).filter(i -> i % step == 0).toArray()) {
        Path file = files.get(i);
        Read read = reader.read(file.getFileName().toString(), Files.readAllBytes(file));
        String end = read instanceof Refused refused ? refused.kind().name() : "document";
        ends.merge(end, 1, Integer::sum);
      }
    }
    System.out.println("PDFs that are odd or broken: " + ends);
    assertThat(ends.get("document")).isNotNull();
    assertThat(ends).doesNotContainKey("TIMEOUT");
  }

  private static List<Path> files() throws IOException {
    Path folder =
        Path.of(Optional.ofNullable(System.getenv("TENLINES_DATA")).orElse("../../shared/data"))
            .resolve("pdf-malformed");
    if (!Files.isDirectory(folder)) {
      System.out.println("SKIPPED: the public set of broken PDFs is not at TENLINES_DATA");
      Assumptions.abort("TENLINES_DATA holds no pdf-malformed");
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".pdf")).sorted().toList();
    }
  }
}
