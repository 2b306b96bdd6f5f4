package dev.tenlines.spring.test;

import dev.tenlines.Request;
import dev.tenlines.ladder.Ask;
import dev.tenlines.ladder.Attempt;
import dev.tenlines.ladder.Rung;
import java.util.function.Function;

/** The rung of a script. */
record ScriptedRung(Function<Request, Attempt<String>> lines) implements Rung<String> {

  @Override
  public String name() {
    return "script";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public Attempt<String> attempt(Ask ask) {
    return lines.apply(ask.request());
  }
}
