package dev.tenlines.spring;

import dev.tenlines.webhook.DecidedReview;

/**
 * An application event: a person decided what a request had been deferred for.
 *
 * <p>It comes ten seconds after the verdict, when that can no longer be undone, and it comes at
 * least once: when a listener throws, or the process dies, the same review is told again. Listeners
 * therefore do something that may be done twice, such as setting a state.
 */
public record ReviewDecided(DecidedReview review) {}
