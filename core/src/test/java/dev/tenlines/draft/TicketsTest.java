package dev.tenlines.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Evidence.Span;
import dev.tenlines.Feature;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesBuilder;
import dev.tenlines.ladder.ScriptedRung;
import dev.tenlines.ladder.TestClock;
import dev.tenlines.review.Decision;
import dev.tenlines.review.Verdict;
import dev.tenlines.rows.Row;
import dev.tenlines.rows.RowReader;
import dev.tenlines.verify.FactVerifier;
import dev.tenlines.verify.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 200 tickets to a small shop with 25 macros; 40 of them were written first and not tuned on. */
final class TicketsTest {
  private static final Path DATA = Path.of("src/test/resources/draft");

  @TempDir Path directory;
  private final TestClock clock = new TestClock();

  record Ticket(String macro, String text) {
    Request request() {
      return Request.of(text).withFields(Map.of("customer", "Noor"));
    }

    String file() {
      return "macros/" + macro + ".md";
    }
  }

  @BeforeEach
  void copyMacros() throws IOException {
    Files.createDirectories(directory.resolve("macros"));
    try (var files = Files.list(DATA.resolve("macros"))) {
      for (Path file : files.toList()) {
        Files.copy(file, directory.resolve("macros").resolve(file.getFileName()));
      }
    }
  }

  @Test
  void theRightMacro_isFirst_beforeAndAfterPeopleReviewed() {
    List<Ticket> seen = tickets("tickets.csv");
    List<Ticket> heldOut = tickets("tickets-held-out.csv");
    List<Ticket> all = new ArrayList<>(seen);
    all.addAll(heldOut);
    try (Tenlines tenlines = open(feature("macros", "review"))) {
      double cold = first(tenlines, all);
      double coldHeldOut = first(tenlines, heldOut);
      seen.forEach(ticket -> correct(tenlines, ticket));
      clock.advance(Duration.ofSeconds(11));
      double learned = first(tenlines, heldOut);
      System.out.printf(
          "The right macro is first for %.3f of %d tickets; of the %d held out, for %.3f, and for"
              + " %.3f after %d verdicts%n",
          cold, all.size(), heldOut.size(), coldHeldOut, learned, seen.size());

      assertThat(all).hasSize(200);
      assertThat(cold).isGreaterThanOrEqualTo(0.7);
      assertThat(coldHeldOut).isGreaterThanOrEqualTo(0.7);
      assertThat(learned).isGreaterThanOrEqualTo(coldHeldOut);
    }
  }

  @Test
  void noFactWithoutASource_isShown_whateverAModelWrites() {
    ScriptedRung model =
        new ScriptedRung(
            "model:wild",
            Duration.ZERO,
            request ->
                ScriptedRung.proposal(
                    switch (request.input().length() % 4) {
                      case 0 -> "Hi Noor, your 37 EUR are on the way.";
                      case 1 -> "Hi Noor, Mr Quigley will bring it.";
                      case 2 -> "Hi Noor, you get it on 3 January 2031.";
                      default -> "Hi Noor, you get it soon.";
                    },
                    1));
    List<Source> macros = new ArrayList<>();
    Macros.read(directory, "macros")
        .all()
        .forEach(macro -> macros.add(Source.of(macro.name(), macro.body())));
    TenlinesBuilder builder =
        Tenlines.in(directory).feature(feature("macros", "past", "model:wild", "review"));
    try (Tenlines tenlines = builder.rung("model:wild", model).clock(clock).open()) {
      for (Ticket ticket : tickets("tickets.csv")) {
        Deferred<?> deferred = (Deferred<?>) tenlines.ask("reply", ticket.request());

        List<Source> sources = new ArrayList<>(Source.of(ticket.request()));
        sources.addAll(macros);
        assertThat(FactVerifier.all(String.valueOf(deferred.proposal()), sources)).isEmpty();
      }
    }
  }

  private double first(Tenlines tenlines, List<Ticket> tickets) {
    int right = 0;
    for (Ticket ticket : tickets) {
      Deferred<?> deferred = (Deferred<?>) tenlines.ask("reply", ticket.request());
      right +=
          !deferred.evidence().isEmpty()
                  && deferred.evidence().getFirst() instanceof Span span
                  && span.source().equals(ticket.file())
              ? 1
              : 0;
    }
    return (double) right / tickets.size();
  }

  /** A person sends what the right macro says, as people do. */
  private void correct(Tenlines tenlines, Ticket ticket) {
    Deferred<?> deferred = (Deferred<?>) tenlines.ask("reply", ticket.request());
    Macro right = Macros.read(directory, "macros").find(ticket.file());
    assertThat(right).isNotNull();
    String text = String.valueOf(right.filled(ticket.request()));
    assertThat(
            tenlines
                .reviews()
                .decide(
                    Request.SINGLE_TENANT,
                    deferred.review(),
                    "ann",
                    null,
                    new Verdict.Corrected(text)))
        .isInstanceOf(Decision.Done.class);
  }

  private Tenlines open(Feature feature) {
    return Tenlines.in(directory).feature(feature).clock(clock).open();
  }

  private static Feature feature(String... rungs) {
    return Feature.draft("reply", "macros").withRungs(rungs);
  }

  private static List<Ticket> tickets(String file) {
    List<Ticket> tickets = new ArrayList<>();
    try (RowReader rows = RowReader.open(DATA.resolve(file))) {
      for (Row row = rows.next(); row != null; row = rows.next()) {
        Row.Good good = (Row.Good) row;
        tickets.add(new Ticket(good.text("macro"), good.text("ticket")));
      }
    }
    return tickets;
  }
}
