package dev.tenlines.verify;

import dev.tenlines.Request;
import java.util.List;
import java.util.Set;

/** Only a declared label may leave. */
public final class LabelVerifier implements Verifier<String> {
  private final Set<String> labels;

  public LabelVerifier(Iterable<String> labels) {
    this.labels = new java.util.HashSet<>();
    labels.forEach(this.labels::add);
  }

  @Override
  public List<Violation> verify(Request request, String value) {
    return labels.contains(value)
        ? List.of()
        : List.of(new Violation("label", "The label (" + value + ") is not declared."));
  }
}
