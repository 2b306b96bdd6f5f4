package dev.tenlines.spring.test;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Empties the script after each test: several may share one application context. */
final class ScriptReset extends AbstractTestExecutionListener {

  @Override
  public void afterTestMethod(TestContext test) {
    if (test.hasApplicationContext()) {
      test.getApplicationContext()
          .getBeanProvider(ScriptedRungs.class)
          .ifAvailable(ScriptedRungs::clear);
    }
  }
}
