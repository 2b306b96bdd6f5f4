package dev.tenlines.server.terminal;

import dev.tenlines.Request;
import picocli.CommandLine.Option;

/** Whose past questions are looked at, and how what they say is printed. */
public final class QuestionsOptions {
  private static final int WIDEST = 60;

  @Option(
      names = "--tenant",
      defaultValue = Request.SINGLE_TENANT,
      paramLabel = "NAME",
      description = "Whose questions (default: ${DEFAULT-VALUE}).")
  public String tenant = Request.SINGLE_TENANT;

  @Option(names = "--json", description = "Print JSON.")
  public boolean json;

  /** A question on one line of a table, cut where it is long. */
  public static String line(String question) {
    String line = question.strip().replaceAll("\\s+", " ");
    return line.length() > WIDEST ? line.substring(0, WIDEST - 1) + "…" : line;
  }
}
