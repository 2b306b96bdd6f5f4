package dev.tenlines.server;

import dev.tenlines.Tenlines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A few lines of Java from a page, compiled as a reader would who has the imports. */
record Compiled(Path classes) {
  private static final String BEFORE =
      """
      import dev.tenlines.*;
      import dev.tenlines.Outcome.*;
      import dev.tenlines.answer.Answer;
      import dev.tenlines.draft.Draft;
      import dev.tenlines.extract.Extraction;
      import dev.tenlines.search.Found;
      import dev.tenlines.summarize.Summary;
      import java.nio.file.*;
      import java.util.*;
      public class Snippet {
        public static void run(Tenlines tenlines, Path directory) throws Exception {
      """;

  static Compiled of(String code) throws IOException {
    Path classes = Files.createTempDirectory("snippet");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    List<String> options =
        List.of(
            "-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
    SimpleJavaFileObject source =
        new SimpleJavaFileObject(
            URI.create("string:///Snippet.java"), SimpleJavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignore) {
            return BEFORE + code + "\n}}\n";
          }
        };
    boolean compiled = compiler.getTask(said, null, null, options, null, List.of(source)).call();
    if (!compiled) {
      throw new AssertionError(code + "\n" + said);
    }
    return new Compiled(classes);
  }

  /** What it prints. */
  String run(Tenlines tenlines, Path directory) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      loader
          .loadClass("Snippet")
          .getMethod("run", Tenlines.class, Path.class)
          .invoke(null, tenlines, directory);
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8).strip();
  }
}
