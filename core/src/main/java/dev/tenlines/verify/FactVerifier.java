package dev.tenlines.verify;

import dev.tenlines.Evidence.Span;
import dev.tenlines.text.Fact;
import dev.tenlines.text.Facts;
import java.util.List;
import java.util.Objects;

/**
 * Checks that every fact of a kind in a text is said by one of its sources: numbers and dates by
 * value, names by their normal form. What no source says is a violation, whether or not it is true.
 */
public enum FactVerifier {
  NUMBER("number", Fact.Figure.class),
  DATE("date", Fact.Day.class),
  NAME("name", Fact.Name.class);

  private final String name;
  private final Class<? extends Fact> kind;

  FactVerifier(String name, Class<? extends Fact> kind) {
    this.name = name;
    this.kind = kind;
  }

  /** What is wrong with a text by all three. */
  public static List<Violation> all(String text, List<Source> sources) {
    List<Fact> facts = Facts.of(text);
    return java.util.Arrays.stream(values())
        .flatMap(verifier -> verifier.violations(facts, sources).stream())
        .toList();
  }

  /** What is wrong with a text; empty when nothing is. */
  public List<Violation> verify(String text, List<Source> sources) {
    return violations(Facts.of(text), sources);
  }

  /** Where the sources say the facts of a text, one place for each fact that has one. */
  public static List<Span> evidence(String text, List<Source> sources) {
    return Facts.of(text).stream()
        .map(fact -> sources.stream().map(s -> s.says(fact)).filter(Objects::nonNull).findFirst())
        .flatMap(java.util.Optional::stream)
        .distinct()
        .toList();
  }

  private List<Violation> violations(List<Fact> facts, List<Source> sources) {
    return facts.stream()
        .filter(kind::isInstance)
        .filter(fact -> sources.stream().allMatch(source -> source.says(fact) == null))
        .map(fact -> new Violation(name, "The " + name + " (" + fact.text() + ") is in no source."))
        .distinct()
        .toList();
  }
}
