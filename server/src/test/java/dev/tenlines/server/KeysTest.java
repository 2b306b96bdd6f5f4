package dev.tenlines.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code keys}: whose they are, made once, revoked for good. */
class KeysTest {
  @TempDir private Path directory;

  @BeforeEach
  void project() throws IOException {
    Files.writeString(
        directory.resolve("tenlines.yaml"),
        "features: { triage: { labels: { a: \"\", b: \"\" } } }");
  }

  private Cli keys(Object... more) {
    Object[] arguments = new Object[more.length + 3];
    arguments[0] = "keys";
    arguments[1] = "--project";
    arguments[2] = directory;
    System.arraycopy(more, 0, arguments, 3, more.length);
    return Cli.run(arguments);
  }

  @Test
  void aKey_isShownOnce_listedByItsTenant_andRevokedByItsId() {
    String key = keys("--add", "shop", "--tenant", "acme", "--json").json().get("key").asString();
    Cli listed = keys("--tenant", "acme", "--json");
    String id = listed.json().get(0).get("id").asString();

    assertThat(key).startsWith("tl_");
    assertThat(listed.out()).doesNotContain(key);
    assertThat(listed.json().get(0).get("revoked").isNull()).isTrue();
    assertThat(keys("--json").json()).isEmpty();
    assertThat(keys("--revoke", id, "--tenant", "acme").code()).isZero();
    assertThat(keys("--tenant", "acme").out()).contains(id).contains("application");
    assertThat(keys("--tenant", "acme", "--json").json().get(0).get("revoked").isNull()).isFalse();
  }

  @Test
  void aKey_canStandForGroupsOfReaders() {
    keys("--add", "intranet", "--group", "staff", "--group", "hr");

    assertThat(keys("--json").json().get(0).get("groups").asString()).isEqualTo("hr staff");
    assertThat(keys("--add", "odd", "--group", "two words").err()).contains("TL-171");
  }

  @Test
  void aKeyOfAnotherTenant_cannotBeRevoked() {
    keys("--add", "shop", "--tenant", "acme");
    String id = keys("--tenant", "acme", "--json").json().get(0).get("id").asString();

    Cli refused = keys("--revoke", id);

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("TL-314").contains(id);
  }
}
