package dev.tenlines.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.Feature;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Basis;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.Request;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesException;
import dev.tenlines.cost.Money;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Rung;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class TenlinesAutoConfigurationTest {
  @TempDir Path directory;

  @Test
  void application_asksWhatItsPropertiesDeclare() {
    Contexts.in(directory)
        .withInitializer(Contexts.yaml(Contexts.TWO_FEATURES))
        .run(context -> {
          Tenlines tenlines = context.getBean(Tenlines.class);
          assertThat(tenlines.ask("triage", "My card was stolen"))
              .isInstanceOfSatisfying(
                  Answered.class, answered -> assertThat(answered.value()).isEqualTo("lost_card"));
          assertThat(tenlines.ask("comments", "The best casino"))
              .isInstanceOfSatisfying(
                  Answered.class, answered -> assertThat(answered.value()).isEqualTo("spam"));
          assertThat(directory.resolve(".tenlines/tenlines.db")).exists();
        });
  }

  @Test
  void application_withoutWebSecurityAndActuator_works() {
    Contexts.in(directory)
        .withInitializer(Contexts.yaml(Contexts.TWO_FEATURES))
        .withClassLoader(
            new FilteredClassLoader(
                "org.springframework.security",
                "org.springframework.web",
                "org.springframework.boot.health",
                "io.micrometer.core",
                "gg.jte"))
        .run(context -> assertThat(context).hasNotFailed().hasSingleBean(Tenlines.class));
  }

  @Test
  void featureInTheProjectFile_isThereToo_andThePropertiesComeFirst() throws Exception {
    Files.writeString(
        directory.resolve("tenlines.yaml"),
        """
        features:
          triage: { labels: { a: "", b: "" } }
          other: { labels: { a: "", b: "" } }
        """);

    Contexts.in(directory)
        .withInitializer(Contexts.yaml(Contexts.TWO_FEATURES))
        .run(context -> {
          Tenlines tenlines = context.getBean(Tenlines.class);
          assertThat(tenlines.features()).contains("triage", "other", "comments");
          assertThat(tenlines.plan("triage").feature().answerable()).contains("lost_card");
        });
  }

  @Test
  void tenlinesOfTheApplication_takesThePlaceOfOurs() {
    Contexts.in(directory)
        .withUserConfiguration(OwnTenlines.class)
        .withInitializer(Contexts.yaml(Contexts.TWO_FEATURES))
        .withPropertyValues("own=" + directory.resolve("own"))
        .run(context ->
            assertThat(context.getBean(Tenlines.class).features()).containsExactly("mine"));
  }

  @Test
  void stop_closesTenlines() {
    List<Tenlines> opened = new ArrayList<>();

    Contexts.in(directory)
        .withInitializer(Contexts.yaml(Contexts.TWO_FEATURES))
        .run(context -> opened.add(context.getBean(Tenlines.class)));

    assertThatThrownBy(() -> opened.getFirst().ask("triage", "Hello"))
        .isInstanceOfSatisfying(
            TenlinesException.class, e -> assertThat(e.id()).isEqualTo("TL-164"));
  }

  @Test
  void rungBean_isClimbedUnderItsName() {
    Contexts.in(directory)
        .withUserConfiguration(OwnRung.class)
        .withInitializer(Contexts.yaml(Contexts.TWO_FEATURES))
        .withPropertyValues("tenlines.features.triage.rungs=rules,model:mine,review")
        .run(context ->
            assertThat(context.getBean(Tenlines.class).ask("triage", "Hello"))
                .isInstanceOfSatisfying(
                    Answered.class, answered -> assertThat(answered.rung()).isEqualTo("mine@1")));
  }

  @Test
  void clockBean_isTheClockOfTheRecord() {
    Contexts.in(directory)
        .withUserConfiguration(OwnClock.class)
        .withInitializer(Contexts.yaml(Contexts.TWO_FEATURES))
        .run(context -> {
          Tenlines tenlines = context.getBean(Tenlines.class);
          Outcome<?> outcome = tenlines.ask("triage", "Hello");
          assertThat(outcome).isInstanceOf(Deferred.class);
          assertThat(tenlines.openReviews(Request.SINGLE_TENANT, "triage", 1).getFirst().created())
              .isEqualTo(OwnClock.NOON);
        });
  }

  @Test
  void outcomeListener_hearsOutcomes_andMayFail() {
    Contexts.in(directory)
        .withUserConfiguration(Listeners.class)
        .withInitializer(Contexts.yaml(Contexts.TWO_FEATURES))
        .run(context -> {
          Outcome<?> outcome = context.getBean(Tenlines.class).ask("triage", "My card was stolen");
          assertThat(context.getBean(Listeners.class).heard).containsExactly(outcome.id());
        });
  }

  @Test
  void rulesThatAreNotThere_stopTheStart() {
    Contexts.in(directory)
        .withInitializer(Contexts.yaml(Contexts.TWO_FEATURES))
        .withPropertyValues("tenlines.rules.triage=classpath:rules/nowhere.yaml")
        .run(context -> {
          TenlinesException refused = TenlinesPropertiesTest.refusal(context.getStartupFailure());
          assertThat(refused.id()).isEqualTo("TL-521");
          assertThat(refused.what()).contains("tenlines.rules.triage", "nowhere.yaml");
        });
  }

  @Test
  void databaseThatIsNoPostgres_stopsTheStart() {
    Contexts.in(directory)
        .withInitializer(Contexts.yaml(Contexts.TWO_FEATURES))
        .withPropertyValues("tenlines.database.url=jdbc:h2:mem:x")
        .run(context ->
            assertThat(TenlinesPropertiesTest.refusal(context.getStartupFailure()).what())
                .contains("jdbc:h2:mem:x"));
  }

  @Test
  void webhookWithoutSecret_stopsTheStart() {
    Contexts.in(directory)
        .withInitializer(Contexts.yaml(Contexts.TWO_FEATURES))
        .withPropertyValues("tenlines.webhooks[0].url=https://shop.example/tenlines")
        .run(context ->
            assertThat(TenlinesPropertiesTest.refusal(context.getStartupFailure()).what())
                .contains("https://shop.example/tenlines"));
  }

  @Test
  void failedStart_readsAsDescriptionAndAction() {
    Contexts.in(directory)
        .withPropertyValues("tenlines.features.triage.labels.only=")
        .run(context -> {
          FailureAnalysis analysis =
              new TenlinesFailureAnalyzer().analyze(context.getStartupFailure());
          assertThat(analysis.getDescription())
              .isEqualTo("TL-136 The feature (triage) has fewer than two labels.");
          assertThat(analysis.getAction()).isEqualTo("Maybe list them under labels.");
        });
  }

  @Configuration(proxyBeanMethods = false)
  static class OwnTenlines {
    @Bean
    Tenlines mine(org.springframework.core.env.Environment environment) {
      return Tenlines.in(Path.of(environment.getRequiredProperty("own")))
          .feature(Feature.classify("mine", "a", "b"))
          .open();
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class OwnRung {
    @Bean("model:mine")
    Rung<String> mine() {
      return new Rung<>() {
        @Override
        public String name() {
          return "mine";
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

  @Configuration(proxyBeanMethods = false)
  static class OwnClock {
    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Bean
    Clock noon() {
      return Clock.fixed(NOON, ZoneOffset.UTC);
    }
  }

  @Configuration(proxyBeanMethods = false)
  static class Listeners {
    final List<String> heard = new ArrayList<>();

    @Bean
    OutcomeListener broken() {
      return (request, outcome) -> {
        throw new IllegalStateException("broken");
      };
    }

    @Bean
    OutcomeListener hearing() {
      return (request, outcome) -> heard.add(outcome.id());
    }
  }
}
