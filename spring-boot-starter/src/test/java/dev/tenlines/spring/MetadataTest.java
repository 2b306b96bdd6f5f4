package dev.tenlines.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an IDE shows while somebody writes {@code application.yml}. */
class MetadataTest {

  @Test
  void everyProperty_isDescribed() throws IOException {
    List<String> names = new ArrayList<>();
    for (JsonNode property : metadata().get("properties")) {
      String name = property.get("name").asString();
      if (name.startsWith("tenlines.")) {
        names.add(name);
        assertThat(property.path("description").asString(""))
            .as(name)
            .matches("(?s)[A-Z].{10,}\\.");
      }
    }
    assertThat(names)
        .contains(
            "tenlines.directory",
            "tenlines.database.url",
            "tenlines.api.enabled",
            "tenlines.console.path",
            "tenlines.webhooks",
            "tenlines.features",
            "tenlines.search.draft",
            "tenlines.rules");
  }

  @Test
  void switches_areOffUnlessSaid() throws IOException {
    for (JsonNode property : metadata().get("properties")) {
      if (property.get("name").asString().endsWith(".enabled")) {
        assertThat(property.get("defaultValue").asBoolean()).isFalse();
      }
    }
  }

  /** Metadata ends at a map; below it an IDE reads the type, and its texts are the Javadoc's. */
  @Test
  void everyKeyOfAFeature_isDescribedInItsType() throws IOException {
    String source =
        Files.readString(Path.of("src/main/java/dev/tenlines/spring/FeatureProperties.java"));
    List<Class<?>> types = new ArrayList<>(List.of(FeatureProperties.class.getDeclaredClasses()));
    types.add(FeatureProperties.class);
    for (Class<?> type : types) {
      for (RecordComponent component : type.getRecordComponents()) {
        assertThat(source).contains("@param " + component.getName() + " ");
      }
    }
  }

  private static JsonNode metadata() throws IOException {
    try (InputStream in =
        MetadataTest.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
      return JsonMapper.shared().readTree(in);
    }
  }
}
