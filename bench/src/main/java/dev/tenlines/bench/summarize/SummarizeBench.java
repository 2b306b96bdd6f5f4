package dev.tenlines.bench.summarize;

import static dev.tenlines.bench.summarize.Summarized.CALLS;
import static dev.tenlines.bench.summarize.Summarized.LEASES;
import static dev.tenlines.bench.summarize.Summarized.STORIES;

import dev.tenlines.bench.Bench;
import dev.tenlines.bench.BenchData;
import dev.tenlines.bench.BenchRow;
import dev.tenlines.document.Document;
import dev.tenlines.salience.Counting;
import dev.tenlines.salience.Lesson;
import dev.tenlines.salience.Salience;
import dev.tenlines.salience.Scored;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The table of {@code bench/run summarize}: no language model is asked. */
public final class SummarizeBench {
  private static final int FOLDS = 5;

  private final BenchData data;
  private final Bench.Log log;
  private final long seed;
  private final List<BenchRow> rows = new ArrayList<>();

  private SummarizeBench(BenchData data, Bench.Log log, long seed) {
    this.data = data;
    this.log = log;
    this.seed = seed;
  }

  public static List<BenchRow> rows(BenchData data, Bench.Log log, long seed) {
    SummarizeBench bench = new SummarizeBench(data, log, seed);
    bench.stories();
    bench.calls();
    bench.rows.addAll(LengthBench.rows(data, log));
    bench.rows.addAll(KeyFactBench.rows(measured(data, LEASES), log));
    bench.rows.addAll(SupportBench.rows(data, log, seed));
    return bench.rows;
  }

  /** What is measured on: the test directory where there is one. */
  static List<Summarized> measured(BenchData data, String set) {
    return Summarized.read(data.test() == null ? data.data() : data.test(), set);
  }

  /**
   * With a test directory by the weights that are shipped; without one each story by weights that
   * were learned from four fifths of the others, because the shipped ones know them all.
   */
  private void stories() {
    List<Summarized> stories = new ArrayList<>(measured(data, STORIES));
    if (log.missing(STORIES, stories)) {
      return;
    }
    Collections.shuffle(stories, new SplittableRandom(seed));
    List<Salience> rankers = new ArrayList<>();
    for (int fold = 0; data.test() == null && fold < FOLDS; fold++) {
      List<Lesson> lessons = new ArrayList<>();
      for (int i = 0; i < stories.size(); i++) {
        if (i % FOLDS != fold) {
          lessons.addAll(stories.get(i).lessons());
        }
      }
      rankers.add(Salience.learned(lessons));
    }
    for (int budget : List.of(400, 200)) {
      List<Rouge> ours = new ArrayList<>();
      for (int i = 0; i < stories.size(); i++) {
        Salience ranker = rankers.isEmpty() ? Salience.shipped() : rankers.get(i % FOLDS);
        ours.add(rouge(stories.get(i), d -> summary(ranker, d, budget)));
      }
      Rouge lead = mean(stories, document -> lead(document, budget));
      Rouge random = mean(stories, document -> random(document, budget));
      boolean asked = budget == 400;
      report(
          STORIES,
          budget,
          Rouge.mean(ours),
          asked ? new Rouge(42.4, 8.7, 18.1) : null,
          asked ? new Rouge(44.5, 9.6, 18.8) : null,
          lead,
          random);
    }
  }

  /** Half of the calls teach, as a reviewer's verdicts would. */
  private void calls() {
    List<Summarized> calls = new ArrayList<>(Summarized.read(data.data(), CALLS));
    if (log.missing(CALLS, calls)) {
      return;
    }
    Collections.shuffle(calls, new SplittableRandom(seed));
    int half = calls.size() / 2;
    List<Summarized> held = Summarized.read(data.test(), CALLS);
    List<Summarized> asked = held.isEmpty() ? calls.subList(half, calls.size()) : held;
    List<Lesson> lessons =
        calls.subList(0, half).stream().flatMap(call -> call.lessons().stream()).toList();
    Salience taught = Salience.shipped().taught(lessons);
    int budget = 60;
    report(
        CALLS,
        budget,
        mean(asked, document -> summary(taught, document, budget)),
        new Rouge(22, 7, 15),
        new Rouge(28, 11, 19),
        mean(asked, document -> lead(document, budget)),
        mean(asked, document -> random(document, budget)));
    Rouge untaught = mean(asked, d -> summary(Salience.shipped(), d, budget));
    rows.add(BenchRow.printed(CALLS, "60 words, nobody taught it, ROUGE-1", untaught.one()));
  }

  private void report(
      String set,
      int budget,
      Rouge ours,
      @Nullable Rouge least,
      @Nullable Rouge aim,
      Rouge lead,
      Rouge random) {
    List<Function<Rouge, Double>> figures = List.of(Rouge::one, Rouge::two, Rouge::l);
    List<String> names = List.of("ROUGE-1", "ROUGE-2", "ROUGE-L");
    for (int i = 0; i < names.size(); i++) {
      Function<Rouge, Double> figure = figures.get(i);
      String metric = budget + " words, " + names.get(i);
      BenchRow row =
          least == null
              ? BenchRow.printed(set, metric, figure.apply(ours))
              : BenchRow.atLeast(set, metric, figure.apply(ours), figure.apply(least));
      row = aim == null ? row : row.aiming(figure.apply(aim));
      rows.add(row.beside("lead", figure.apply(lead)).beside("random", figure.apply(random)));
    }
  }

  private static Rouge mean(List<Summarized> rows, Function<Document, String> summary) {
    return Rouge.mean(rows.stream().map(row -> rouge(row, summary)).toList());
  }

  private static Rouge rouge(Summarized row, Function<Document, String> summary) {
    return Rouge.best(summary.apply(row.document()), row.references());
  }

  static String summary(Salience ranker, Document document, int budget) {
    return ranker.within(document, null, budget).text(document);
  }

  private static String lead(Document document, int budget) {
    List<String> taken = new ArrayList<>();
    int used = 0;
    for (String sentence : sentences(document)) {
      used += Counting.words(sentence);
      if (used > budget) {
        break;
      }
      taken.add(sentence);
    }
    return String.join(" ", taken);
  }

  private String random(Document document, int budget) {
    List<String> sentences = sentences(document);
    List<Integer> order = new ArrayList<>(IntStream.range(0, sentences.size()).boxed().toList());
    Collections.shuffle(order, new SplittableRandom(seed));
    Set<Integer> taken = new TreeSet<>();
    int used = 0;
    for (int at : order) {
      int words = Counting.words(sentences.get(at));
      if (used + words <= budget) {
        taken.add(at);
        used += words;
      }
    }
    return String.join(" ", taken.stream().map(sentences::get).toList());
  }

  private static List<String> sentences(Document document) {
    return Salience.shipped().rank(document, null).stream()
        .map(Scored::sentence)
        .map(span -> span.of(document.text()))
        .toList();
  }
}
