package dev.tenlines.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One measured figure.
 *
 * @param set the folder of the data
 * @param atLeast what it has to reach, or stay under where lower is better; null when only printed
 * @param aim what it is hoped to reach, or null
 * @param anchors what others measured, by name
 */
public record BenchRow(
    String set,
    String metric,
    double value,
    @Nullable Double atLeast,
    @Nullable Double aim,
    boolean lowerIsBetter,
    Map<String, Double> anchors) {

  public static BenchRow printed(String set, String metric, double value) {
    return new BenchRow(set, metric, value, null, null, false, Map.of());
  }

  public static BenchRow atLeast(String set, String metric, double value, double bound) {
    return new BenchRow(set, metric, value, bound, null, false, Map.of());
  }

  public static BenchRow atMost(String set, String metric, double value, double bound) {
    return new BenchRow(set, metric, value, bound, null, true, Map.of());
  }

  public BenchRow aiming(double share) {
    return new BenchRow(set, metric, value, atLeast, share, lowerIsBetter, anchors);
  }

  public BenchRow beside(String name, double figure) {
    Map<String, Double> more = new LinkedHashMap<>(anchors);
    more.put(name, figure);
    return new BenchRow(set, metric, value, atLeast, aim, lowerIsBetter, more);
  }

  /** {@code ok}, {@code short}, or empty where nothing is asked. */
  String verdict() {
    if (atLeast == null) {
      return "";
    }
    return (lowerIsBetter ? value <= atLeast : value >= atLeast) ? "ok" : "short";
  }

  Map<String, @Nullable Object> json() {
    Map<String, @Nullable Object> out = new LinkedHashMap<>();
    out.put("set", set);
    out.put("metric", metric);
    out.put("value", value);
    out.put("atLeast", atLeast);
    out.put("aim", aim);
    out.put("lowerIsBetter", lowerIsBetter);
    out.put("anchors", anchors);
    return out;
  }
}
