package dev.tenlines.spring.test;

import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;

/** Leaves the application's components out of a {@link TenlinesTest}. */
final class TenlinesTypeExcludeFilter
    extends StandardAnnotationCustomizableTypeExcludeFilter<TenlinesTest> {

  TenlinesTypeExcludeFilter(Class<?> testClass) {
    super(testClass);
  }
}
