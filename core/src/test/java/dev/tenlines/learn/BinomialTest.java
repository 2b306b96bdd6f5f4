package dev.tenlines.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinomialTest {

  @Property(tries = 300)
  void upper_agreesWithTheBetaQuantile(
      @ForAll @IntRange(min = 1, max = 2000) int n,
      @ForAll @DoubleRange(min = 0, max = 0.99) double share,
      @ForAll @DoubleRange(min = 0.5, max = 0.99) double confidence) {
    int k = (int) (share * n);

    double quantile = BetaDistribution.of(k + 1, n - k).inverseCumulativeProbability(confidence);

    assertThat(Binomial.upper(k, n, confidence)).isCloseTo(quantile, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"0.10, 22", "0.05, 45", "0.02, 114", "0.01, 230", "0.005, 460"})
  void draws_withoutErrors_areTheLabelsARungNeedsBeforeItMayOpen(double promised, int labels) {
    assertThat(Binomial.draws(0, promised, 0.1)).isEqualTo(labels);
  }

  @Property(tries = 100)
  void draws_areTheFewestThatPass(
      @ForAll @IntRange(min = 0, max = 20) int k,
      @ForAll @DoubleRange(min = 0.01, max = 0.2) double p) {
    int n = Binomial.draws(k, p, 0.1);

    assertThat(Binomial.atMost(k, n, p)).isLessThanOrEqualTo(0.1);
    assertThat(Binomial.atMost(k, n - 1, p)).isGreaterThan(0.1);
  }

  @Test
  void bounds_withoutRows_saveNothing() {
    assertThat(Binomial.upper(0, 0, 0.9)).isEqualTo(1);
    assertThat(Binomial.lower(0, 0, 0.9)).isZero();
  }
}
