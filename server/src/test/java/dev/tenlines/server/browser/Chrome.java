package dev.tenlines.server.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real Chromium without a window. */
record Chrome(Playwright playwright, Browser browser) implements AutoCloseable {
  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run",
          "--disable-quic");

  static Chrome start() {
    Path chromium = chromium();
    Playwright playwright =
        Playwright.create(
            new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Browser browser =
        playwright
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(chromium).setArgs(ARGUMENTS));
    return new Chrome(playwright, browser);
  }

  /** A test that nobody can run must not look like one that passed. */
  private static Path chromium() {
    String named = System.getenv("TENLINES_CHROMIUM");
    Path chromium = Path.of(named == null ? "/usr/bin/chromium" : named);
    if (!Files.isExecutable(chromium)) {
      throw new AssertionError(
          "The browser tests need Chromium, and there is none at "
              + chromium
              + ". Maybe install it (apt-get install chromium), or name yours in TENLINES_CHROMIUM.");
    }
    return chromium;
  }

  @Override
  public void close() {
    playwright.close();
  }
}
