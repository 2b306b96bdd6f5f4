package dev.tenlines.spring;

import dev.tenlines.TenlinesException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ResourceLoader;

/** A rule list as the properties give it: the YAML itself, or where it lies. */
record RuleText(String feature, String value) {

  /** The YAML. */
  String yaml(ResourceLoader resources) {
    String location = value.strip();
    if (!location.startsWith("classpath:") && !location.startsWith("file:")) {
      return value;
    }
    try {
      return resources.getResource(location).getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new TenlinesException(
          "TL-521",
          "The rules (" + location + ") at tenlines.rules." + feature + " cannot be read.",
          "Maybe the file is not there, or is not on the class path.");
    }
  }
}
