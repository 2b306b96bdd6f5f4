package dev.tenlines.ladder;

import dev.tenlines.Request;
import dev.tenlines.cost.Money;
import java.time.Duration;
import java.util.function.Function;

/** A rung that does what a test says. */
public final class ScriptedRung implements Rung<String> {
  private final String name;
  private final Duration expected;
  private final Function<Request, Attempt<String>> script;
  private int asked;

  public ScriptedRung(String name, Duration expected, Function<Request, Attempt<String>> script) {
    this.name = name;
    this.expected = expected;
    this.script = script;
  }

  public static ScriptedRung proposing(String name, String value, double score) {
    return new ScriptedRung(name, Duration.ZERO, request -> proposal(value, score));
  }

  public static Attempt<String> proposal(String value, double score) {
    return new Attempt.Proposed<>(value, score, null, "", null, java.util.List.of(), Money.ZERO);
  }

  public int asked() {
    return asked;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public Duration expected() {
    return expected;
  }

  @Override
  public Attempt<String> attempt(Ask ask) {
    asked++;
    return script.apply(ask.request());
  }
}
