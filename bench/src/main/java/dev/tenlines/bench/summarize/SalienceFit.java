package dev.tenlines.bench.summarize;

import dev.tenlines.salience.Lesson;
import dev.tenlines.salience.Salience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Learns the weights that are shipped, from all stories under a data directory: {@code SalienceFit
 * DATA FILE}. The same data give the same file.
 */
public final class SalienceFit {
  private SalienceFit() {}

  /** Writes {@code expectation.txt}. */
  public static void main(String[] arguments) throws IOException {
    List<Lesson> lessons =
        Summarized.read(Path.of(arguments[0]), Summarized.STORIES).stream()
            .flatMap(story -> story.lessons().stream())
            .toList();
    Files.write(Path.of(arguments[1]), Salience.fitted(lessons));
    System.out.println(lessons.size() + " summaries read, " + arguments[1] + " written");
  }
}
