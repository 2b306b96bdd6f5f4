package dev.tenlines.spring.console.answers;

import dev.tenlines.Feature;
import dev.tenlines.Tenlines;
import dev.tenlines.index.Index;
import dev.tenlines.project.Project;
import dev.tenlines.spring.console.view.FeatureView;
import dev.tenlines.spring.console.view.Times;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells how many documents a feature answers from, and since when. */
public final class Shelf {
  private Shelf() {}

  /** What is indexed, or null where a feature answers from no documents. */
  public static FeatureView.@Nullable Documents of(
      Tenlines tenlines, Feature feature, Times times) {
    if (!Answers.answers(feature)) {
      return null;
    }
    Index index = tenlines.indexOf(feature.name());
    Path folder = new Project(tenlines.directory()).indexes().resolve(feature.name());
    return new FeatureView.Documents(
        index.digests().size(), index.size(), times.maybe(changed(folder)));
  }

  /** When the newest file of an index was written; null where there is none. */
  private static @Nullable Instant changed(Path folder) {
    Instant newest = null;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Instant written = Files.getLastModifiedTime(file).toInstant();
        if (newest == null || written.isAfter(newest)) {
          newest = written;
        }
      }
    } catch (IOException e) {
      return newest; // nothing was indexed yet, or files went away meanwhile
    }
    return newest;
  }
}
