package dev.tenlines.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules of style that the sources of all modules have to keep; each says why. */
class SourceRulesTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> MODULES = List.of("core", "local", "server", "bench");
  private static final int LONGEST_FILE = 400;
  private static final int MOST_FILES = 25;

  private static final Map<Pattern, String> FORBIDDEN =
      Map.of(
          Pattern.compile("Instant\\.now\\(\\)|System\\.currentTimeMillis|LocalDate\\.now\\(\\)"),
          "time comes from a Clock, so that tests can hold it",
          Pattern.compile("Math\\.random|new Random\\(|ThreadLocalRandom"),
          "randomness is seeded, so that a run can be repeated",
          Pattern.compile("Thread\\.sleep"),
          "waiting for time hides what is really waited for",
          Pattern.compile("@author|TODO|FIXME"),
          "history and plans stand elsewhere");

  @Test
  void sources_keepTheRules() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path source : sources("src/main/java")) {
      String text = Files.readString(source);
      String name = ROOT.relativize(source).toString();
      if (text.lines().count() > LONGEST_FILE) {
        broken.add(name + " is longer than " + LONGEST_FILE + " lines: it does two things");
      }
      FORBIDDEN.forEach((pattern, why) -> {
        if (pattern.matcher(text).find()) {
          broken.add(name + " uses " + pattern + ": " + why);
        }
      });
      if (name.contains("/cost/")
          && text.matches("(?s).*\\bdouble (micros|amount|price|cost|money).*")) {
        broken.add(name + " holds money as double: it would lose cents");
      }
      if (!name.startsWith("server") && !name.startsWith("bench") && text.contains("System.out")) {
        broken.add(name + " prints: a library has no terminal");
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void packages_areNullMarkedAndSayWhatTheyAre() throws IOException {
    List<String> broken = new ArrayList<>();
    Map<Path, Integer> files = new LinkedHashMap<>();
    sources("src/main/java").forEach(source -> files.merge(source.getParent(), 1, Integer::sum));
    for (Map.Entry<Path, Integer> folder : files.entrySet()) {
      Path info = folder.getKey().resolve("package-info.java");
      String name = ROOT.relativize(folder.getKey()).toString();
      if (!Files.exists(info) || !Files.readString(info).contains("@NullMarked")) {
        broken.add(name + " has no package-info with @NullMarked");
      }
      if (folder.getValue() > MOST_FILES) {
        broken.add(name + " has " + folder.getValue() + " files: it is two rooms");
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void publicTypes_sayWhatTheyAre() throws IOException {
    Pattern undocumented =
        Pattern.compile(
            "(?m)(?<!\\*/)\\n(?:@\\w+(?:\\([^)]*\\))?\\n)*public (?:final |sealed )?(?:class|interface|record|enum) (\\w+)");
    List<String> broken = new ArrayList<>();
    for (Path source : sources("src/main/java")) {
      String text = Files.readString(source);
      String beforeType = text.split("\npublic ", 2)[0];
      if (undocumented.matcher(text).find() && !beforeType.contains("/**")) {
        broken.add(ROOT.relativize(source).toString());
      }
    }
    assertThat(broken).as("public types without a first sentence").isEmpty();
  }

  @Test
  void repository_speaksOfTheProductAlone() throws IOException {
    Pattern machine = Pattern.compile("/(work|tmp|root|farm)/|\\bTODO\\b");
    List<String> broken = new ArrayList<>();
    try (Stream<Path> files = Files.walk(ROOT)) {
      files
          .filter(Files::isRegularFile)
          .filter(file ->
              file.toString().matches(".*\\.(md|yaml|java|xml|py)$|.*/tenlines$|.*/bench/run$"))
          .filter(
              file -> !ROOT.relativize(file).toString().matches("(.*/)?(target|\\.git|\\.venv)/.*"))
          .filter(file -> !file.endsWith("SourceRulesTest.java"))
          .forEach(file -> {
            if (machine.matcher(read(file)).find()) {
              broken.add(ROOT.relativize(file).toString());
            }
          });
    }
    assertThat(broken).as("files that name a machine's paths or unfinished work").isEmpty();
  }

  private static List<Path> sources(String under) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String module : MODULES) {
      Path folder = ROOT.resolve(module).resolve(under);
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
        }
      }
    }
    return sources;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
