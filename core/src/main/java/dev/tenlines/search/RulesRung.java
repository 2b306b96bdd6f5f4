package dev.tenlines.search;

import dev.tenlines.Outcome.Basis;
import dev.tenlines.Outcome.Reason;
import dev.tenlines.cost.Money;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Attempt.Absent;
import dev.tenlines.ladder.Attempt.Proposed;
import dev.tenlines.ladder.Attempt.Unfit;
import dev.tenlines.ladder.Rung;
import dev.tenlines.linking.Reading;
import dev.tenlines.linking.Understood;
import dev.tenlines.linking.Understood.Read;
import dev.tenlines.linking.Understood.Refused;
import java.util.List;

/**
 * Answers what the declared words explain to the last one. Of several readings none is guessed; a
 * word that nothing explains is told.
 *
 * @param shows whether rows may be shown
 */
record RulesRung(Desk desk, boolean shows) implements Rung<Found> {
  static final String NAME = "rules";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public Attempt<Found> attempt(Ask ask) {
    Understood understood = desk.read(ask.request());
    return switch (understood) {
      case Read(List<Reading> readings) when readings.size() == 1 -> one(readings.getFirst(), ask);
      case Read(List<Reading> readings) ->
          new Absent<>(
              Reason.UNCONFIRMED,
              Found.several(desk.readings(readings, ask.request())),
              List.of(),
              "it may mean " + readings.size() + " things",
              Money.ZERO);
      case Refused(var reason, String words, String why) ->
          switch (reason) {
            case UNKNOWN_WORD -> absent(Reason.UNKNOWN_WORD, words, why);
            case NO_SUCH_DATA -> absent(Reason.NO_SUCH_DATA, words, why);
            case NEEDS_REPORT -> absent(Reason.NEEDS_REPORT, words, why);
            // Sums of numbers and small talk are no model's task either.
            case ARITHMETIC -> new Unfit<>(Reason.ARITHMETIC, why, Money.ZERO);
            case NOT_A_QUERY -> new Unfit<>(Reason.NOT_A_QUERY, why, Money.ZERO);
          };
    };
  }

  private Attempt<Found> one(Reading reading, Ask ask) {
    Found found =
        shows
            ? desk.found(reading.plan(), ask.request())
            : desk.shown(reading.plan(), ask.request());
    return new Proposed<>(
        found,
        reading.score(),
        null,
        "",
        new Basis.Construction(),
        Desk.evidence(reading.plan(), ask.input()),
        Money.ZERO);
  }

  private static Attempt<Found> absent(Reason reason, String words, String why) {
    return new Absent<>(reason, Found.none(words, why), List.of(), why, Money.ZERO);
  }
}
