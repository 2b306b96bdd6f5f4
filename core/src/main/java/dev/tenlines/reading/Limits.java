package dev.tenlines.reading;

import java.time.Duration;

/**
 * What reading one file may cost.
 *
 * @param time from handing the file over to having its document
 * @param heapMegabytes of the process that reads it
 * @param input the largest file, in bytes
 * @param output the largest document, in bytes
 * @param processes how many files are read at once
 * @param uses how many files a process reads before another takes its place
 */
public record Limits(
    Duration time, int heapMegabytes, int input, int output, int processes, int uses) {

  /** What does for mails and documents of an office. */
  public static final Limits USUAL =
      new Limits(Duration.ofSeconds(8), 256, 50_000_000, 100_000_000, 2, 2_000);

  /** The same with another time. */
  public Limits within(Duration other) {
    return new Limits(other, heapMegabytes, input, output, processes, uses);
  }
}
