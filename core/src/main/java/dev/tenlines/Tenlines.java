package dev.tenlines;

import dev.tenlines.Outcome.Answered;
import dev.tenlines.classify.ClassifyRungs;
import dev.tenlines.cost.Ledger;
import dev.tenlines.ladder.CacheKey;
import dev.tenlines.ladder.Journal;
import dev.tenlines.ladder.Ladder;
import dev.tenlines.ladder.Rung;
import dev.tenlines.learn.CertificateFile;
import dev.tenlines.learn.Certificates;
import dev.tenlines.learn.Embedder;
import dev.tenlines.learn.ModelFile;
import dev.tenlines.project.Project;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.rules.RuleFile;
import dev.tenlines.rules.Rules;
import dev.tenlines.sql.SqliteJournal;
import dev.tenlines.text.Ids;
import dev.tenlines.verify.LabelVerifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The front door: opened once for a project directory, asked from many threads, closed before exit.
 *
 * <pre>{@code
 * try (Tenlines tenlines = Tenlines.open(Path.of("triage"))) {
 *   Outcome<?> outcome = tenlines.ask("triage", Request.of("My card never arrived"));
 * }
 * }</pre>
 */
public final class Tenlines implements AutoCloseable {
  private final Map<String, Opened> features;
  private final Journal journal;
  private final @Nullable Embedder embedder;
  private final Ids ids;
  private volatile boolean closed;

  private Tenlines(
      Map<String, Opened> features, Journal journal, @Nullable Embedder embedder, Ids ids) {
    this.features = features;
    this.journal = journal;
    this.embedder = embedder;
    this.ids = ids;
  }

  /** A feature ready to be asked. */
  private record Opened(
      Plan plan,
      Rules rules,
      Certificates certificates,
      Ladder<String> ladder,
      @Nullable CacheKey cacheKey) {}

  /** Opens a project directory as its {@code tenlines.yaml} declares it. */
  public static Tenlines open(Path directory) {
    return in(directory).open();
  }

  /** Starts to declare what a project directory does not say. */
  public static Builder in(Path directory) {
    return new Builder(new Project(directory));
  }

  /**
   * Asks a feature. The outcome is durable before it is returned.
   *
   * @throws TenlinesException TL-160 when there is no such feature
   */
  public Outcome<?> ask(String feature, Request request) {
    if (closed) {
      throw new TenlinesException(
          "TL-164",
          "Tenlines is closed and cannot be asked (" + feature + ").",
          "Maybe close it after the last request, not before.");
    }
    Opened opened = opened(feature);
    String key = request.idempotencyKey();
    if (key != null) {
      Outcome<String> standing = journal.recorded(request.tenant(), feature, key, String.class);
      if (standing != null) {
        return standing;
      }
    }
    Outcome<String> outcome = opened.ladder().climb(ids.next("r"), request);
    return journal.record(request, outcome, cacheKey(opened, request, outcome));
  }

  /** Asks a feature about a text. */
  public Outcome<?> ask(String feature, String input) {
    return ask(feature, Request.of(input));
  }

  /** The names of the features, as declared. */
  public List<String> features() {
    return List.copyOf(features.keySet());
  }

  /** What follows from a feature's facts. */
  public Plan plan(String feature) {
    return opened(feature).plan();
  }

  /** The certificates of a feature's rungs. */
  public Certificates certificates(String feature) {
    return opened(feature).certificates();
  }

  /** A feature's rule list. */
  public Rules rules(String feature) {
    return opened(feature).rules();
  }

  /** The rungs a feature climbs, lowest first. */
  public List<Rung<String>> rungs(String feature) {
    return opened(feature).ladder().rungs();
  }

  /** What waits for a person, oldest first. */
  public List<ReviewItem> openReviews(String tenant, String feature, int most) {
    opened(feature);
    return journal.openReviews(tenant, feature, most);
  }

  /** Waits for running work, native inference included, and closes the database. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    journal.close();
    if (embedder != null) {
      embedder.close();
    }
  }

  private Opened opened(String feature) {
    Opened opened = features.get(feature);
    if (opened == null) {
      throw new TenlinesException(
          "TL-160",
          "The feature (" + feature + ") is not declared.",
          features.isEmpty()
              ? "Maybe run a trial with --out, or change to a directory with a tenlines.yaml."
              : "Maybe it is one of: " + String.join(", ", features.keySet()) + ".");
    }
    return opened;
  }

  /**
   * Rules cost nothing and a cached answer has its key already: only the rungs between are kept.
   */
  private static @Nullable String cacheKey(
      Opened opened, Request request, Outcome<String> outcome) {
    return opened.cacheKey() != null
            && outcome instanceof Answered<String> answered
            && !answered.rung().startsWith("rules@")
            && !answered.rung().startsWith("cache@")
        ? opened.cacheKey().of(request)
        : null;
  }

  /** Opens a project, with features, rules, rungs or a clock of the application's own. */
  public static final class Builder {
    private final Project project;
    private final Map<String, Feature> declared = new LinkedHashMap<>();
    private final Map<String, String> rules = new LinkedHashMap<>();
    private final Map<String, Rung<String>> rungs = new LinkedHashMap<>();
    private Clock clock = Clock.systemUTC();

    private Builder(Project project) {
      this.project = project;
    }

    /** Declares a feature in code; it replaces one of the same name in the file. */
    public Builder feature(Feature feature) {
      declared.put(feature.name(), feature);
      return this;
    }

    /** Declares a feature's rule list in code, as YAML. */
    public Builder rules(String feature, String yaml) {
      rules.put(feature, yaml);
      return this;
    }

    /** Brings a rung of the application's own under the name that features list. */
    public Builder rung(String name, Rung<String> rung) {
      rungs.put(name, rung);
      return this;
    }

    public Builder clock(Clock other) {
      clock = other;
      return this;
    }

    /** Everything that is wrong with the project, without opening it. */
    public List<Finding> check() {
      return new ProjectCheck(project, declared, rules, rungs.keySet()).findings();
    }

    /** Checks everything, then opens it; one exception says every error. */
    public Tenlines open() {
      // Native code takes long to load: it does so while the project is checked.
      CompletableFuture<@Nullable Embedder> loading =
          project.hasModels()
              ? CompletableFuture.supplyAsync(Embedder::find)
              : CompletableFuture.completedFuture(null);
      try {
        refuseErrors();
        Journal journal = new SqliteJournal(project.database(), clock);
        Embedder embedder = loading.join();
        Map<String, Opened> opened = new LinkedHashMap<>();
        all().forEach((name, feature) -> opened.put(name, opened(feature, journal, embedder)));
        return new Tenlines(opened, journal, embedder, new Ids(clock));
      } catch (RuntimeException e) {
        CompletableFuture<Void> unused = loading.thenAccept(Builder::close);
        throw e instanceof CompletionException && e.getCause() instanceof TenlinesException own
            ? own
            : e;
      }
    }

    private static void close(@Nullable Embedder embedder) {
      if (embedder != null) {
        embedder.close();
      }
    }

    private void refuseErrors() {
      List<Finding> errors =
          check().stream().filter(f -> f.level() == Finding.Level.ERROR).toList();
      if (!errors.isEmpty()) {
        throw TenlinesException.of(errors);
      }
    }

    private Map<String, Feature> all() {
      Map<String, Feature> features = new LinkedHashMap<>();
      project.features().forEach((name, found) -> features.put(name, found.feature()));
      features.putAll(declared);
      return features;
    }

    private Opened opened(Feature feature, Journal journal, @Nullable Embedder embedder) {
      String name = feature.name();
      Plan plan = Plan.of(feature);
      Rules list = rules(name);
      int version = project.newestModel(name);
      Path model = project.model(name, version);
      Certificates certificates =
          version == 0
              ? Certificates.NONE
              : CertificateFile.read(model.resolve("certificates.json"));
      ClassifyRungs parts =
          new ClassifyRungs(
              list,
              version == 0 ? null : ModelFile.read(model.resolve("classifier.bin"), embedder),
              version,
              certificates,
              rungs);
      Ladder<String> ladder =
          new Ladder<>(
              feature,
              parts.of(feature, plan.used(), journal),
              List.of(new LabelVerifier(feature.answerable())),
              certificates,
              Ledger.FREE,
              clock);
      CacheKey key = plan.used().contains("cache") ? parts.cacheKey(feature, plan.used()) : null;
      return new Opened(plan, list, certificates, ladder, key);
    }

    private Rules rules(String feature) {
      String own = rules.get(feature);
      if (own != null) {
        return RuleFile.parse(feature, own);
      }
      Path file = project.rules(feature);
      return Files.exists(file) ? RuleFile.read(file) : Rules.NONE;
    }
  }
}
