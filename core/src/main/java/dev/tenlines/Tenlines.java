package dev.tenlines;

import dev.tenlines.access.Access;
import dev.tenlines.answer.Gaps;
import dev.tenlines.cost.Ledger;
import dev.tenlines.document.SourceFile;
import dev.tenlines.index.Index;
import dev.tenlines.index.Indexes;
import dev.tenlines.indexing.Declarations;
import dev.tenlines.indexing.Indexed;
import dev.tenlines.indexing.Indexer;
import dev.tenlines.ladder.Feed;
import dev.tenlines.ladder.Forecast;
import dev.tenlines.ladder.History;
import dev.tenlines.ladder.Rung;
import dev.tenlines.ladder.Transcripts;
import dev.tenlines.learn.Certificates;
import dev.tenlines.learn.Models;
import dev.tenlines.model.ModelClients;
import dev.tenlines.project.HeldFile;
import dev.tenlines.project.Project;
import dev.tenlines.reading.DocumentReader;
import dev.tenlines.review.Referral;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.review.ReviewQueue;
import dev.tenlines.review.Verdict.Approved;
import dev.tenlines.rules.Rules;
import dev.tenlines.search.Desks;
import dev.tenlines.search.Found;
import dev.tenlines.serving.Caretaker;
import dev.tenlines.serving.LazyEmbedder;
import dev.tenlines.serving.Learning;
import dev.tenlines.serving.OpenFeature;
import dev.tenlines.serving.Referrals;
import dev.tenlines.serving.SpendReport;
import dev.tenlines.text.Ids;
import dev.tenlines.webhook.Outbox;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
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
  private final Project project;
  private final Map<String, OpenFeature> features;
  private final Stores stores;
  private final ModelClients models;
  private final Indexes indexes;
  private final Desks desks;
  private final Caretaker caretaker;
  private final LazyEmbedder embedder;
  private final BiConsumer<Request, Outcome<?>> observer;
  private final Clock clock;
  private final Ids ids;
  private final DocumentReader documents = new DocumentReader();
  private @Nullable HeldFile held;
  private volatile boolean closed;

  Tenlines(
      TenlinesBuilder builder,
      Map<String, OpenFeature> features,
      Stores stores,
      ModelClients models,
      Indexes indexes,
      Desks desks,
      Caretaker caretaker,
      LazyEmbedder embedder) {
    this.project = builder.declared.project();
    this.features = features;
    this.stores = stores;
    this.models = models;
    this.indexes = indexes;
    this.desks = desks;
    this.caretaker = caretaker;
    this.embedder = embedder;
    this.observer = builder.observer;
    this.clock = builder.clock;
    this.ids = new Ids(builder.clock, builder.random);
  }

  /** Opens a project directory as its {@code tenlines.yaml} declares it. */
  public static Tenlines open(Path directory) {
    return in(directory).open();
  }

  /** Starts to declare what a project directory does not say. */
  public static TenlinesBuilder in(Path directory) {
    return new TenlinesBuilder(new Project(directory));
  }

  /**
   * Asks a feature. The outcome is durable before it is returned.
   *
   * @throws TenlinesException TL-160 when there is no such feature
   */
  public Outcome<?> ask(String feature, Request request) {
    return ask(feature, request, Feed.unwatched());
  }

  /** Asks a feature and shows what comes before the outcome. */
  public Outcome<?> ask(String feature, Request request, Feed feed) {
    if (closed) {
      throw new TenlinesException(
          "TL-164",
          "Tenlines is closed and cannot be asked (" + feature + ").",
          "Maybe close it after the last request, not before.");
    }
    Outcome<?> standing = standing(feature, request);
    if (standing != null) {
      return standing;
    }
    OpenFeature opened = opened(feature);
    opened.feature().kind().task().check(opened.feature(), request);
    OpenFeature.State state = opened.state();
    String key = OpenFeature.cacheKey(state, request);
    Outcome<?> outcome = state.ladder().climb(ids.next("r"), request, feed);
    Referral referral = Referrals.of(request, outcome, state, opened.feature(), clock);
    String cacheKey = OpenFeature.cacheKey(state, request, outcome, key);
    Outcome<?> recorded = stores.journal().record(request, outcome, cacheKey, referral);
    if (referral != null && Referrals.isDecided(request, outcome)) {
      // Whoever asks has just decided: the plan is theirs.
      String asker = request.caller() == null ? "asker" : request.caller();
      stores.reviews().decide(request.tenant(), referral.id(), asker, null, new Approved());
    }
    observer.accept(request, recorded);
    return recorded;
  }

  /**
   * What asking is going to take at most, by the rungs that cost something; nobody is asked.
   *
   * @throws TenlinesException TL-160 when there is no such feature
   */
  public Map<String, Forecast> forecast(String feature, Request request) {
    OpenFeature opened = opened(feature);
    opened.feature().kind().task().check(opened.feature(), request);
    return opened.state().ladder().forecast(ids.next("r"), request);
  }

  /** The outcome that stands under a request's idempotency key already, or null. */
  public @Nullable Outcome<?> standing(String feature, Request request) {
    Class<?> type = opened(feature).feature().kind().task().type();
    String key = request.idempotencyKey();
    return key == null ? null : stores.journal().recorded(request.tenant(), feature, key, type);
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

  /** The certificates of a feature's rungs; what audits have shut opens for no score. */
  public Certificates certificates(String feature) {
    return opened(feature).state().certificates();
  }

  /** A feature's rule list. */
  public Rules rules(String feature) {
    return opened(feature).rules();
  }

  /** The rungs a feature climbs, lowest first. */
  public List<? extends Rung<?>> rungs(String feature) {
    return opened(feature).state().ladder().rungs();
  }

  /** What waits for a person, first due first. */
  public List<ReviewItem> openReviews(String tenant, String feature, int most) {
    opened(feature);
    return stores.reviews().list(new ReviewQueue.Filter(tenant, feature, true, null, most));
  }

  /** What waits for people, and what they decide. */
  public ReviewQueue reviews() {
    return stores.reviews();
  }

  /** What was asked and what it cost. */
  public History history() {
    return stores.history();
  }

  /** Where money is held before a call and booked after it, for rungs of your own. */
  public Ledger ledger() {
    return stores.ledger();
  }

  /** What models were sent and said, word for word. */
  public Transcripts transcripts() {
    return stores.transcripts();
  }

  /** Reads mails, PDFs, HTML and texts into documents, in processes of their own. */
  public DocumentReader documents() {
    return documents;
  }

  /**
   * Brings a feature's index to the documents that it declares; cheap where nothing changed.
   *
   * @throws TenlinesException TL-222 when it declares none
   */
  public Indexed index(String feature) {
    return indexer(feature).index(declaredDocuments(feature));
  }

  /** Brings a feature's index to what lies in folders or files, for everybody to find. */
  public Indexed index(String feature, Path... folders) {
    return indexer(feature).index(folders);
  }

  /** The files and folders that a feature declares as its documents. */
  public List<Path> declaredDocuments(String feature) {
    return Declarations.documents(opened(feature).feature(), project.directory());
  }

  /** Indexes documents of a feature for some only, with progress, or takes them out again. */
  public Indexer indexer(String feature) {
    Feature declared = opened(feature).feature();
    Declarations.demandDocuments(declared);
    Path lock = project.indexes().resolve(declared.name() + ".lock");
    return Indexer.of(indexes.of(declared.name()), documents::read, project.directory(), lock);
  }

  /** The file that a request brought, or null. */
  public @Nullable SourceFile file(String tenant, String request) {
    return stores.journal().file(tenant, request);
  }

  /** The project's directory. */
  public Path directory() {
    return project.directory();
  }

  /** What was spent in some days, and what it means; of one tenant, or of all for null. */
  public SpendReport spending(@Nullable String tenant, LocalDate from, LocalDate to) {
    var all = features.values().stream().map(OpenFeature::feature).toList();
    return SpendReport.of(stores.history(), stores.ledger(), all, tenant, from, to);
  }

  /** Keys, users and sessions. */
  public Access access() {
    return stores.access();
  }

  /** Messages to applications. */
  public Outbox outbox() {
    return stores.outbox();
  }

  /** Where a feature's documents are found. */
  public Index indexOf(String feature) {
    return indexes.of(opened(feature).feature().name());
  }

  /**
   * Rows of a search that was answered, read anew by the same plan.
   *
   * @return null where the tenant has no such answer
   */
  public @Nullable Found rows(String tenant, String request, int offset, int most) {
    History.Entry entry = stores.history().find(tenant, request);
    OpenFeature opened = entry == null ? null : features.get(entry.outcome().feature());
    return entry == null || opened == null || opened.feature().kind() != Feature.Kind.SEARCH
        ? null
        : desks.rows(opened.feature(), entry, offset, most);
  }

  /** What people asked a feature and its documents lack. */
  public Gaps gaps(String tenant, String feature) {
    OpenFeature opened = opened(feature);
    var rungs = opened.state().ladder().rungs();
    return Gaps.of(stores.history(), rungs, embedder.get(), tenant, feature);
  }

  /** How far a feature has learned from verdicts. */
  public Learning learning(String feature) {
    return caretaker.learning(feature, opened(feature));
  }

  /**
   * Trains a feature's small model on all verdicts so far.
   *
   * @return the new version when it is done, or null when there is too little to learn from
   */
  public CompletableFuture<Models.@Nullable Version> train(String feature) {
    return caretaker.train(feature, opened(feature));
  }

  /** Lets another version of a feature's small model serve, with the certificates it had. */
  public void serve(String feature, int version) {
    OpenFeature opened = opened(feature);
    stores.models().serve(feature, version);
    opened.refresh(stores.models(), embedder);
  }

  /**
   * Works in the background from now on: trains, delivers, shuts what audits contradict.
   *
   * @throws TenlinesException TL-181 when another process does so for this directory
   */
  public Tenlines start() {
    held = HeldFile.take(project.directory().resolve(".tenlines").resolve("serve.lock"));
    if (held == null) {
      throw new TenlinesException(
          "TL-181",
          "The directory (" + project.directory() + ") is served already.",
          "Maybe use the server that runs, or stop it first.");
    }
    caretaker.start();
    return this;
  }

  /** Does one round of the background work now, for applications that time it themselves. */
  public void tend() {
    caretaker.tend();
    caretaker.deliver();
  }

  /** Waits for running work, native inference included, and closes the database. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    caretaker.close();
    models.close();
    documents.close();
    indexes.close();
    desks.close();
    stores.database().close();
    embedder.close();
    if (held != null) {
      held.close();
    }
  }

  private OpenFeature opened(String feature) {
    OpenFeature opened = features.get(feature);
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
}
