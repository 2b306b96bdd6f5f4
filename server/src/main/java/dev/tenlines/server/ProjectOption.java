package dev.tenlines.server;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the project is. */
final class ProjectOption {
  @Option(
      names = "--project",
      defaultValue = ".",
      paramLabel = "DIR",
      description = "The directory with tenlines.yaml (default: this one).")
  Path directory = Path.of(".");
}
