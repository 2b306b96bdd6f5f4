package dev.tenlines.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How long a reviewer waits from a key to the next item, with a long queue behind it. */
final class PaintBench {
  private static final int WAITING = 100_000;
  private static final int ASKED_AT_ONCE = 64;
  private static final int WARM_UP = 20;
  private static final int DECISIONS = 200;
  private static final int LABELS = 77;

  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run",
          "--disable-quic");

  /** The second frame begins when the first one with the new item is on the screen. */
  private static final String WATCH =
      """
      () => {
        window.painted = [];
        let pressed = 0;
        addEventListener('keydown', event => { pressed = event.timeStamp; }, true);
        document.addEventListener('htmx:load', event => {
          if (event.detail.elt.id === 'main') {
            requestAnimationFrame(() => requestAnimationFrame(() =>
              painted.push(performance.now() - pressed)));
          }
        });
      }
      """;

  private PaintBench() {}

  static List<BenchRow> rows(Path home, Bench.Log log) throws IOException {
    Path chromium = chromium();
    if (chromium == null) {
      log.skipped().add("paint");
      System.err.println("SKIPPED paint: no Chromium (TENLINES_CHROMIUM, else /usr/bin/chromium)");
      return List.of();
    }
    Path project = project();
    fill(project);
    try (Served served = Served.start(home, project)) {
      double[] millis = decide(served, chromium);
      return List.of(
          BenchRow.printed("serve", "key to next item p50 ms, 100,000 wait", at(millis, 0.5)),
          BenchRow.atMost("serve", "key to next item p95 ms, 100,000 wait", at(millis, 0.95), 150),
          BenchRow.printed("serve", "key to next item worst ms", at(millis, 1)));
    }
  }

  private static @Nullable Path chromium() {
    String named = System.getenv("TENLINES_CHROMIUM");
    Path chromium = Path.of(named == null ? "/usr/bin/chromium" : named);
    return Files.isExecutable(chromium) ? chromium : null;
  }

  private static Path project() throws IOException {
    Path project = Files.createTempDirectory("tenlines-paint");
    List<String> labels =
        IntStream.range(0, LABELS).mapToObj(i -> "intent_" + i + ": \"\"").toList();
    Files.writeString(
        project.resolve("tenlines.yaml"),
        """
        features:
          triage:
            labels: { %s }
            stage: assist
            rungs: [rules, review]
            review: { audits: 0, due: 7d }
        """
            .formatted(String.join(", ", labels)));
    Files.createDirectories(project.resolve("rules"));
    Files.writeString(
        project.resolve("rules/triage.yaml"),
        """
        - when: input.mentions("parcel")
          then: intent_1
        """);
    return project;
  }

  private static void fill(Path project) throws IOException {
    try (Tenlines tenlines = Tenlines.in(project).open();
        ExecutorService threads = Executors.newFixedThreadPool(ASKED_AT_ONCE)) {
      List<Future<?>> asked = new ArrayList<>();
      for (int i = 0; i < WAITING; i++) {
        Request request =
            Request.of("Where is my parcel number " + i + "? It was due days ago.")
                .withFields(Map.of("order", i, "country", "NZ"));
        asked.add(threads.submit(() -> tenlines.ask("triage", request)));
      }
      for (Future<?> one : asked) {
        one.get();
      }
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IOException("the queue could not be filled", e);
    }
  }

  /** Three approvals, then one correction among all labels, again and again. */
  private static double[] decide(Served served, Path chromium) {
    try (Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
            playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(chromium).setArgs(ARGUMENTS))) {
      Page page = browser.newPage();
      page.navigate("http://127.0.0.1:" + served.port() + "/login?back=/reviews");
      page.getByLabel("Name").fill("admin");
      page.getByLabel("Password").fill(served.password());
      page.keyboard().press("Enter");
      page.getByText("Take next").waitFor();
      page.evaluate(WATCH);
      page.keyboard().press("n");
      painted(page, 1);
      for (int i = 0; i < WARM_UP + DECISIONS; i++) {
        if (i % 4 == 3) {
          page.keyboard().press("e");
          page.keyboard().type("intent 2");
          page.keyboard().press("Enter");
        } else {
          page.keyboard().press("a");
        }
        painted(page, i + 2);
      }
      List<?> all = (List<?>) page.evaluate("() => painted");
      return all.stream()
          .skip(1L + WARM_UP)
          .mapToDouble(millis -> ((Number) millis).doubleValue())
          .toArray();
    }
  }

  private static void painted(Page page, int times) {
    page.waitForFunction("times => painted.length >= times", times);
  }

  private static double at(double[] millis, double share) {
    double[] sorted = Arrays.stream(millis).sorted().toArray();
    return sorted[(int) Math.min(sorted.length - 1, Math.ceil(sorted.length * share))];
  }
}
