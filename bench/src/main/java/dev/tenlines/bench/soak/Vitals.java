package dev.tenlines.bench.soak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a server process uses at one moment, as the operating system and its own JVM say.
 *
 * @param heap kilobytes that are left after a full collection; -1 where there is no jcmd
 * @param resident kilobytes of memory
 * @param descriptors open files and sockets
 */
record Vitals(long heap, long resident, int threads, int descriptors, int sockets) {
  /** A line for each generation of the collector that the launcher chooses. */
  private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

  /** Collects all garbage first: what is measured is what is kept, not when it is swept. */
  static Vitals of(long pid) throws IOException {
    Path process = Path.of("/proc", Long.toString(pid));
    List<String> status = Files.readAllLines(process.resolve("status"));
    int descriptors = 0;
    int sockets = 0;
    try (Stream<Path> open = Files.list(process.resolve("fd"))) {
      for (Path descriptor : open.toList()) {
        descriptors++;
        sockets += isSocket(descriptor) ? 1 : 0;
      }
    }
    return new Vitals(
        heap(pid), line(status, "VmRSS:"), (int) line(status, "Threads:"), descriptors, sockets);
  }

  private static boolean isSocket(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
    } catch (IOException e) {
      return false; // Closed since it was listed.
    }
  }

  private static long line(List<String> status, String name) {
    return status.stream()
        .filter(line -> line.startsWith(name))
        .map(line -> Long.parseLong(line.substring(name.length()).replace("kB", "").strip()))
        .findFirst()
        .orElse(-1L);
  }

  private static long heap(long pid) throws IOException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    if (!Files.isExecutable(jcmd)) {
      return -1;
    }
    String collected = said(jcmd, pid, "GC.run");
    Matcher used = USED.matcher(collected.isEmpty() ? "" : said(jcmd, pid, "GC.heap_info"));
    long sum = 0;
    boolean any = false;
    while (used.find()) {
      sum += Long.parseLong(used.group(1));
      any = true;
    }
    return any ? sum : -1;
  }

  private static String said(Path jcmd, long pid, String command) throws IOException {
    Process process =
        new ProcessBuilder(jcmd.toString(), Long.toString(pid), command)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return process.waitFor(1, TimeUnit.MINUTES) ? said : "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
