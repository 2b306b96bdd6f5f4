package dev.tenlines.verify;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks that amounts add up, to the cent. */
public final class SumVerifier {
  private SumVerifier() {}

  /**
   * What is wrong with a sum, in words; null when it is right.
   *
   * @param total the name of the sum
   * @param parts the names of what is added
   */
  public static @Nullable String wrong(
      String total, BigDecimal sum, List<String> parts, List<? extends Number> numbers) {
    BigDecimal added =
        numbers.stream()
            .map(number -> new BigDecimal(number.toString()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return added.compareTo(sum) == 0
        ? null
        : "%s (%s) is not %s (%s)"
            .formatted(
                total,
                sum.toPlainString(),
                String.join(" + ", parts),
                numbers.stream().map(String::valueOf).collect(Collectors.joining(" + ")));
  }
}
