package dev.tenlines;

import java.util.List;

/**
 * A call that could not be carried out: what went wrong with the value in brackets, and what may
 * help. Every id stands in docs/reference/errors.md.
 */
public final class TenlinesException extends RuntimeException {
  private final Finding finding;

  public TenlinesException(String id, String what, String hint) {
    this(new Finding(Finding.Level.ERROR, id, what, hint));
  }

  public TenlinesException(Finding finding) {
    super(finding.toString());
    this.finding = finding;
  }

  /** One exception that says every finding. */
  public static TenlinesException of(List<Finding> findings) {
    Finding first = findings.getFirst();
    return findings.size() == 1
        ? new TenlinesException(first)
        : new TenlinesException(
            new Finding(
                Finding.Level.ERROR,
                first.id(),
                String.join("\n", findings.stream().map(Finding::toString).toList()),
                ""));
  }

  /** Throws one exception that says every error among the findings, if there is any. */
  public static void refuse(List<Finding> findings) {
    List<Finding> errors = findings.stream().filter(f -> f.level() == Finding.Level.ERROR).toList();
    if (!errors.isEmpty()) {
      throw of(errors);
    }
  }

  public String id() {
    return finding.id();
  }

  /** What went wrong, with the value and without the id. */
  public String what() {
    return finding.what();
  }

  public String hint() {
    return finding.hint();
  }
}
