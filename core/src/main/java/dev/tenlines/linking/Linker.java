package dev.tenlines.linking;

import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Dictionary;
import dev.tenlines.linking.Planner.Routes;
import dev.tenlines.linking.Understood.Reason;
import dev.tenlines.lookups.Precomputed;
import dev.tenlines.query.QueryPlan;
import dev.tenlines.query.Said;
import dev.tenlines.rendering.PlanCheck;
import dev.tenlines.text.Setting;
import dev.tenlines.text.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads questions in words as plans over declared names: by rules alone, the same way every time.
 * Safe for use by many threads.
 */
public final class Linker {
  private static final int MOST_WORDS = 80;

  /** More than these nobody can choose from. */
  private static final int MOST_READINGS = 3;

  private static final double UNUSED = .15;
  private static final double FETCHED = .08;

  private final Catalog catalog;
  private final Dictionary dictionary;
  private final Names names;
  private final Routes routes;
  private final PlanCheck check;
  private final Moments moments = new Moments();
  private final Precomputed precomputed;

  /** Reads questions about what precomputed figures are computed from, or null without any. */
  private final @Nullable Linker sources;

  public Linker(Catalog catalog, Dictionary dictionary) {
    this.catalog = catalog;
    this.dictionary = dictionary;
    this.names = new Names(catalog);
    this.routes = new Routes(catalog);
    this.check = PlanCheck.of(catalog);
    this.precomputed = new Precomputed(catalog);
    Catalog plain = precomputed.sources();
    this.sources = precomputed.isEmpty() ? null : new Linker(plain, dictionary.within(plain));
  }

  /**
   * What a question means.
   *
   * @param setting where and when it is asked: its clock decides what {@code last week} is
   */
  public Understood read(String question, Setting setting) {
    Words words = Words.of(question);
    Understood.Refused refused = Refusals.before(words);
    if (refused != null) {
      return refused;
    }
    if (words.all().size() > MOST_WORDS) {
      return new Understood.Refused(
          Reason.NEEDS_REPORT, "", "The question is too long for a search.");
    }
    Understood computed = sources == null ? null : sources.read(question, setting);
    List<Reading> both = computed instanceof Understood.Read read ? lookedUp(read) : List.of();
    if (!both.isEmpty()) {
      return new Understood.Read(both);
    }
    Understood direct = direct(words, question, setting);
    return direct instanceof Understood.Refused && computed instanceof Understood.Read read
        ? read
        : direct;
  }

  private Understood direct(Words words, String question, Setting setting) {
    List<Spot> spots = new Spots(words).read(names, dictionary, moments, setting);
    List<Reading> readings = readings(spots, question);
    List<Reading> whole = readings.stream().filter(Reading::isWhole).toList();
    if (whole.isEmpty() || Clauses.isTwice(spots)) {
      whole = within(spots, question, whole);
    }
    return whole.isEmpty() ? Refusals.after(spots, readings) : new Understood.Read(whole);
  }

  /** What would be computed, each with what is there already; none where nothing is. */
  private List<Reading> lookedUp(Understood.Read read) {
    List<Reading> both = new ArrayList<>();
    for (Reading reading : read.readings()) {
      both.add(reading);
      for (QueryPlan plan : precomputed.lookups(reading.plan())) {
        if (check.wrong(plan).isEmpty()) {
          both.add(new Reading(plan, reading.score(), reading.unused(), reading.ignored()));
        }
      }
    }
    boolean found = both.size() > read.readings().size();
    return found ? List.copyOf(both.subList(0, Math.min(MOST_READINGS, both.size()))) : List.of();
  }

  /** What the question means with a question in it, if anything. */
  private List<Reading> within(List<Spot> spots, String question, List<Reading> plain) {
    Clauses.Rules rules =
        some -> readings(some, question).stream().filter(Reading::isWhole).toList();
    List<Reading> divided = new Clauses(catalog, rules, question).read(Clauses.fresh(spots));
    return divided.isEmpty() ? plain : divided;
  }

  /** All that a question may mean, the best first, among them what is not to be trusted. */
  public List<Reading> readings(String question, Setting setting) {
    Words words = Words.of(question);
    return words.all().size() > MOST_WORDS
        ? List.of()
        : readings(new Spots(words).read(names, dictionary, moments, setting), question);
  }

  private List<Reading> readings(List<Spot> spots, String question) {
    Draft draft = Grammar.read(catalog, spots, question);
    List<Said> unused = new ArrayList<>();
    List<Said> ignored = new ArrayList<>();
    for (Spot spot : spots) {
      if (!spot.used) {
        (spot.isLight() ? ignored : unused).add(spot.said);
      }
    }
    return new Planner(catalog, routes, check, draft, spots)
        .plans().stream()
            .map(made -> new Reading(made.plan(), score(made, unused.size()), unused, ignored))
            .sorted(Comparator.comparingDouble(Reading::score).reversed())
            .toList();
  }

  private static double score(Planner.Made made, int unused) {
    double score = 1 - FETCHED * made.cost() - UNUSED * unused;
    return Math.max(0, Math.min(1, score));
  }
}
