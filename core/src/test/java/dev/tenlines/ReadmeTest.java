package dev.tenlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java lines of the README compile and do what they say. */
class ReadmeTest {
  private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

  @Test
  void theJavaLines_compileAndRun(@TempDir Path directory) throws Exception {
    Matcher block = BLOCK.matcher(Files.readString(Path.of("../README.md")));
    assertThat(block.find()).isTrue();
    String lines = block.group(1).replace("\"shop\"", "\"" + directory.resolve("shop") + "\"");
    Path source = directory.resolve("Readme.java");
    Files.writeString(
        source,
        "import dev.tenlines.*;\nimport java.nio.file.Path;\npublic class Readme {\n"
            + "public static void main(String[] arguments) {\n"
            + lines
            + "}\n}\n");

    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int code =
        compiler.run(
            null,
            errors,
            errors,
            "-proc:none",
            "--release",
            "21",
            "-cp",
            System.getProperty("java.class.path"),
            "-d",
            directory.toString(),
            source.toString());

    assertThat(code).as(errors.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(run(directory))
        .isEqualTo("lost_card by " + rung(directory) + System.lineSeparator());
  }

  private static String run(Path classes) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      loader
          .loadClass("Readme")
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  /** The rule rung's name with the version of the very list in the README. */
  private static String rung(Path directory) throws Exception {
    Matcher rules =
        Pattern.compile("\"\"\"\\n(.*?)\"\"\"", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("../README.md")));
    assertThat(rules.find()).isTrue();
    String id =
        "rules@"
            + dev.tenlines.rules.RuleFile.parse("readme", rules.group(1).stripIndent()).version();
    assertThat(directory.resolve("shop")).exists();
    return id;
  }
}
