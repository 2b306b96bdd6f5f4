package dev.tenlines.spring.test;

import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;

/** Starts the application context of a {@link TenlinesTest}. */
final class TenlinesTestBootstrapper extends TestSliceTestContextBootstrapper<TenlinesTest> {}
