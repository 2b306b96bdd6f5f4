package dev.tenlines.spring.test;

import dev.tenlines.Feature;
import dev.tenlines.Tenlines;
import dev.tenlines.project.Project;
import dev.tenlines.spring.TenlinesAutoConfiguration;
import dev.tenlines.spring.TenlinesOpening;
import dev.tenlines.spring.TenlinesProperties;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Opens an application's features for a test, in a directory of their own and with a script. */
@AutoConfiguration(before = TenlinesAutoConfiguration.class)
final class TenlinesTestAutoConfiguration {

  @Bean
  @Primary
  TestClock tenlinesTestClock() {
    return new TestClock();
  }

  @Bean
  TemporaryProject tenlinesTestProject() {
    return TemporaryProject.create();
  }

  @Bean
  ScriptedRungs scriptedRungs(TenlinesProperties properties, TenlinesOpening opening) {
    Map<String, Feature> features = new LinkedHashMap<>();
    new Project(Path.of(properties.directory()))
        .features()
        .forEach((name, declared) -> features.put(name, declared.feature()));
    features.putAll(opening.features());
    return new ScriptedRungs(features);
  }

  @Bean
  Tenlines tenlines(TenlinesOpening opening, ScriptedRungs script, TemporaryProject project) {
    return script.open(opening.in(project.directory()));
  }

  @Bean
  ScriptedReviewer scriptedReviewer(Tenlines tenlines, TestClock clock) {
    return new ScriptedReviewer(tenlines, clock);
  }
}
