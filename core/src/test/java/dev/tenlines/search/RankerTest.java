package dev.tenlines.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Declined;
import dev.tenlines.Outcome.Reason;
import dev.tenlines.OutcomeJson;
import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import dev.tenlines.ladder.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two readings: both are offered, the asker picks, and the next such question has them in order.
 */
final class RankerTest {
  /** Here "region" may be the customer's city or the shop's own status. */
  private static final String TWO_MEANINGS =
      Shop.ENTITIES
          .replace(
              "city: { sample: true, words: [town] }",
              "city: { sample: true, words: [town, area] }")
          .replace("name: { sample: true }", "name: { sample: true, words: [area] }");

  @TempDir Path directory;
  private final TestClock clock = new TestClock();

  @Test
  void choices_bringTheReadingThatPeopleMean_firstNextTime() throws IOException {
    Shop.in(directory);
    Files.writeString(directory.resolve("shop.yaml"), TWO_MEANINGS);
    Feature feature =
        Feature.search("people", "jdbc:sqlite:shop.db", "shop.yaml").withRungs("rules", "ranker");
    try (Tenlines tenlines = Tenlines.in(directory).clock(clock).feature(feature).open()) {
      String question = "how many customers per area";
      Found first = proposal(tenlines.ask("people", question));
      assertThat(first.plan()).isNull();
      assertThat(first.readings()).hasSizeGreaterThanOrEqualTo(2);
      Found.Reading meant = first.readings().get(1);

      for (String asked : List.of(question, "count customers by area", "customers per area")) {
        tenlines.ask("people", Request.of(asked).withPlan(meant.plan()));
      }
      for (int i = 0; i < 3; i++) {
        tenlines.ask("people", Request.of(question).withPlan(meant.plan()));
      }
      clock.advance(Duration.ofSeconds(11));

      Outcome<?> outcome = tenlines.ask("people", question);
      Found proposed = proposal(outcome);
      assertThat(((Declined<?>) outcome).reason()).isEqualTo(Reason.UNCONFIRMED);
      assertThat(outcome.trace().steps().getLast().rung()).isEqualTo("ranker@1");
      assertThat(Unsaid.of(Objects.requireNonNull(proposed.plan())))
          .isEqualTo(Unsaid.of(meant.plan()));
      assertThat(proposed.rows()).isEmpty();
      assertThat(proposed.readings()).hasSize(first.readings().size() - 1);
    }
  }

  private static Found proposal(Outcome<?> outcome) {
    assertThat(outcome).as(OutcomeJson.write(outcome)).isInstanceOf(Declined.class);
    return (Found) Objects.requireNonNull(((Declined<?>) outcome).proposal());
  }
}
