package dev.tenlines.rules;

import dev.tenlines.Request;
import dev.tenlines.yaml.Yaml;
import java.util.Map;

/** A condition of its own, written as those of a rule list are. */
public final class Condition {
  private final Cel.Condition compiled;

  private Condition(Cel.Condition compiled) {
    this.compiled = compiled;
  }

  /** Compiles a condition that stands in a file. */
  public static Condition of(Yaml when) {
    return new Condition(Cel.compile(when));
  }

  /** Whether it holds for a request. */
  public boolean holds(Request request) {
    return compiled.holds(
        new Mentions(request.input()),
        Map.of("input", request.input(), "fields", Cel.value(request.fields())));
  }
}
