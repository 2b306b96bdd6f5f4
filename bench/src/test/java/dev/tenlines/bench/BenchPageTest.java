package dev.tenlines.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchPageTest {
  @TempDir Path directory;

  @Test
  void figuresThatFallShort_sayso_onThePageAndInThePlot() throws IOException {
    Files.writeString(
        directory.resolve("speed.json"),
        """
        {"bench": "speed", "seconds": 12.3, "machine": "2 cores", "skipped": ["peer"], "rows": [
          {"set": "a", "metric": "p99 <ms>", "value": 30, "atLeast": 20, "aim": 10, "lowerIsBetter": true, "anchors": {"other": 25}},
          {"set": "b", "metric": "right", "value": 0.95, "atLeast": 0.9, "aim": null, "lowerIsBetter": false, "anchors": {}},
          {"set": "b", "metric": "printed", "value": 1, "atLeast": null, "aim": null, "lowerIsBetter": false, "anchors": {}}]}
        """);

    String page = Files.readString(new BenchPage(directory).write());

    assertThat(page)
        .contains("2 figures have such a bar, 1 fall short")
        .contains("| a | p99 <ms> | 30.0 | ≤ 20.0 | 10.0 | **short** | other 25.0 |")
        .contains("| b | right | 0.950 | 0.900 |  | ok |  |")
        .contains("| b | printed | 1.000 |  |  |  |  |")
        .contains("`bench/run speed`: 12.3 s", "Skipped: peer.");
    assertThat(Files.readString(directory.resolve("speed.svg")))
        .contains("p99 &lt;ms&gt;", "#b5541c", "#2a7f62")
        .doesNotContain("printed");
  }
}
