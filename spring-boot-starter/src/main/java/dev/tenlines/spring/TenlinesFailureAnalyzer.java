package dev.tenlines.spring;

import dev.tenlines.TenlinesException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what stopped the start and what may help, in place of a stack trace. */
final class TenlinesFailureAnalyzer extends AbstractFailureAnalyzer<TenlinesException> {

  @Override
  protected FailureAnalysis analyze(Throwable root, TenlinesException cause) {
    return new FailureAnalysis(
        cause.id() + " " + cause.what(), cause.hint().isEmpty() ? null : cause.hint(), cause);
  }
}
