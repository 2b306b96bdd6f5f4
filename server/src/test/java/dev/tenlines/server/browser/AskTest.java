package dev.tenlines.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.tenlines.mock.Dialect;
import dev.tenlines.mock.MockProvider;
import dev.tenlines.mock.Script;
import dev.tenlines.server.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A draft is read while a model writes it, from the provider to the browser, and can be stopped.
 */
class AskTest {
  private static final String REPLY = "Hello, we are very sorry that it is so late. It comes soon.";
  private static final Duration LONG = Duration.ofSeconds(30);

  @TempDir private static Path project;
  private static MockProvider mock;
  private static Chrome chrome;
  private static Site site;

  @BeforeAll
  static void start() throws IOException {
    mock = MockProvider.start(0, Script.answers(asked -> REPLY));
    Files.writeString(
        project.resolve("tenlines.yaml"),
        """
        features:
          reply:
            kind: draft
            profile: { latency-budget: 120s, wrong-answer-cost: 1 EUR, review-cost: 0.10 EUR }
            rungs: ["model:pen", review]
        models:
          pen: { provider: openai, model: gpt-4.1-mini, base-url: "%s", key: mock }
        """
            .formatted(mock.baseUrl(Dialect.OPENAI)));
    chrome = Chrome.start();
    site = new Site(RunningServer.start(project), chrome, new AtomicInteger());
  }

  @AfterAll
  static void stop() {
    site.close();
    chrome.close();
    mock.close();
  }

  @Test
  void aDraft_isShownWhileItIsWritten_asUnchecked_thenWhole() {
    mock.play(Script.answers(asked -> REPLY).paced(Duration.ofMillis(150), 0));
    try (Person ada = ask()) {
      Locator state = ada.page.locator("#state");

      assertThat(state).containsText("Nobody has checked this yet");
      assertThat(state).containsText("deferred: a person decides");
      assertThat(ada.page.locator("#written")).hasText(REPLY);
      ada.page.getByText("Every rung's part").click();
      assertThat(ada.page.locator("main")).containsText("model:pen@");
    }
  }

  @Test
  void stop_closesTheProvidersLine_andSaysSo() throws InterruptedException {
    mock.play(Script.answers().paced(Duration.ofMillis(20), 5_000));
    long before = mock.counts().cancelled();
    try (Person ada = ask()) {
      assertThat(ada.page.locator("#state")).containsText("A model writes");
      ada.button("Stop").click();

      assertThat(ada.page.locator("#state")).containsText("Stopped.");
      assertThat(ada.button("Stop")).isHidden();
      assertThat(mock.await(counts -> counts.cancelled() == before + 1, LONG)).isTrue();
    }
  }

  private static Person ask() {
    Team team = site.team();
    Person ada = team.signedIn(team.admin());
    ada.go("/features/reply/ask");
    ada.page.getByLabel("Text").fill("Is the gadget late?");
    ada.button("Ask").click();
    return ada;
  }
}
