package dev.tenlines.spring.observe;

import dev.tenlines.Tenlines;
import dev.tenlines.learn.Models;
import dev.tenlines.serving.Learning;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Whether Tenlines can answer. A rung that audits have shut is a detail, not an outage: its
 * requests go to people.
 */
public final class TenlinesHealthIndicator extends AbstractHealthIndicator {
  private final Tenlines tenlines;

  TenlinesHealthIndicator(Tenlines tenlines) {
    super("Tenlines does not answer.");
    this.tenlines = tenlines;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    Map<String, Object> features = new LinkedHashMap<>();
    tenlines.features().forEach(feature -> features.put(feature, details(feature)));
    builder.up().withDetail("features", features);
  }

  private Map<String, Object> details(String feature) {
    Learning learning = tenlines.learning(feature);
    Models.Version serving = learning.serving();
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("stage", tenlines.plan(feature).feature().stage().name().toLowerCase(Locale.ROOT));
    details.put("model", serving == null ? "none" : serving.rung());
    details.put("openReviews", Open.reviews(tenlines, feature));
    List<String> shut = learning.shuts().stream().map(TenlinesHealthIndicator::words).toList();
    if (!shut.isEmpty()) {
      details.put("shutByAudits", shut);
    }
    return details;
  }

  private static String words(Models.Shut shut) {
    return shut.rung()
        + (shut.group().isEmpty() ? "" : " for " + shut.group())
        + ": "
        + shut.errors()
        + " of "
        + shut.audits()
        + " audits wrong";
  }
}
