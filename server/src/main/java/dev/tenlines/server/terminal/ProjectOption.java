package dev.tenlines.server.terminal;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the project is. */
public final class ProjectOption {
  @Option(
      names = "--project",
      defaultValue = ".",
      paramLabel = "DIR",
      description = "The directory with tenlines.yaml (default: this one).")
  public Path directory = Path.of(".");
}
