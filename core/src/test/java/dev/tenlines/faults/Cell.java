package dev.tenlines.faults;

import static java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor;

import dev.tenlines.ladder.Feed;
import dev.tenlines.mock.Counts;
import dev.tenlines.mock.Fault;
import dev.tenlines.mock.Script;
import dev.tenlines.model.Books;
import dev.tenlines.model.Books.Row;
import dev.tenlines.model.Dialect;
import dev.tenlines.model.Lab;
import dev.tenlines.model.ModelClient.Asked;
import dev.tenlines.model.ModelText;
import dev.tenlines.model.Prompt;
import dev.tenlines.model.Reply.Broken;
import dev.tenlines.model.Reply.Whole;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One fault that does not pass, met by one feature in one way through one dialect. */
record Cell(Fault fault, Mode mode, Dialect dialect, Asking feature) {
  static final Duration DEADLINE = Duration.ofMillis(1500);
  static final Duration SLACK = Duration.ofMillis(250);
  private static final int MANY = 8;
  private static final int PLAYS = 3;
  private static final String SAID =
      "Here is a good answer of twelve words from the mock provider.";

  /** How the provider is asked. */
  enum Mode {
    WHOLE,
    STREAM,
    BULK
  }

  /** What asks. */
  enum Asking {
    CLASSIFY(Lab.PROMPT) {
      @Override
      String judge(ModelText text) {
        JsonNode json = text.json();
        String label = json == null ? "" : json.path("label").asString("");
        return switch (label) {
          case "delivery" -> Declared.RIGHT;
          case "returns" -> "FALSE";
          default -> Declared.ODD;
        };
      }
    },
    DRAFT(Prompt.of("You write letters.", "Where is my parcel?", null, 1000)) {
      @Override
      String judge(ModelText text) {
        return text.toVerify().equals(SAID) ? Declared.RIGHT : Declared.ODD;
      }
    };

    private final Prompt prompt;

    Asking(Prompt prompt) {
      this.prompt = prompt;
    }

    abstract String judge(ModelText text);
  }

  /** One answer and how long it took. */
  private record Came(String outcome, Duration took, String shown, @Nullable Whole whole) {}

  /** What one play found wrong, and how long the machine let nobody work meanwhile. */
  private record Played(List<String> wrong, Duration lost) {}

  /**
   * Plays it, and says everything that is wrong. A play in which the machine itself stood still for
   * longer than the slack tells nothing of the client: a healthy answer then is as late as a broken
   * one. It is played again, and the last play counts in any case.
   */
  List<String> play(Books books, Clock clock) throws Exception {
    Played played = once(books, clock);
    for (int again = 1; again < PLAYS && !played.wrong().isEmpty() && stood(played); again++) {
      played = once(books, clock);
    }
    return played.wrong();
  }

  private static boolean stood(Played played) {
    return played.lost().compareTo(SLACK) > 0;
  }

  private Played once(Books books, Clock clock) throws Exception {
    List<String> wrong = new ArrayList<>();
    Duration lost;
    Script script = Script.always(fault).retryAfter(Duration.ofSeconds(1));
    if (fault == Fault.C10 || fault == Fault.C11) {
      script = script.paced(Duration.ofMillis(15), 10);
    }
    String id = Lab.name(fault.id());
    try (Lab lab = new Lab(dialect, script, Lab.SHORT, books, clock);
        Stalls stalls = new Stalls()) {
      List<Came> all = ask(lab, id);
      lost = stalls.lost();
      Set<String> declared = Declared.of(this);
      for (Came came : all) {
        if (!declared.contains(came.outcome())) {
          wrong.add(this + " came out as " + came.outcome() + ", not " + declared);
        }
        Duration slack = Declared.heavy(fault) ? SLACK.multipliedBy(4) : SLACK;
        if (came.took().minus(lost).compareTo(DEADLINE.plus(slack)) > 0) {
          wrong.add("%s took %s, the machine lost %s".formatted(this, came.took(), lost));
        }
        if (came.whole() != null && !came.whole().text().toVerify().endsWith(came.shown())) {
          wrong.add(this + " showed other text than it answered: " + came.shown());
        }
      }
      if (!lab.quiet()) {
        wrong.add(this + " left the provider working");
      }
      if (books.holds(id) != 0) {
        wrong.add(this + " left " + books.holds(id) + " holds");
      }
      wrong.addAll(paid(lab.mock().counts(), books.rows(id), all));
    }
    return new Played(wrong, lost);
  }

  private List<Came> ask(Lab lab, String id) throws Exception {
    if (mode != Mode.BULK) {
      return List.of(ask(lab, id, mode == Mode.STREAM));
    }
    List<Came> all = new ArrayList<>();
    try (ExecutorService threads = newVirtualThreadPerTaskExecutor()) {
      List<Future<Came>> asked = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        int number = i;
        asked.add(threads.submit(() -> ask(lab, id + number, number % 2 == 0)));
      }
      for (Future<Came> one : asked) {
        all.add(one.get());
      }
    }
    return all;
  }

  private Came ask(Lab lab, String id, boolean stream) {
    StringBuilder shown = new StringBuilder();
    Consumer<ModelText> pieces = stream ? piece -> shown.append(piece.toVerify()) : null;
    long start = System.nanoTime();
    Asked asked =
        lab.client()
            .ask(
                feature.prompt,
                lab.request(id, DEADLINE, Feed.unwatched()),
                "model:m@1",
                1,
                pieces);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return switch (asked.reply()) {
      case Whole whole -> new Came(feature.judge(whole.text()), took, shown.toString(), whole);
      case Broken broken -> new Came(broken.failure().name(), took, shown.toString(), null);
    };
  }

  /** Where every call was counted by the provider, the sums are the same; else none is lost. */
  private List<String> paid(Counts counts, List<Row> rows, List<Came> all) {
    boolean counted = all.stream().allMatch(came -> came.whole() != null);
    if (!counted || rows.stream().anyMatch(Row::estimated) || fault == Fault.B11) {
      return List.of();
    }
    long input = rows.stream().mapToLong(Row::input).sum();
    long output = rows.stream().mapToLong(Row::output).sum();
    return input == counts.input() && output == counts.output()
        ? List.of()
        : List.of(this + " is booked as " + input + "+" + output + ", not " + counts);
  }
}
