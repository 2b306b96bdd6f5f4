package dev.tenlines.spring.console;

import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Basis;
import dev.tenlines.ReviewPolicy;
import dev.tenlines.Stage;
import dev.tenlines.Tenlines;
import dev.tenlines.access.Role;
import dev.tenlines.cost.Money;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Rung;
import dev.tenlines.spring.ShopFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** An application with the console on, at a port of its own, with people and a queue. */
final class ConsoleServer implements AutoCloseable {
  static final String PASSWORD = "three words do well";
  static final String OTHER_TENANT = "elsewhere";

  private static final String SCHEMA =
      """
      {"type": "object", "properties": {"invoice_number": {"type": "string"},
        "invoice_date": {"type": "string", "format": "date"}, "total": {"type": "number"}}}
      """;

  final TurnableClock clock = new TurnableClock();
  final Tenlines tenlines;
  final String path;
  private final Path directory;
  private final ServletWebServerApplicationContext context;

  /** An application whose own pages stand beside the console. */
  @SpringBootConfiguration
  @EnableAutoConfiguration
  @RestController
  static class App {
    @GetMapping("/shop")
    String shop() {
      return "the shop";
    }
  }

  /** Starts it with the console at this path. */
  ConsoleServer(String path) {
    this.path = path;
    try {
      directory = Files.createTempDirectory("console");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    tenlines = tenlines();
    List.of("ann", "bob")
        .forEach(name ->
            tenlines.access().createUser(name, "default", Role.REVIEWER, Passwords.hash(PASSWORD)));
    tenlines.access().createUser("ada", "default", Role.ADMIN, Passwords.hash(PASSWORD));
    tenlines.access().createUser("eve", OTHER_TENANT, Role.ADMIN, Passwords.hash(PASSWORD));
    tenlines.access().createUser("robot", "default", Role.APPLICATION, Passwords.hash(PASSWORD));
    context =
        (ServletWebServerApplicationContext)
            new SpringApplicationBuilder(App.class)
                .initializers(own -> {
                  GenericApplicationContext beans = (GenericApplicationContext) own;
                  beans.registerBean(Tenlines.class, () -> tenlines);
                  beans.registerBean(Clock.class, () -> clock);
                })
                .properties(
                    "server.port=0",
                    "tenlines.console.enabled=true",
                    "tenlines.console.path=" + path,
                    "spring.servlet.multipart.max-file-size=20MB",
                    "spring.servlet.multipart.max-request-size=21MB",
                    "spring.main.banner-mode=off",
                    "logging.level.root=error")
                .run();
  }

  private Tenlines tenlines() {
    macro();
    ReviewPolicy plain =
        new ReviewPolicy(
            java.time.Duration.ofHours(4), ReviewPolicy.STAY, 0, List.of("not for us", "spam"));
    ReviewPolicy blind = new ReviewPolicy(null, ReviewPolicy.STAY, 1, List.of("not for us"));
    Feature triage = Feature.classify("triage", "delivery", "refund", "lost_card");
    return Tenlines.in(directory)
        .clock(clock)
        .feature(triage.withRungs("model:guess", "review").withReview(plain))
        .feature(
            Feature.classify("checked", "delivery", "refund")
                .withRungs("model:guess", "review")
                .withReview(blind))
        .feature(Feature.draft("reply", "macros"))
        .feature(Feature.extract("invoices", SCHEMA).withStage(Stage.ASSIST).withReview(plain))
        .feature(Feature.answer("help", "docs"))
        .feature(
            Feature.answer("desk", "docs")
                .withStage(Stage.ASSIST)
                .withRungs("passages", "review")
                .withReview(plain))
        .feature(Feature.summarize("abstract", 30))
        .feature(
            Feature.summarize("digest", 30)
                .withStage(Stage.ASSIST)
                .withRungs("extractive", "review")
                .withReview(plain))
        .feature(ShopFiles.in(directory))
        .feature(
            Feature.search("careful", "jdbc:sqlite:shop.db", "shop.yaml")
                .withDetail("create", "shop.sql")
                .withStage(Stage.ASSIST))
        .rung("model:guess", new Guess())
        .open();
  }

  /**
   * Guesses delivery; sure of itself when the text says so, silent when there is nothing to say.
   */
  private static final class Guess implements Rung<String> {
    @Override
    public String name() {
      return "model:guess";
    }

    @Override
    public String version() {
      return "1";
    }

    @Override
    public Attempt<String> attempt(Ask ask) {
      if (ask.input().contains("unheard")) {
        return new Attempt.Abstained<>("never heard of it");
      }
      Basis basis = ask.input().contains("sure") ? new Basis.Construction() : null;
      int at = ask.input().indexOf("parcel");
      List<dev.tenlines.Evidence> evidence =
          at < 0
              ? List.of()
              : List.of(new dev.tenlines.Evidence.Span("input", at, at + 6, "parcel"));
      return new Attempt.Proposed<>(
          "delivery", 0.4, null, "", basis, evidence, Money.of("0.0012", "USD"));
    }
  }

  private void macro() {
    try {
      Files.createDirectories(directory.resolve("macros"));
      Files.writeString(
          directory.resolve("macros/late.md"),
          "---\ntitle: Where is my parcel, it is late\n---\nHi {{customer}}, it comes soon.\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks the triage, which defers everything to people, and returns the review's id. */
  String ask(String text) {
    return ((Outcome.Deferred<?>) tenlines.ask("triage", text)).review();
  }

  String address(String page) {
    return "http://127.0.0.1:" + context.getWebServer().getPort() + path + page;
  }

  /** An address beside the console. */
  String outside(String page) {
    return "http://127.0.0.1:" + context.getWebServer().getPort() + page;
  }

  /** A browser without script in which this person has signed in. */
  Browser signedIn(String name) {
    Browser browser = new Browser(this);
    browser.get("/login");
    browser.post("/login", "name", name, "password", PASSWORD);
    return browser;
  }

  @Override
  public void close() {
    context.close();
    tenlines.close();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
