package dev.tenlines.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.ladder.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Prices BUILT_IN = Prices.builtIn();

  @TempDir private Path directory;

  private static Price now(String provider, String model) {
    return BUILT_IN.of(provider, model, NOW);
  }

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("prices.yaml"), text);
  }

  /** Each sum by hand from the providers' lists: USD for a million tokens. */
  @ParameterizedTest
  @CsvSource({
    "anthropic, claude-haiku-5-5,   1000,   0,   0,   0,  100,  0.000150",
    "anthropic, claude-haiku-5-5, 100000,   0,   0,   0, 1000,  0.010500",
    "anthropic, claude-haiku-5-5, 100001,   0,   0,   0, 1000,  0.052501",
    "anthropic, claude-haiku-5-5,   1000, 999000, 0,  0,    0,  0.050450",
    "anthropic, claude-sonnet-5-5,   100, 1000,  20,  3,   10,  0.000462",
    "anthropic, claude-opus-5,         1,   1,   1,   1,    1,  0.000047",
    "anthropic, claude-sonnet-4-6-20260901, 500, 0, 0, 0,  50,  0.002250",
    "openai,    gpt-6-luna,          500,   0,   0,   0,   50,  0.000075",
    "openai,    gpt-6-luna,       272000,   0,   0,   0, 1000,  0.027700",
    "openai,    gpt-6-luna,       272001,   0,   0,   0, 1000,  0.055150",
    "openai,    gpt-5-mini,       300000,   0,   0,   0, 1000,  0.077000",
    "openai,    gpt-5-mini,         1000,1000,1000,   0,    0,  0.000525",
    "gemini,    gemini-3.1-pro,   200000,   0,   0,   0,  100,  0.401200",
    "gemini,    gemini-3.1-pro,   200001,   0,   0,   0,  100,  0.801804",
    "gemini,    gemini-3.8-flash,   1000,   0,   0,   0,  100,  0.001125",
    "ollama,    smollm2:135m,    1000000,   0,   0,   0, 9999,  0.000000",
    "local,     anything,        1000000,   0,   0,   0, 9999,  0.000000",
  })
  void whatWasUsed_costsWhatTheListSays(
      String provider,
      String model,
      long input,
      long cacheRead,
      long cacheWrite,
      long cacheWriteHour,
      long output,
      String usd) {
    Usage usage = new Usage(input, cacheRead, cacheWrite, cacheWriteHour, output, 0, null, false);

    assertThat(now(provider, model).of(usage)).isEqualTo(Money.of(usd, "USD"));
  }

  @ParameterizedTest
  @CsvSource({
    "anthropic, claude-opus-5-5, fast,     0.000480",
    "anthropic, claude-opus-5-5, batch,    0.000120",
    "anthropic, claude-opus-5-5, standard, 0.000240",
    "anthropic, claude-opus-5-5, mystery,  0.000240",
    "openai,    gpt-6.1-sol,     batch,    0.000060",
  })
  void aServiceTier_hasItsOwnPrice(String provider, String model, String tier, String usd) {
    Usage usage = new Usage(10, 0, 0, 0, 10, 0, tier, false);

    Charge charge = Charge.of(usage, now(provider, model));

    assertThat(charge.spent()).isEqualTo(Money.of(usd, "USD"));
    assertThat(charge.estimated()).isEqualTo(tier.equals("mystery"));
  }

  @ParameterizedTest
  @CsvSource({
    "anthropic, claude-sonnet-5-5, 2026-09-27,",
    "anthropic, claude-sonnet-5-5, 2026-09-28, 0.20",
    "anthropic, claude-sonnet-5-5, 2026-10-06, 0.20",
    "anthropic, claude-sonnet-5-5, 2026-10-07, 0.10",
    "gemini,    gemini-3.8-flash,  2026-12-31, 0.075",
    "gemini,    gemini-3.8-flash,  2027-01-01, 0.15",
  })
  void aPriceHolds_fromItsFirstDayToItsLast(
      String provider, String model, LocalDate day, String cacheRead) {
    Instant lastMoment = Instant.parse(day + "T23:59:59.999Z");

    Price price = BUILT_IN.of(provider, model, lastMoment);

    Usage million = new Usage(0, 1_000, 0, 0, 0, 0, null, false);
    assertThat(price == null ? null : price.of(million))
        .isEqualTo(cacheRead == null ? null : Money.of(cacheRead, "USD").times(1, 1_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "claude-opus-5-6",
        "claude-opus",
        "gpt-6-luna-pro",
        "gpt-5-mini-audio",
        "GPT-6-LUNA"
      })
  void aModelNobodyPriced_hasNoPrice_whateverItIsCalledLike(String model) {
    assertThat(now("anthropic", model)).isNull();
    assertThat(now("openai", model)).isNull();
    assertThat(Charge.of(Usage.of(1, 1), null).spent()).isNull();
  }

  @Test
  void everyBuiltInRow_saysWhereItIsFrom() {
    assertThat(BUILT_IN.all())
        .hasSizeGreaterThan(30)
        .allSatisfy(price -> assertThat(price.source()).isNotBlank());
    assertThat(BUILT_IN.all()).extracting(Price::version).doesNotHaveDuplicates();
  }

  @Test
  void whatAThirdPartySays_isBookedAsAnEstimate() {
    assertThat(Charge.of(Usage.of(1, 1), now("openai", "gpt-6.2-sol")).estimated()).isTrue();
    assertThat(Charge.of(Usage.of(1, 1), now("openai", "gpt-6-luna")).estimated()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 99_999, 100_000, 100_001, 300_000})
  void theMostACallMayCost_isNeverBelowWhatItCosts(long prompt) {
    for (Price price : BUILT_IN.all()) {
      Money most = price.most(prompt, 777);
      for (Usage usage :
          new Usage[] {
            Usage.of(prompt, 777),
            new Usage(0, prompt, 0, 0, 777, 0, null, false),
            new Usage(0, 0, prompt, 0, 700, 0, "batch", false),
            new Usage(0, 0, 0, prompt, 777, 0, null, false)
          }) {
        assertThat(price.of(usage)).as(price.version()).isLessThanOrEqualTo(most);
      }
    }
  }

  @Test
  void aCallBoundToARegion_costsItsSurcharge() {
    Price price = now("anthropic", "claude-opus-5-5");

    assertThat(price.in("us").of(Usage.of(1_000, 0))).isEqualTo(Money.of("0.0044", "USD"));
    assertThat(price.in("eu")).isEqualTo(price);
    assertThat(price.in("us").version()).isNotEqualTo(price.version());
  }

  @Test
  void aProjectsOwnRow_comesFirst_andTheLongestNameCounts() throws IOException {
    Prices own =
        Prices.read(
            file(
                """
                prices:
                  - { provider: openai, model: "*", input: 9, output: 9 }
                  - { provider: openai, model: "gpt-6*", input: 8, output: 8 }
                  - { provider: openai, model: gpt-6-luna, input: 7, output: 7 }
                """));
    Prices prices = BUILT_IN.plus(own);

    assertThat(prices.of("openai", "gpt-6-luna", NOW).of(Usage.of(1, 0))).isEqualTo(usd(7));
    assertThat(prices.of("openai", "gpt-6-sol", NOW).of(Usage.of(1, 0))).isEqualTo(usd(8));
    assertThat(prices.of("openai", "my-tuned", NOW).of(Usage.of(1, 0))).isEqualTo(usd(9));
    assertThat(prices.of("anthropic", "claude-opus-5", NOW).of(Usage.of(1, 0))).isEqualTo(usd(5));
  }

  private static Money usd(long micros) {
    return new Money(micros, "USD");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ provider: p, model: m, input: cheap, output: 1 } | TL-230",
        "{ provider: p, model: m, input: -1, output: 1 } | TL-230",
        "{ provider: p, model: m, input: 1 } | TL-231",
        "{ provider: p, input: 1, output: 1 } | TL-231",
        "{ provider: p, model: m, from: soon, input: 1, output: 1 } | TL-232",
        "{ provider: p, model: m, from: 2026-02-01, until: 2026-01-01, free: true } | TL-232",
        "{ provider: p, model: m, inputs: 1, output: 1 } | TL-112",
      })
  void aRowThatIsWrong_isRefusedWithItsPlace(String row, String id) throws IOException {
    Path file = file("prices:\n  - " + row + "\n");

    assertThatThrownBy(() -> Prices.read(file))
        .hasMessageContaining(id)
        .hasMessageContaining("prices.yaml:2:");
  }

  @Test
  void aFileThatChanges_isReadAgain_andABrokenOneChangesNothing() throws IOException {
    TestClock clock = new TestClock();
    Path file = directory.resolve("prices.yaml");
    PriceFile prices = new PriceFile(file, clock);
    assertThat(prices.prices().of("openai", "my-tuned", NOW)).isNull();

    written(file, "prices: [{ provider: openai, model: my-tuned, input: 3, output: 4 }]", 1);
    assertThat(prices.prices().of("openai", "my-tuned", NOW)).as("looked a moment ago").isNull();
    clock.advance(Duration.ofSeconds(1));
    assertThat(prices.prices().of("openai", "my-tuned", NOW)).isNotNull();

    written(file, "prices: [{ provider: openai }]", 2);
    clock.advance(Duration.ofSeconds(1));
    assertThat(prices.prices().of("openai", "my-tuned", NOW)).isNotNull();
    assertThat(prices.problem()).contains("TL-231");

    Files.delete(file);
    clock.advance(Duration.ofSeconds(1));
    assertThat(prices.prices()).isEqualTo(BUILT_IN);
    assertThat(prices.problem()).isNull();
  }

  private static void written(Path file, String text, int second) throws IOException {
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(NOW.plusSeconds(second)));
  }
}
