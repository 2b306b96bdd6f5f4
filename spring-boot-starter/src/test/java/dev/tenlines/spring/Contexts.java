package dev.tenlines.spring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ByteArrayResource;

/** Application contexts as an application of the starter has them. */
public final class Contexts {
  /** Two features, one with rules. */
  public static final String TWO_FEATURES =
      """
      tenlines:
        features:
          triage:
            labels: { card_arrival: "Where is my card?", lost_card: "Card lost or stolen" }
            review: { audits: 0% }
          comments:
            labels: { ok: "", spam: "" }
            rungs: [rules]
        rules:
          triage: |
            - when: input.mentions("stolen")
              then: lost_card
          comments: classpath:rules/comments.yaml
      """;

  private Contexts() {}

  public static ApplicationContextRunner in(Path directory) {
    return new ApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(TenlinesAutoConfiguration.class))
        .withPropertyValues("tenlines.directory=" + directory);
  }

  /** An {@code application.yml}. */
  public static ApplicationContextInitializer<ConfigurableApplicationContext> yaml(String text) {
    return context -> {
      try {
        new YamlPropertySourceLoader()
            .load("application.yml", new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)))
            .forEach(source -> context.getEnvironment().getPropertySources().addLast(source));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }
}
