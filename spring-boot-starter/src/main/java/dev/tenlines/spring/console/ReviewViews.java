package dev.tenlines.spring.console;

import dev.tenlines.Evidence;
import dev.tenlines.Feature;
import dev.tenlines.ReviewPolicy;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesException;
import dev.tenlines.review.Cause;
import dev.tenlines.review.Decided;
import dev.tenlines.review.Lease;
import dev.tenlines.review.ReviewItem;
import dev.tenlines.review.ReviewQueue;
import dev.tenlines.review.Verdict;
import dev.tenlines.spring.console.answers.Answers;
import dev.tenlines.spring.console.paper.Papers;
import dev.tenlines.spring.console.summaries.Summaries;
import dev.tenlines.spring.console.view.ReviewView;
import dev.tenlines.spring.console.view.ReviewView.Choice;
import dev.tenlines.spring.console.view.ReviewView.Ending;
import dev.tenlines.spring.console.view.ReviewView.Field;
import dev.tenlines.spring.console.view.ReviewView.Hold;
import dev.tenlines.spring.console.view.ReviewView.Place;
import dev.tenlines.spring.console.view.ReviewView.Typed;
import dev.tenlines.spring.console.view.ReviewView.Why;
import dev.tenlines.spring.console.view.ReviewView.Writing;
import dev.tenlines.spring.console.view.Shown;
import dev.tenlines.spring.console.view.Times;
import dev.tenlines.spring.console.view.WordDiff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes a review item ready to be shown to one reader. Whatever could tell one blind item from
 * another, or lead its reader to an answer, stays out.
 */
record ReviewViews(Pages pages, Tenlines tenlines, Times times, Papers papers) {
  private static final int MOST_BACK = 50;
  private static final int LONGEST_BRIEF = 60;

  /** The same with documents and their fields. */
  static ReviewViews of(Pages pages, Tenlines tenlines, Times times) {
    return new ReviewViews(pages, tenlines, times, new Papers(tenlines, times.clock()));
  }

  ReviewView of(Visit visit, ReviewItem item, Place place, Typed typed) {
    boolean blind = item.blind();
    Feature feature = feature(item.feature());
    Object proposal = blind ? null : item.proposal();
    List<Evidence> evidence = blind ? List.of() : item.evidence();
    Papers.Desk desk = desk(visit, item, feature, proposal, typed);
    Instant due = blind || item.decided() != null ? null : item.due();
    return new ReviewView(
        item,
        question(item, feature, proposal),
        Shown.of(item.input(), spans(evidence, "input")),
        fields(item, evidence),
        proposal == null ? null : Shown.value(proposal),
        proposal == null || feature == null
            ? ""
            : feature.labels().getOrDefault(String.valueOf(proposal), ""),
        support(item, evidence),
        why(item),
        times.maybe(due),
        due != null && due.isBefore(times.clock().instant()),
        feature == null ? "" : otherwise(feature.review()),
        hold(item, visit.caller().name()),
        feature == null ? null : writing(feature, proposal, typed),
        feature == null ? List.of() : choices(feature, proposal),
        feature == null ? List.of() : feature.review().reasons(),
        typed,
        ending(item, visit.caller().name()),
        place,
        back(visit, item),
        visit.caller().isAdmin() && (!blind || item.decided() != null) ? item.request() : null,
        Answers.answers(feature) ? Answers.of(standing(item, proposal)) : null,
        feature != null && Summaries.summarizes(feature)
            ? Summaries.of(feature, item.input(), standing(item, proposal), null)
            : null,
        desk == null ? null : desk.paper(),
        desk == null ? null : desk.form());
  }

  /** What was decided, else the proposal. */
  private static @Nullable Object standing(ReviewItem item, @Nullable Object proposal) {
    Decided decided = item.decided();
    return decided == null ? proposal : decided.value();
  }

  /**
   * What was picked where sources stand beside a proposal, or null where nothing was: a passage
   * instead of an answer, sentences instead of a summary.
   */
  static @Nullable Object picked(Visit visit, ReviewItem item) {
    String passage = visit.maybe("passage");
    if (passage != null) {
      return Answers.passage(item.blind() ? null : item.proposal(), passage);
    }
    return visit.text("decision").equals("pieces")
        ? Summaries.chosen(item.input(), visit.request().getParameterValues("piece"))
        : null;
  }

  /** Where fields are read, the document and its fields: what was decided, else the proposal. */
  private Papers.@Nullable Desk desk(
      Visit visit,
      ReviewItem item,
      @Nullable Feature feature,
      @Nullable Object proposal,
      Typed typed) {
    if (feature == null || !Papers.reads(feature)) {
      return null;
    }
    Decided decided = item.decided();
    return papers.desk(
        feature,
        papers.document(item.tenant(), item.request(), item.input()),
        decided == null ? proposal : decided.value(),
        decided == null ? typed.fields() : Map.of(),
        typed.wrong(),
        pages.root(visit.request()) + "/reviews/" + item.id() + "/pages/");
  }

  /** What a form says of the fields of an item; null where the item is none of that kind. */
  Papers.@Nullable Filling filled(ReviewItem item, Typed typed) {
    Feature feature = feature(item.feature());
    return feature == null || !Papers.reads(feature)
        ? null
        : papers.filled(
            feature,
            papers.document(item.tenant(), item.request(), item.input()),
            item.blind() ? null : item.proposal(),
            typed.fields());
  }

  /** Why it is here, in a word. */
  static String badge(Cause cause) {
    return switch (cause) {
      case LOW_MARGIN -> "not sure";
      case FAILED_CHECK -> "failed a check";
      case NO_PROPOSAL -> "no proposal";
      case POLICY -> "always a person";
      case AUDIT -> "random check";
    };
  }

  /**
   * What stands in the form, as the record keeps it: a label of the feature, or a text.
   *
   * @throws TenlinesException TL-518 when it is no label
   */
  Object value(String name, Object said) {
    Feature feature = feature(name);
    if (feature != null && feature.kind().task().noun() != null) {
      return feature.kind().task().value(feature, said);
    }
    String label = String.valueOf(said);
    if (feature != null && !feature.labels().containsKey(label)) {
      throw Visit.unreadable(
          "value",
          label,
          "Maybe it is one of: " + String.join(", ", feature.labels().keySet()) + ".");
    }
    return label;
  }

  /** A feature, or null when it is no longer declared: its items may still wait. */
  private @Nullable Feature feature(String name) {
    try {
      return tenlines.plan(name).feature();
    } catch (TenlinesException e) {
      return null;
    }
  }

  private static String question(
      ReviewItem item, @Nullable Feature feature, @Nullable Object proposal) {
    if (item.decided() != null) {
      return "Decided";
    }
    if (Papers.reads(feature)) {
      return proposal == null ? "What are the fields?" : "Are the fields right?";
    }
    String noun = feature == null ? null : feature.kind().task().noun();
    if (noun != null) {
      return proposal == null ? "What is the " + noun + "?" : "Is this the " + noun + "?";
    }
    return proposal == null ? "Which label fits?" : "Does the proposal fit?";
  }

  private static List<Evidence.Span> spans(List<Evidence> evidence, String source) {
    List<Evidence.Span> spans = new ArrayList<>();
    for (Evidence part : evidence) {
      if (part instanceof Evidence.Span span && span.source().equals(source)) {
        spans.add(span);
      }
    }
    return spans;
  }

  private static List<Field> fields(ReviewItem item, List<Evidence> evidence) {
    List<Field> fields = new ArrayList<>();
    item.conversation()
        .forEach(
            turn -> fields.add(new Field("before, " + turn.role().word(), Shown.of(turn.text()))));
    new TreeMap<>(item.fields())
        .forEach((name, value) ->
            fields.add(
                new Field(
                    Shown.of(name).plain(),
                    Shown.of(String.valueOf(value), spans(evidence, name)))));
    return fields;
  }

  /** The rules behind it, and the macro or the past reply it was made from. */
  private static List<Shown> support(ReviewItem item, List<Evidence> evidence) {
    List<Shown> rules = new ArrayList<>();
    if (!evidence.isEmpty()
        && evidence.getFirst() instanceof Evidence.Span span
        && isMade(item, span)) {
      rules.add(Shown.of("Made from " + span.source()));
    }
    for (Evidence part : evidence) {
      if (part instanceof Evidence.Rule(int line, String when)) {
        rules.add(Shown.of("Rule " + line + ": when " + when));
      }
    }
    return rules;
  }

  /** A macro's file, or the request whose reply was sent before. */
  private static boolean isMade(ReviewItem item, Evidence.Span span) {
    return !item.fields().containsKey(span.source()) && span.source().matches(".*\\.md|r_.*");
  }

  private static Why why(ReviewItem item) {
    String reason = item.reason();
    String words =
        switch (item.cause()) {
          // A raw score would be read as confidence, and believed.
          case LOW_MARGIN ->
              reason.startsWith("score ")
                  ? "The proposal is not sure enough to leave without a person."
                  : "The proposal may not leave without a person: " + reason + ".";
          case FAILED_CHECK -> "A check refused the proposal: " + reason + ".";
          case NO_PROPOSAL -> "No rung had an answer: " + reason + ".";
          case POLICY ->
              reason.startsWith("a person ")
                  ? "Nothing leaves here without a person."
                  : "A person decides here whatever the rungs say: " + reason + ".";
          case AUDIT -> "Random check: judge it without a suggestion; it cannot be skipped.";
        };
    return new Why(badge(item.cause()), Shown.of(words));
  }

  private static String otherwise(ReviewPolicy policy) {
    String label = policy.safeLabel();
    if (label != null) {
      return ", then it is answered with " + label;
    }
    return policy.otherwise().equals(ReviewPolicy.DECLINE) ? ", then it is declined" : "";
  }

  private Hold hold(ReviewItem item, String reader) {
    Lease lease = item.lease();
    if (lease == null || item.decided() != null || !lease.heldAt(times.clock().instant())) {
      return new Hold(null, false, null, null);
    }
    boolean mine = lease.holder().equals(reader);
    return new Hold(lease.holder(), mine, times.of(lease.until()), times.hour(lease.until()));
  }

  /** Where the answer is a text: what was typed so far, else the proposal. */
  private static @Nullable Writing writing(
      Feature feature, @Nullable Object proposal, Typed typed) {
    String noun = feature.kind().task().noun();
    return noun == null
        ? null
        : new Writing(
            noun,
            !typed.value().isEmpty() || proposal == null ? typed.value() : Shown.words(proposal));
  }

  /** The best guess first, then as declared; the label that means none of them stands last. */
  private static List<Choice> choices(Feature feature, @Nullable Object proposal) {
    String best = proposal == null ? null : String.valueOf(proposal);
    List<Choice> choices = new ArrayList<>();
    feature
        .labels()
        .forEach((label, description) ->
            choices.add(new Choice(label, description, label.equals(best))));
    choices.sort(
        Comparator.comparing((Choice choice) -> !choice.proposed())
            .thenComparing(choice -> choice.label().equals(feature.none())));
    return choices;
  }

  private @Nullable Ending ending(ReviewItem item, String reader) {
    Decided decided = item.decided();
    if (decided == null) {
      return null;
    }
    Object value = decided.value();
    Object proposal = item.blind() ? null : item.proposal();
    boolean corrected = decided.verdict() instanceof Verdict.Corrected;
    return new Ending(
        decided.verdict().decision(),
        value == null ? null : Shown.value(value),
        corrected && proposal != null
            ? WordDiff.of(Shown.words(proposal), Shown.words(value == null ? "" : value))
            : null,
        decided.verdict() instanceof Verdict.Rejected(String reason) ? reason : "",
        decided.reviewer().equals(Decided.NOBODY)
            ? "nobody: the due time passed"
            : decided.reviewer(),
        times.of(decided.at()),
        undoable(decided, reader));
  }

  boolean undoable(Decided decided, String reader) {
    return decided.reviewer().equals(reader)
        && decided.effective().isAfter(times.clock().instant());
  }

  /** The item this reader decided before the one on the page. */
  private @Nullable String back(Visit visit, ReviewItem item) {
    ReviewQueue queue = tenlines.reviews();
    int most = item.decided() == null ? 1 : MOST_BACK;
    List<ReviewItem> mine = queue.mine(visit.tenant(), visit.caller().name(), most);
    int here = mine.stream().map(ReviewItem::id).toList().indexOf(item.id());
    return here + 1 < mine.size() ? mine.get(here + 1).id() : null;
  }

  private static String brief(@Nullable Object value) {
    return value == null ? "nothing" : Shown.excerpt(Shown.words(value), LONGEST_BRIEF).plain();
  }

  /** A verdict in one line. */
  static String said(Decided decided) {
    Object value = decided.value();
    return switch (decided.verdict()) {
      case Verdict.Approved a -> "Approved as " + brief(value);
      case Verdict.Corrected c -> "Decided as " + brief(value);
      case Verdict.Rejected(String reason) -> reason.isEmpty() ? "Rejected" : "Rejected: " + reason;
    };
  }
}
