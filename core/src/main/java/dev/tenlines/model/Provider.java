package dev.tenlines.model;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Whoever takes a prompt and gives a reply, once: no retry, no waiting for better times. An
 * application brings its own model by implementing this.
 */
public interface Provider {

  /** Sends the prompt. Whatever goes wrong is a {@link Reply.Broken}. */
  Reply send(Prompt prompt, Call call);

  /**
   * What belongs to one call.
   *
   * @param left how long it may take in all
   * @param pieces takes the text as it is generated, or null where only the whole is wanted
   * @param leaving tells when the caller leaves
   */
  record Call(Duration left, @Nullable Consumer<ModelText> pieces, Leaving leaving) {}

  /** How a call learns that its caller has left. */
  @FunctionalInterface
  interface Leaving {
    /** Runs the action when the caller leaves; closing takes it back. */
    AutoCloseable onLeave(Runnable action);

    /** A caller that stays. */
    Leaving NEVER = action -> () -> {};
  }
}
