package dev.tenlines.reading;

import dev.tenlines.TenlinesException;
import dev.tenlines.document.DocumentJson;
import dev.tenlines.document.Pictured;
import dev.tenlines.document.Pictured.Picture;
import dev.tenlines.document.Read;
import dev.tenlines.document.Refused;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One reading process as its parent sees it, with a directory of its own. */
final class Child implements AutoCloseable {
  /** An {@code OutOfMemoryError} ends the process with this. */
  private static final int OUT_OF_MEMORY = 3;

  private static final long START_SECONDS = 30;
  private static final Set<String> ENVIRONMENT =
      Set.of("PATH", "LANG", "SystemRoot", "TESSDATA_PREFIX");

  private final Process process;
  private final Path directory;
  private final DataOutputStream out;
  private final DataInputStream in;
  private final Limits limits;
  private final ScheduledExecutorService clock;
  private int uses;
  private boolean broken;
  private volatile boolean late;

  private Child(Process process, Path directory, Limits limits, ScheduledExecutorService clock) {
    this.process = process;
    this.directory = directory;
    this.limits = limits;
    this.clock = clock;
    this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
    this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
  }

  /** Starts a process and waits until it can read. */
  static Child start(Limits limits, ScheduledExecutorService clock) {
    try {
      Path directory = Files.createTempDirectory("tenlines-reading");
      ProcessBuilder builder =
          new ProcessBuilder(command(limits, directory))
              .directory(directory.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      // Secrets of the parent are none of a hostile file's business.
      builder.environment().keySet().retainAll(ENVIRONMENT);
      Child child = new Child(builder.start(), directory, limits, clock);
      child.ready();
      return child;
    } catch (IOException e) {
      throw new TenlinesException(
          "TL-286",
          "No process to read files can be started (%s).".formatted(e.getMessage()),
          "Maybe the machine is out of memory or processes.");
    }
  }

  private static List<String> command(Limits limits, Path directory) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + limits.heapMegabytes() + "m",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:+UseSerialGC",
        "-XX:-UsePerfData",
        "-XX:ErrorFile=" + directory.resolve("error.log"),
        "-Xshare:auto",
        "-Djava.awt.headless=true",
        "-Djava.io.tmpdir=" + directory,
        "-Duser.home=" + directory,
        "-Dpdfbox.fontcache=" + directory,
        "-Dtenlines.path=" + System.getProperty("tenlines.path", System.getenv("PATH")),
        "-cp",
        ClassPath.get(),
        ReadingProcess.class.getName(),
        directory.toString(),
        Integer.toString(limits.output()));
  }

  private void ready() throws IOException {
    ScheduledFuture<?> alarm = clock.schedule(this::kill, START_SECONDS, TimeUnit.SECONDS);
    try {
      if (in.readInt() != Wire.READY) {
        throw new IOException("it says something else");
      }
    } catch (IOException e) {
      close();
      throw e;
    } finally {
      alarm.cancel(false);
    }
  }

  /** The document of a file, or the reason why there is none, within the limits. */
  Read read(String name, byte[] bytes) {
    try {
      return DocumentJson.read(answer(new Wire.Sent(name, bytes, 0)));
    } catch (IOException e) {
      return why();
    }
  }

  /** A page as a picture, or the reason why there is none, within the same limits. */
  Pictured picture(byte[] pdf, int page) {
    try {
      byte[] answer = answer(new Wire.Sent("", pdf, page));
      if (answer.length == 0 || answer[0] != '{') {
        return new Picture(answer);
      }
      return DocumentJson.read(answer) instanceof Refused refused
          ? refused
          : new Refused(Refused.Kind.BROKEN, "Page %d cannot be drawn.".formatted(page));
    } catch (IOException e) {
      return why();
    }
  }

  private byte[] answer(Wire.Sent file) throws IOException {
    uses++;
    ScheduledFuture<?> alarm =
        clock.schedule(this::expire, limits.time().toMillis(), TimeUnit.MILLISECONDS);
    try {
      Wire.send(out, file);
      return Wire.read(in, limits.output());
    } catch (IOException e) {
      broken = true;
      throw e;
    } finally {
      alarm.cancel(false);
    }
  }

  private Refused why() {
    if (late) {
      return new Refused(
          Refused.Kind.TIMEOUT,
          "The file was not read within %d ms.".formatted(limits.time().toMillis()));
    }
    kill();
    boolean memory = process.onExit().join().exitValue() == OUT_OF_MEMORY;
    return memory
        ? new Refused(
            Refused.Kind.TOO_LARGE,
            "The file needs more than %d MB to be read.".formatted(limits.heapMegabytes()))
        : new Refused(Refused.Kind.BROKEN, "The file ended the process that read it.");
  }

  /** Whether it may read another file. */
  boolean fresh() {
    return !broken && uses < limits.uses() && process.isAlive();
  }

  private void expire() {
    late = true;
    kill();
  }

  private void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public void close() {
    kill();
    process.onExit().join();
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(Child::delete);
    } catch (IOException | UncheckedIOException e) {
      return; // The system clears its temporary directory.
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
