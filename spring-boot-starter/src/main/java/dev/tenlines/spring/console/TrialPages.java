package dev.tenlines.spring.console;

import dev.tenlines.Profile;
import dev.tenlines.Promise;
import dev.tenlines.TenlinesException;
import dev.tenlines.cost.Money;
import dev.tenlines.cost.Volume;
import dev.tenlines.project.Shares;
import dev.tenlines.spring.console.view.Notice;
import dev.tenlines.spring.console.view.Shown;
import dev.tenlines.trial.TrialOptions;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * "Do I need AI for this?", asked with an uploaded file. One trial at a time: it takes all cores.
 */
final class TrialPages implements AutoCloseable {
  static final long MOST_BYTES = 20L << 20;
  private static final List<String> FIELDS =
      List.of("text", "label", "none", "error", "wrong", "review", "volume");
  private static final int LINES = 10;
  private static final long SEED = 1;

  private final Pages pages;
  private final Clock clock;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> Thread.ofPlatform().name("tenlines-trial").daemon().unstarted(work));
  private volatile @Nullable TrialRun last;

  TrialPages(Pages pages, Clock clock) {
    this.pages = pages;
    this.clock = clock;
  }

  ServerResponse trial(Visit visit) {
    return page(visit, HttpStatus.OK, null);
  }

  ServerResponse start(Visit visit) {
    try {
      begin(visit);
      return pages.go(visit, "/trial");
    } catch (TenlinesException e) {
      return page(
          visit,
          e.id().equals("TL-515") ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST,
          Notice.error(e.id(), e.what(), e.hint()));
    }
  }

  private synchronized void begin(Visit visit) {
    TrialRun before = last;
    if (before != null && before.running() != null) {
      throw new TenlinesException(
          "TL-515", "A trial runs already.", "Maybe wait for it; one at a time is run.");
    }
    Part part = part(visit);
    String name = name(part);
    Path file = kept(part, name);
    TrialRun run;
    try {
      run = new TrialRun(visit.tenant(), name, options(visit, file), clock);
    } catch (TenlinesException e) {
      TrialRun.delete(file);
      throw e;
    }
    last = run;
    worker.execute(run);
  }

  private static Part part(Visit visit) {
    try {
      Part part = visit.request().getPart("file");
      if (part != null && part.getSize() > 0 && part.getSize() <= MOST_BYTES) {
        return part;
      }
      throw unusable(part == null || part.getSize() == 0 ? "no file" : part.getSize() + " bytes");
    } catch (IOException | ServletException | IllegalStateException e) {
      throw unusable(String.valueOf(e.getMessage()));
    }
  }

  static TenlinesException unusable(String why) {
    return new TenlinesException(
        "TL-514",
        "The upload (" + why + ") cannot be used.",
        "Maybe choose a CSV or JSONL file of at most 20 MB, or use ./tenlines trial.");
  }

  /** What the browser called the file, with nothing in it that could be a path. */
  private static String name(Part part) {
    String sent = part.getSubmittedFileName();
    String last = sent == null ? "" : sent.replaceAll(".*[/\\\\]", "");
    String usable = last.replaceAll("[^\\p{L}\\p{N} ._-]", "_").replaceAll("^\\.+", "");
    return usable.isBlank() ? "rows.csv" : usable.substring(0, Math.min(100, usable.length()));
  }

  private static Path kept(Part part, String name) {
    boolean lines = name.toLowerCase(Locale.ROOT).matches(".*\\.(jsonl|ndjson)");
    try (InputStream in = part.getInputStream()) {
      Path file = Files.createTempFile("tenlines-trial-", lines ? ".jsonl" : ".csv");
      Files.copy(in, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TrialOptions options(Visit visit, Path file) {
    String text = visit.text("text");
    String label = visit.text("label");
    if (text.isEmpty() || label.isEmpty()) {
      throw new TenlinesException(
          "TL-302", "The columns are not named.", "Maybe name the text's and the label's column.");
    }
    Profile profile = profile(visit);
    String error = visit.maybe("error");
    Double implied = profile.impliedError();
    double promised =
        error != null ? Shares.parse(error) : implied != null ? implied : Promise.DEFAULT.error();
    return new TrialOptions(
        file,
        text,
        label,
        null,
        visit.maybe("none"),
        profile,
        new Promise(promised, Promise.DEFAULT.confidence()),
        LINES,
        SEED);
  }

  private static Profile profile(Visit visit) {
    String wrong = visit.maybe("wrong");
    String review = visit.maybe("review");
    String volume = visit.maybe("volume");
    return new Profile(
        true,
        Profile.Rule.PARTIAL,
        wrong == null ? null : Money.parse(wrong),
        review == null ? null : Money.parse(review),
        Duration.ofSeconds(2),
        volume == null ? null : Volume.parse(volume));
  }

  private ServerResponse page(Visit visit, HttpStatus status, @Nullable Notice notice) {
    Map<String, Object> values = new HashMap<>();
    Map<String, String> typed = new HashMap<>();
    FIELDS.forEach(field -> typed.put(field, Shown.of(visit.text(field)).plain()));
    values.put("typed", typed);
    TrialRun run = last;
    // What one tenant tried is nothing to another.
    if (run != null && run.of(visit.tenant())) {
      put(values, "running", run.running());
      put(values, "found", run.found());
      put(values, "notice", run.failed());
    }
    put(values, "notice", notice);
    return pages.page(visit, status, "trial.jte", values);
  }

  private static void put(Map<String, Object> values, String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, value);
    }
  }

  /** Waits for the running step: native inference must not be cut. */
  @Override
  public void close() {
    TrialRun run = last;
    if (run != null) {
      run.stop();
    }
    worker.close();
  }
}
