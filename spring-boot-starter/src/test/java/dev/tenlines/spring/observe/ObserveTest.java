package dev.tenlines.spring.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Outcome.Basis;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import dev.tenlines.cost.Money;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Rung;
import dev.tenlines.review.Verdict;
import dev.tenlines.spring.Contexts;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class ObserveTest {
  @TempDir Path directory;

  @Test
  void health_saysWhatServesAndWhatWaits() {
    application()
        .run(context -> {
          context.getBean(Tenlines.class).ask("triage", "Where is it?");

          Health health = context.getBean(TenlinesHealthIndicator.class).health();

          assertThat(health.getStatus()).isEqualTo(Status.UP);
          assertThat(health.getDetails().get("features"))
              .isEqualTo(
                  Map.of(
                      "triage", Map.of("stage", "auto", "model", "none", "openReviews", 1L),
                      "comments", Map.of("stage", "auto", "model", "none", "openReviews", 0L)));
        });
  }

  @Test
  void health_ofClosedTenlines_isDown() {
    application()
        .run(context -> {
          context.getBean(Tenlines.class).close();

          Health health = context.getBean(TenlinesHealthIndicator.class).health();

          assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        });
  }

  @Test
  void health_switchedOff_isNotThere() {
    application()
        .withPropertyValues("management.health.tenlines.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(TenlinesHealthIndicator.class));
  }

  @Test
  void requests_areCountedByWhatCameOfThem() {
    application()
        .run(context -> {
          Tenlines tenlines = context.getBean(Tenlines.class);
          tenlines.ask("triage", "My card was stolen");
          tenlines.ask("triage", "My card was stolen again");
          tenlines.ask("triage", "Where is it?");
          tenlines.ask("comments", "Nice");

          MeterRegistry registry = context.getBean(MeterRegistry.class);
          assertThat(count(registry, "triage", "answered", "rules", "declared")).isEqualTo(2);
          assertThat(count(registry, "triage", "deferred", "none", "no_proposal")).isEqualTo(1);
          assertThat(count(registry, "comments", "declined", "none", "no_answer")).isEqualTo(1);
          assertThat(
                  registry
                      .get("tenlines.request.duration")
                      .tags("feature", "triage", "outcome", "answered")
                      .timer()
                      .count())
              .isEqualTo(2);
        });
  }

  @Test
  void openReviews_areGauged() {
    application()
        .run(context -> {
          Tenlines tenlines = context.getBean(Tenlines.class);
          Deferred<?> first = (Deferred<?>) tenlines.ask("triage", "Where is it?");
          tenlines.ask("triage", "Where is the other?");
          tenlines
              .reviews()
              .decide(
                  Request.SINGLE_TENANT, first.review(), "ann", null, new Verdict.Rejected("no"));

          MeterRegistry registry = context.getBean(MeterRegistry.class);
          assertThat(registry.get("tenlines.reviews.open").tag("feature", "triage").gauge().value())
              .isEqualTo(1);
        });
  }

  @Test
  void modelRungs_areTimedUnderTheConventionsNames() {
    application()
        .withUserConfiguration(Model.class)
        .withPropertyValues("tenlines.features.triage.rungs=rules,model:mine,review")
        .run(context -> {
          Tenlines tenlines = context.getBean(Tenlines.class);
          tenlines.ask("triage", "My card was stolen");
          tenlines.ask("triage", "Where is it?");

          MeterRegistry registry = context.getBean(MeterRegistry.class);
          assertThat(
                  registry
                      .get("gen_ai.client.operation.duration")
                      .tag("gen_ai.request.model", "mine")
                      .tag("gen_ai.operation.name", "classify")
                      .timer()
                      .count())
              .isEqualTo(1);
          assertThat(count(registry, "triage", "answered", "model:mine", "declared")).isEqualTo(1);
        });
  }

  @Test
  void withoutARegistry_nothingIsCounted() {
    Contexts.in(directory)
        .withInitializer(Contexts.yaml(Contexts.TWO_FEATURES))
        .withConfiguration(AutoConfigurations.of(TenlinesMetricsAutoConfiguration.class))
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(RequestMetrics.class));
  }

  private ApplicationContextRunner application() {
    return Contexts.in(directory)
        .withInitializer(Contexts.yaml(Contexts.TWO_FEATURES))
        .withConfiguration(
            AutoConfigurations.of(
                TenlinesHealthAutoConfiguration.class,
                TenlinesMetricsAutoConfiguration.class,
                MetricsAutoConfiguration.class,
                CompositeMeterRegistryAutoConfiguration.class,
                SimpleMetricsExportAutoConfiguration.class));
  }

  private static double count(
      MeterRegistry registry, String feature, String outcome, String rung, String reason) {
    return registry
        .get("tenlines.requests")
        .tags("feature", feature, "outcome", outcome, "rung", rung, "reason", reason)
        .counter()
        .count();
  }

  @Configuration(proxyBeanMethods = false)
  static class Model {
    @Bean("model:mine")
    Rung<String> mine() {
      return new Rung<>() {
        @Override
        public String name() {
          return "model:mine";
        }

        @Override
        public String version() {
          return "1";
        }

        @Override
        public Attempt<String> attempt(Ask ask) {
          return new Attempt.Proposed<>(
              "card_arrival", 1, null, "", new Basis.Construction(), List.of(), Money.ZERO);
        }
      };
    }
  }
}
