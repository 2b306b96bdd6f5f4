package dev.tenlines.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Outcome.Answered;
import dev.tenlines.Tenlines;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps docs/guides/spring-boot.md true. */
class GuideTest {
  private static final Path GUIDE = Path.of("../docs/guides/spring-boot.md");
  private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");

  @TempDir Path directory;

  @Test
  void declaredFeatures_open() throws IOException {
    Matcher yaml = YAML.matcher(Files.readString(GUIDE));
    assertThat(yaml.find()).isTrue();

    Contexts.in(directory)
        .withInitializer(Contexts.yaml(yaml.group(1)))
        .run(context ->
            assertThat(context.getBean(Tenlines.class).ask("triage", "Where is my parcel?"))
                .isInstanceOf(Answered.class));
  }

  @Test
  void everyProperty_isInTheTable() throws IOException {
    String guide = Files.readString(GUIDE);
    try (InputStream in =
        GuideTest.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
      for (JsonNode property : JsonMapper.shared().readTree(in).get("properties")) {
        String name = property.get("name").asString();
        String last = name.substring(name.lastIndexOf('.'));
        if (name.startsWith("tenlines.")) {
          assertThat(guide.contains("`" + name + "`") || guide.contains("`" + last + "`"))
              .as(name)
              .isTrue();
        }
      }
    }
  }
}
