package dev.tenlines.model;

import dev.tenlines.cost.Usage;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of one call. */
public sealed interface Reply {

  /** What the call used, as far as the provider said, else our estimate. */
  Usage usage();

  /**
   * A whole answer: its end was announced, its finish reason is a good one.
   *
   * @param model the model that answered, as the provider names it
   * @param logprobs the tokens with their probabilities, empty where the provider does not tell
   */
  record Whole(ModelText text, Usage usage, String model, List<TokenChance> logprobs)
      implements Reply {
    public Whole {
      logprobs = List.copyOf(logprobs);
    }
  }

  /**
   * No answer.
   *
   * @param detail what happened, in words without any secret or page of the provider
   * @param costs whether the provider may bill it: it began to work, or nobody knows
   * @param again whether the same call may succeed a moment later
   * @param retryAfter how long the provider asks to wait, or null
   */
  record Broken(
      Failure failure,
      String detail,
      Usage usage,
      boolean costs,
      boolean again,
      @Nullable Duration retryAfter)
      implements Reply {

    /** A call that the provider never worked on. */
    public static Broken free(Failure failure, String detail) {
      return new Broken(failure, detail, Usage.NONE, false, failure.again(), null);
    }

    /** A call that may be billed. */
    public static Broken used(Failure failure, String detail, Usage usage) {
      return new Broken(failure, detail, usage, true, failure.again(), null);
    }
  }

  /**
   * A generated token and how likely it was.
   *
   * @param chance 0 to 1
   * @param others what else could have stood there
   */
  record TokenChance(String token, double chance, List<TokenChance> others) {
    public TokenChance {
      others = List.copyOf(others);
    }
  }
}
