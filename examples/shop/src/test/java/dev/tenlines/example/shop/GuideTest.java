package dev.tenlines.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/guides/spring-boot.md shows of Java stands in this shop, and is compiled with it. */
class GuideTest {
  private static final Path GUIDE = Path.of("../../docs/guides/spring-boot.md");
  private static final Pattern JAVA = Pattern.compile("(?s)```java\n(.*?)```");

  @Test
  void everyJavaBlock_standsInTheShop() throws IOException {
    List<String> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        sources.add(Files.readString(file));
      }
    }
    List<String> blocks =
        JAVA.matcher(Files.readString(GUIDE)).results().map((MatchResult m) -> m.group(1)).toList();

    assertThat(blocks).isNotEmpty();
    for (String block : blocks) {
      assertThat(sources).as(block).anyMatch(source -> source.contains(block));
    }
  }
}
