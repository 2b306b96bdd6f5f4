package dev.tenlines.answer;

import dev.tenlines.Evidence;
import dev.tenlines.Outcome;
import dev.tenlines.Outcome.Answered;
import dev.tenlines.Outcome.Declined;
import dev.tenlines.Outcome.Deferred;
import dev.tenlines.Outcome.Reason;
import dev.tenlines.ladder.History;
import dev.tenlines.ladder.History.Entry;
import dev.tenlines.ladder.History.Filter;
import dev.tenlines.ladder.Rung;
import dev.tenlines.learn.Embedder;
import dev.tenlines.learn.Likeness;
import dev.tenlines.review.Decided;
import dev.tenlines.review.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people asked a feature and its documents lack, and which answers of people cannot be relied
 * on any more.
 *
 * @param requests how many requests were looked at, the newest ones
 * @param gaps the most asked first
 * @param stale answers that people wrote for documents that have changed since
 */
public record Gaps(String feature, int requests, List<Gap> gaps, List<Stale> stale) {
  private static final int MOST_REQUESTS = 2_000;
  private static final int PAGE = 200;

  /** From this likeness on two questions ask the same. */
  private static final double SAME = 0.6;

  private static final Set<Reason> LACKING = Set.of(Reason.NOT_IN_DOCUMENTS, Reason.NO_ANSWER);

  public Gaps {
    gaps = List.copyOf(gaps);
    stale = List.copyOf(stale);
  }

  /**
   * An answer of a person that is not given alone any more.
   *
   * @param name its file, or the id of the request it was the answer to
   * @param question the first question it answers
   * @param why which document has changed or is gone
   */
  public record Stale(String name, String question, String text, String why) {}

  /** Looks through a tenant's newest requests. */
  public static Gaps of(
      History history,
      List<? extends Rung<?>> rungs,
      @Nullable Embedder embedder,
      String tenant,
      String feature) {
    List<Entry> looked = newest(history, tenant, feature);
    List<Entry> open = looked.stream().filter(Gaps::isLacking).toList();
    List<Stale> stale =
        rungs.stream()
            .flatMap(rung -> rung instanceof CuratedRung own ? Stream.of(own) : Stream.of())
            .flatMap(own -> own.curated().stale(tenant).stream())
            .map(one ->
                new Stale(
                    one.written().name(),
                    one.written().questions().getFirst(),
                    one.written().text(),
                    String.valueOf(one.stale())))
            .toList();
    return new Gaps(feature, looked.size(), grouped(open, embedder), stale);
  }

  private static List<Entry> newest(History history, String tenant, String feature) {
    List<Entry> all = new ArrayList<>();
    String before = null;
    while (all.size() < MOST_REQUESTS) {
      List<Entry> page = history.list(new Filter(tenant, feature, null, before, PAGE));
      all.addAll(page);
      if (page.size() < PAGE) {
        break;
      }
      before = page.getLast().outcome().id();
    }
    return all;
  }

  /** Declined, rejected by a person, or not yet answered by one. */
  private static boolean isLacking(Entry entry) {
    Decided decided = entry.decided();
    boolean rejected = decided != null && decided.verdict() instanceof Verdict.Rejected;
    return switch (entry.outcome()) {
      case Answered<Object> answered -> rejected;
      case Deferred<Object> deferred -> rejected || decided == null;
      case Declined<Object> declined -> LACKING.contains(declined.reason());
    };
  }

  private static List<Gap> grouped(List<Entry> entries, @Nullable Embedder embedder) {
    List<String> texts = entries.stream().map(one -> Question.of(one.request()).text()).toList();
    Likeness likeness = Likeness.learn(texts, embedder);
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Likeness.Print print = likeness.of(texts.get(i));
      Group best = null;
      double most = SAME;
      for (Group group : groups) {
        double like = print.like(group.head());
        if (like >= most) {
          best = group;
          most = like;
        }
      }
      if (best == null) {
        best = new Group(print, new ArrayList<>());
        groups.add(best);
      }
      best.entries().add(entries.get(i));
    }
    return groups.stream()
        .map(Group::gap)
        .sorted(Comparator.comparingInt(Gap::requests).thenComparing(Gap::last).reversed())
        .toList();
  }

  /** Questions that ask the same as their newest. */
  private record Group(Likeness.Print head, List<Entry> entries) {
    private Gap gap() {
      Entry newest = entries.getFirst();
      return new Gap(
          newest.request().input(),
          entries.stream().map(entry -> entry.request().input()).distinct().toList(),
          entries.size(),
          newest.created(),
          newest.outcome().id(),
          entries.stream()
              .flatMap(entry -> nearest(entry.outcome()).stream())
              .findFirst()
              .orElse(null));
    }
  }

  private static List<Gap.Nearest> nearest(Outcome<Object> outcome) {
    if (Answering.said(outcome) instanceof Map<?, ?> map
        && map.get("quotes") instanceof List<?> quotes
        && !quotes.isEmpty()
        && quotes.getFirst() instanceof Map<?, ?> quote) {
      return List.of(
          new Gap.Nearest(
              text(quote, "text"),
              text(quote, "source"),
              text(quote, "heading"),
              text(quote, "link")));
    }
    return outcome.evidence().stream()
        .flatMap(one -> one instanceof Evidence.Span span ? Stream.of(span) : Stream.of())
        .map(span -> new Gap.Nearest(span.text(), span.source(), "", span.source()))
        .limit(1)
        .toList();
  }

  private static String text(Map<?, ?> map, String key) {
    return map.get(key) instanceof String text ? text : "";
  }
}
