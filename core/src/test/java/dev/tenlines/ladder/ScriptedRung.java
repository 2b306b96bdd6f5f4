package dev.tenlines.ladder;

import dev.tenlines.Request;
import dev.tenlines.cost.Money;
import java.util.function.Function;

/** A rung that does what a test says. */
public final class ScriptedRung implements Rung<String> {
  private final String name;
  private final Money ceiling;
  private final Function<Request, Attempt<String>> script;
  private int asked;

  public ScriptedRung(String name, Money ceiling, Function<Request, Attempt<String>> script) {
    this.name = name;
    this.ceiling = ceiling;
    this.script = script;
  }

  public static ScriptedRung proposing(String name, String value, double score) {
    return new ScriptedRung(name, Money.ZERO, request -> proposal(value, score));
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
  public Money ceiling() {
    return ceiling;
  }

  @Override
  public Attempt<String> attempt(Request request, Deadline deadline) {
    asked++;
    return script.apply(request);
  }
}
