package dev.tenlines.draft;

import dev.tenlines.TenlinesException;
import dev.tenlines.text.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The macros of a feature.
 *
 * @param version six hex digits over all of them
 */
record Macros(List<Macro> all, String version) {
  static final Macros NONE = new Macros(List.of(), "0");

  Macros {
    all = List.copyOf(all);
  }

  /**
   * Reads every {@code .md} file of a directory and those below.
   *
   * @throws TenlinesException TL-252 when it cannot be read
   */
  static Macros read(Path project, String directory) {
    Path folder = project.resolve(directory).normalize();
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
      StringBuilder content = new StringBuilder();
      List<Macro> macros =
          found.stream()
              .map(file -> {
                String text = text(file);
                content.append(file.getFileName()).append('\n').append(text).append('\n');
                return Macro.read(name(project, file), text);
              })
              .toList();
      return new Macros(macros, Digest.of(content.toString()).substring(0, 6));
    } catch (IOException e) {
      throw unreadable(folder);
    }
  }

  /** A macro by its file, or null. */
  @Nullable Macro find(String name) {
    return all.stream().filter(macro -> macro.name().equals(name)).findFirst().orElse(null);
  }

  private static String name(Path project, Path file) {
    return project.normalize().relativize(file).toString().replace('\\', '/');
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw unreadable(file);
    }
  }

  private static TenlinesException unreadable(Path path) {
    return new TenlinesException(
        "TL-252",
        "The macros (" + path + ") cannot be read.",
        "Maybe make the directory that macros names, with a file.md for each reply.");
  }
}
