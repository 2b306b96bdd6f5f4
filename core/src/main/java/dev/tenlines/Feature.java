package dev.tenlines;

import dev.tenlines.answer.Answering;
import dev.tenlines.classify.Classification;
import dev.tenlines.draft.Drafting;
import dev.tenlines.extract.Extracting;
import dev.tenlines.fields.Schema;
import dev.tenlines.search.Searching;
import dev.tenlines.summarize.Summarizing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One AI feature as an application declares it.
 *
 * @param name lower-case letters, digits, {@code -} and {@code _}
 * @param labels each label with its description, in the declared order
 * @param none the label that means "none of these", or null; it is learned but never answered
 * @param input the column or field that holds the text when rows of a file are asked
 * @param rungs the rungs from the lowest to the highest
 * @param review how people work on its reviews
 * @param details what only its kind reads, by key
 */
public record Feature(
    String name,
    Kind kind,
    Map<String, String> labels,
    @Nullable String none,
    String input,
    Profile profile,
    Promise promise,
    Stage stage,
    List<String> rungs,
    ReviewPolicy review,
    Map<String, List<String>> details) {

  /** What kinds of feature there are, each with what it does. */
  @SuppressWarnings("ImmutableEnumChecker") // a task holds nothing
  public enum Kind {
    CLASSIFY(new Classification()),
    DRAFT(new Drafting()),
    EXTRACT(new Extracting()),
    ANSWER(new Answering()),
    SUMMARIZE(new Summarizing()),
    SEARCH(new Searching());

    private final Task<?> task;

    Kind(Task<?> task) {
      this.task = task;
    }

    public Task<?> task() {
      return task;
    }

    /** Its name as files, interfaces and prompts have it: {@code classify}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Feature {
    if (!name.matches("[a-z][a-z0-9_-]{0,62}")) {
      throw new TenlinesException(
          "TL-103",
          "The feature name (" + name + ") is not usable.",
          "Maybe use lower-case letters, digits, - and _, starting with a letter.");
    }
    labels = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    rungs = List.copyOf(rungs);
    details = Map.copyOf(details);
  }

  /** A feature whose kind needs nothing of its own. */
  public Feature(
      String name,
      Kind kind,
      Map<String, String> labels,
      @Nullable String none,
      String input,
      Profile profile,
      Promise promise,
      Stage stage,
      List<String> rungs,
      ReviewPolicy review) {
    this(name, kind, labels, none, input, profile, promise, stage, rungs, review, Map.of());
  }

  /** A classification into these labels with every default. */
  public static Feature classify(String name, String... labels) {
    Map<String, String> described = new LinkedHashMap<>();
    for (String label : labels) {
      described.put(label, "");
    }
    return usual(name, Kind.CLASSIFY, described, Map.of());
  }

  /**
   * A draft of replies with every default.
   *
   * @param macros the directory of its macros, inside the project's
   * @param mustMention names of fields whose values every draft has to tell
   */
  public static Feature draft(String name, String macros, String... mustMention) {
    return usual(
        name,
        Kind.DRAFT,
        Map.of(),
        Map.of(Drafting.MACROS, List.of(macros), Drafting.MUST_MENTION, List.of(mustMention)));
  }

  /**
   * An extraction of fields with every default.
   *
   * @param schema a JSON schema, or the file of one inside the project's directory
   */
  public static Feature extract(String name, String schema) {
    return usual(name, Kind.EXTRACT, Map.of(), Map.of(Extracting.SCHEMA, List.of(schema)));
  }

  /** An extraction of a record's components with every default. */
  public static Feature extract(String name, Class<? extends Record> fields) {
    return extract(name, Schema.of(fields).toString());
  }

  /**
   * Answers from documents with every default.
   *
   * @param documents files and directories inside the project's directory
   */
  public static Feature answer(String name, String... documents) {
    return usual(name, Kind.ANSWER, Map.of(), Map.of(Answering.DOCUMENTS, List.of(documents)));
  }

  /**
   * Summaries with every default.
   *
   * @param words the most that a summary has unless a request says otherwise
   */
  public static Feature summarize(String name, int words) {
    return usual(
        name,
        Kind.SUMMARIZE,
        Map.of(),
        Map.of(Summarizing.WORDS, List.of(Integer.toString(words))));
  }

  /**
   * A search of the application's own tables with every default.
   *
   * @param database the JDBC address of a role that may only read
   * @param entities the file that declares what may be searched, inside the project's directory
   */
  public static Feature search(String name, String database, String entities) {
    return usual(
        name,
        Kind.SEARCH,
        Map.of(),
        Map.of(Searching.DATABASE, List.of(database), Searching.ENTITIES, List.of(entities)));
  }

  private static Feature usual(
      String name, Kind kind, Map<String, String> labels, Map<String, List<String>> details) {
    return new Feature(
        name,
        kind,
        labels,
        null,
        "body",
        Profile.UNSTATED,
        Promise.DEFAULT,
        Stage.AUTO,
        kind.task().usual(),
        ReviewPolicy.DEFAULT,
        details);
  }

  public Feature withPromise(double error, double confidence) {
    return withPromise(new Promise(error, confidence, promise.labels()));
  }

  public Feature withPromise(Promise other) {
    return new Feature(
        name, kind, labels, none, input, profile, other, stage, rungs, review, details);
  }

  public Feature withProfile(Profile other) {
    return new Feature(
        name, kind, labels, none, input, other, promise, stage, rungs, review, details);
  }

  public Feature withStage(Stage other) {
    return new Feature(
        name, kind, labels, none, input, profile, promise, other, rungs, review, details);
  }

  public Feature withRungs(String... names) {
    return new Feature(
        name, kind, labels, none, input, profile, promise, stage, List.of(names), review, details);
  }

  public Feature withReview(ReviewPolicy other) {
    return new Feature(
        name, kind, labels, none, input, profile, promise, stage, rungs, other, details);
  }

  /** The same with something else told to its kind. */
  public Feature withDetail(String key, String... values) {
    Map<String, List<String>> others = new LinkedHashMap<>(details);
    others.put(key, List.of(values));
    return new Feature(
        name, kind, labels, none, input, profile, promise, stage, rungs, review, others);
  }

  /** The labels that may leave as an answer. */
  public List<String> answerable() {
    List<String> known = new ArrayList<>(labels.keySet());
    known.remove(none);
    return known;
  }

  /** What its kind was told under a key; empty when nothing. */
  public List<String> detail(String key) {
    return details.getOrDefault(key, List.of());
  }

  /** Whether an answer is what a person said is right; nothing is where nobody said a value. */
  public boolean isRight(Object answer, @Nullable Object said) {
    return said != null && kind.task().same(answer, said);
  }

  /** Whether an answer may ever leave without a person. */
  public boolean unattended() {
    return kind.task().unattended();
  }

  /** Whether a person stands at the top of the ladder. */
  public boolean reviewed() {
    return rungs.contains("review");
  }
}
