package dev.tenlines.spring;

import dev.tenlines.Outcome;
import dev.tenlines.Request;
import java.util.function.BiConsumer;

/**
 * A bean that hears of every outcome, on the thread that asked and after the outcome is durable. It
 * must be quick; what it throws is logged and changes nothing.
 */
@FunctionalInterface
public interface OutcomeListener extends BiConsumer<Request, Outcome<?>> {}
