package dev.tenlines.cost;

import dev.tenlines.TenlinesException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A project's own prices over the built-in ones. The file may change while the program runs: it is
 * looked at once a second at most, and read again when it was written.
 */
public final class PriceFile {
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final Path file;
  private final Clock clock;
  private volatile Seen seen;

  /**
   * Reads the file, which need not be there.
   *
   * @throws TenlinesException when it cannot be understood
   */
  public PriceFile(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
    FileTime written = written();
    this.seen = new Seen(clock.instant(), written, read(written), null);
  }

  private record Seen(
      Instant looked, @Nullable FileTime written, Prices prices, @Nullable String problem) {}

  /** What holds now. */
  public Prices prices() {
    return look().prices();
  }

  /** Why the newest file is not in use, or null: then the last good prices still hold. */
  public @Nullable String problem() {
    return look().problem();
  }

  private Seen look() {
    Seen last = seen;
    Instant now = clock.instant();
    if (Duration.between(last.looked(), now).compareTo(BETWEEN_LOOKS) < 0) {
      return last;
    }
    FileTime written = written();
    Seen next =
        java.util.Objects.equals(written, last.written())
            ? new Seen(now, written, last.prices(), last.problem())
            : again(last, written, now);
    seen = next;
    return next;
  }

  private Seen again(Seen last, @Nullable FileTime written, Instant now) {
    try {
      return new Seen(now, written, read(written), null);
    } catch (TenlinesException e) {
      return new Seen(now, written, last.prices(), e.getMessage());
    }
  }

  private Prices read(@Nullable FileTime written) {
    return written == null ? Prices.builtIn() : Prices.builtIn().plus(Prices.read(file));
  }

  private @Nullable FileTime written() {
    try {
      return Files.getLastModifiedTime(file);
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      throw new TenlinesException(
          "TL-110",
          "The file (" + file + ") cannot be read: " + e.getMessage() + ".",
          "Maybe check the path and that it is UTF-8.");
    }
  }
}
