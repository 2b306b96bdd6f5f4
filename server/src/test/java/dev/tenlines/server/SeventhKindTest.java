package dev.tenlines.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Adds a kind of feature as an engineer would: a package of its own, and one line elsewhere. */
class SeventhKindTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path FEATURE = ROOT.resolve("core/src/main/java/dev/tenlines/Feature.java");
  private static final String BEFORE = "    CLASSIFY(new Classification()),\n";
  private static final String LINE = "    TOY(new dev.tenlines.toy.Toying()),\n";
  private static final Pattern ASKS_FOR_A_KIND = Pattern.compile("Feature\\.Kind|\\bkind\\(\\)");

  @TempDir private static Path directory;
  private static Path classes;

  @BeforeAll
  static void everythingThatAsksForAKind_compilesWithOneLineMore() throws IOException {
    classes = Files.createDirectories(directory.resolve("classes"));
    List<Path> sources = new ArrayList<>(List.of(withOneLine(), toy()));
    for (String module : List.of("core", "spring-boot-starter", "server")) {
      sources.addAll(thatAskForAKind(ROOT.resolve(module).resolve("src/main/java")));
    }
    assertThat(sources).hasSizeGreaterThan(20);
    compile(sources);

    Files.writeString(
        directory.resolve("tenlines.yaml"),
        """
        features:
          fingers:
            kind: toy
            hands: [left, right]
            review: { audits: 0 }
        """);
  }

  private static Path withOneLine() throws IOException {
    String written = Files.readString(FEATURE);
    assertThat(written).containsOnlyOnce(BEFORE);
    Path copy = directory.resolve("Feature.java");
    return Files.writeString(copy, written.replace(BEFORE, LINE + BEFORE));
  }

  private static Path toy() throws IOException {
    Path copy = directory.resolve("Toying.java");
    try (var source = SeventhKindTest.class.getResourceAsStream("Toying.java.txt")) {
      Files.copy(source, copy);
    }
    return copy;
  }

  private static List<Path> thatAskForAKind(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(one -> one.toString().endsWith(".java")).toList()) {
        if (!file.equals(FEATURE) && ASKS_FOR_A_KIND.matcher(Files.readString(file)).find()) {
          found.add(file);
        }
      }
    }
    return found;
  }

  private static void compile(List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of(
              "-proc:none",
              "-nowarn",
              "-d",
              classes.toString(),
              "-cp",
              System.getProperty("java.class.path"));
      boolean compiled =
          compiler
              .getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiled)
          .withFailMessage("A seventh kind needs more than its package and one line: %s", said)
          .isTrue();
    }
  }

  @Test
  void itsDeclaration_isChecked() throws Exception {
    assertThat(tenlines("check")).contains("Nothing found.");
    assertThat(tenlines("plan", "fingers")).contains("counter", "counts on fingers");
  }

  @Test
  void itsRung_answers() throws Exception {
    assertThat(tenlines("ask", "fingers", "two words")).contains("2 words", "counter@1");
  }

  @Test
  void whatItsRungLeavesOpen_waitsForAPerson() throws Exception {
    assertThat(tenlines("ask", "fingers", "more words than there are"))
        .contains("more words than fingers", "v_");
  }

  @Test
  void whatItsVerifierRefuses_waitsForAPerson() throws Exception {
    assertThat(tenlines("ask", "fingers", "one two three")).contains("three is unlucky", "v_");
  }

  /** A process of its own, in which the classes with one more kind stand before the others. */
  private static String tenlines(String... arguments) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.add("-cp");
    command.add(classes + File.pathSeparator + System.getProperty("java.class.path"));
    command.add("dev.tenlines.server.Main");
    command.addAll(Arrays.asList(arguments));
    command.addAll(List.of("--project", directory.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).withFailMessage(said).isZero();
    return said;
  }
}
