package dev.tenlines.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.Feature;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesException;
import dev.tenlines.cost.Exchange;
import dev.tenlines.project.Settings.DatabaseAddress;
import dev.tenlines.webhook.Webhook;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  @TempDir private Path directory;

  private Settings settings(String text) {
    Project.write(directory.resolve("tenlines.yaml"), text);
    return new Project(directory).settings();
  }

  @Test
  void nothingStated_isSqliteAndNobodyTold() {
    assertThat(new Project(directory).settings())
        .isEqualTo(new Settings(null, List.of(), List.of(), Exchange.NONE, ModelYaml.NONE));
    assertThat(settings("features: {}"))
        .isEqualTo(new Settings(null, List.of(), List.of(), Exchange.NONE, ModelYaml.NONE));
  }

  @Test
  void aDatabase_isReadWithItsUser_andItsPasswordIsNeverShown() {
    Settings settings =
        settings(
            """
            database: { url: "jdbc:postgresql://db/shop", user: tenlines, password: "s3cret" }
            """);

    assertThat(settings.database())
        .isEqualTo(new DatabaseAddress("jdbc:postgresql://db/shop", "tenlines", "s3cret"));
    assertThat(settings.toString()).doesNotContain("s3cret");
  }

  @Test
  void webhooks_areReadInTheirOrder() {
    assertThat(
            settings(
                    """
                    webhooks:
                      - { url: "https://shop.example/a", secret: "sixteen or more!", features: [x, y] }
                      - { url: "http://127.0.0.1:9/b", secret: "another secret of ours" }
                    """)
                .webhooks())
        .containsExactly(
            new Webhook("https://shop.example/a", "sixteen or more!", List.of("x", "y")),
            new Webhook("http://127.0.0.1:9/b", "another secret of ours", List.of()));
  }

  @Test
  void anEnvironmentVariable_standsForItsValue_inAnyPlaceOfAText() {
    String path = System.getenv("PATH");

    assertThat(
            settings(
                    """
                    webhooks:
                      - { url: "https://shop.example", secret: "before ${PATH} after ${PATH}" }
                    """)
                .webhooks()
                .getFirst()
                .secret())
        .isEqualTo("before " + path + " after " + path);
  }

  @Test
  void anEnvironmentVariableThatIsNotSet_isNamedWithItsPlace() {
    refused(
        """
        webhooks:
          - { url: "https://shop.example", secret: "${TENLINES_NOT_SET_ANYWHERE}" }
        """,
        "TL-193",
        "TENLINES_NOT_SET_ANYWHERE",
        "tenlines.yaml:2:");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "database: { url: 'jdbc:mysql://db/shop' } | TL-192 | jdbc:mysql://db/shop",
        "database: { user: ann } | TL-113 | url",
        "database: { url: , user: ann } | TL-113 | url",
        "database: { path: x } | TL-112 | path",
        "webhooks: [{ secret: 'sixteen or more!' }] | TL-113 | url",
        "webhooks: [{ url: 'https://shop.example' }] | TL-113 | secret",
        "webhooks: [{ url: 'shop.example', secret: 'sixteen or more!' }] | TL-191 | shop.example",
        "webhooks: [{ url: 'https://shop.example', secret: short }] | TL-191 | 16 characters",
        "webhook: [] | TL-112 | webhook"
      })
  void whatIsWrong_isToldAtTheStart(String text, String id, String said) {
    refused(text, id, said, "");
  }

  private void refused(String text, String id, String said, String place) {
    assertThatThrownBy(() -> settings(text))
        .isInstanceOf(TenlinesException.class)
        .hasMessageStartingWith(id)
        .hasMessageContaining(said)
        .hasMessageContaining(place);
    assertThatThrownBy(() -> Tenlines.in(directory).feature(Feature.classify("t", "a", "b")).open())
        .hasMessageContaining(id);
  }
}
