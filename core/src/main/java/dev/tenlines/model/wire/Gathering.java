package dev.tenlines.model.wire;

import dev.tenlines.cost.Usage;
import dev.tenlines.model.Failure;
import dev.tenlines.model.ModelText;
import dev.tenlines.model.Reply;
import dev.tenlines.model.Reply.Broken;
import dev.tenlines.model.Reply.TokenChance;
import dev.tenlines.model.Reply.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One answer as it comes in, event by event or at once, until it is proved whole or broken. */
final class Gathering {
  /** What a finish reason means, whatever the dialect calls it. */
  enum Finish {
    GOOD,
    LENGTH,
    REFUSAL,
    ODD
  }

  /** No call uses more tokens: a count beyond is no count. */
  private static final long MOST_TOKENS = 100_000_000;

  /** Where the provider does not count, a token of an answer is taken to have four characters. */
  private static final int CHARACTERS_PER_TOKEN = 4;

  private final NavigableMap<Integer, StringBuilder> blocks = new TreeMap<>();
  private final List<TokenChance> logprobs = new ArrayList<>();
  private final @Nullable Consumer<ModelText> pieces;
  private final Usage guess;
  private String model;
  private long parts;
  private int shownBlock = -1;
  private long characters;
  private boolean thought;
  private boolean ended;
  private boolean left;
  private @Nullable Finish finish;
  private String finishSaid = "";
  private @Nullable Usage usage;
  private @Nullable Broken error;

  /**
   * Begins to gather.
   *
   * @param guess what the prompt may have cost, where the provider never says
   */
  Gathering(String model, Usage guess, @Nullable Consumer<ModelText> pieces) {
    this.model = model;
    this.guess = guess;
    this.pieces = pieces;
  }

  /**
   * Text of one content block. Blocks may come interleaved and are joined by their number: the
   * first is shown as it comes, what others say is held back until all is said.
   */
  void text(int block, String text) {
    if (text.isEmpty()) {
      return;
    }
    boolean now;
    synchronized (this) {
      // What follows the finish reason, or comes when nobody waits any more, is no part of it.
      if (finish != null || left) {
        return;
      }
      parts++;
      characters += text.length();
      blocks.computeIfAbsent(block, number -> new StringBuilder()).append(text);
      shownBlock = shownBlock < 0 ? block : shownBlock;
      now = block == shownBlock;
    }
    if (pieces != null && now) {
      pieces.accept(ModelText.of(text));
    }
  }

  /** It thought aloud: never shown, but paid for. */
  synchronized void thought(String text) {
    thought = true;
    parts++;
    characters += text.length();
  }

  /** Whether the model has begun to say or think something. */
  synchronized boolean begun() {
    return parts > 0 || finish != null;
  }

  /** Nobody waits any more: what still comes is shown to nobody. */
  synchronized void leave() {
    left = true;
  }

  synchronized void token(TokenChance token) {
    logprobs.add(token);
  }

  synchronized void model(String name) {
    if (!name.isBlank()) {
      model = name;
    }
  }

  /** The counts so far: providers repeat them, the last word stands. */
  synchronized void usage(Usage counted) {
    if (counted.input() <= MOST_TOKENS
        && counted.cacheRead() <= MOST_TOKENS
        && counted.cacheWrite() <= MOST_TOKENS
        && counted.cacheWriteHour() <= MOST_TOKENS
        && counted.output() <= MOST_TOKENS) {
      usage = counted;
    }
  }

  synchronized @Nullable Usage usage() {
    return usage;
  }

  /** Why it ended. */
  void finish(Finish reason, String said) {
    StringBuilder held = new StringBuilder();
    synchronized (this) {
      if (finish == null && reason == Finish.GOOD && !left) {
        blocks.tailMap(shownBlock, false).values().forEach(held::append);
      }
      if (finish == null || finish == Finish.GOOD) {
        finish = reason;
        finishSaid = said;
      }
    }
    if (pieces != null && !held.isEmpty()) {
      pieces.accept(ModelText.of(held.toString()));
    }
  }

  synchronized boolean finished() {
    return finish != null;
  }

  /** The terminal event came: what follows is not part of the answer. */
  synchronized void end() {
    ended = true;
  }

  synchronized boolean ended() {
    return ended || error != null;
  }

  /** An error told inside the answer. */
  synchronized void error(Failure failure, String detail) {
    if (error == null) {
      error = Broken.used(failure, detail, used());
    }
  }

  /** What has been gathered, now that nothing more comes. */
  synchronized Reply reply() {
    if (error != null) {
      return Broken.used(error.failure(), error.detail(), used());
    }
    if (finish == null) {
      return broken(Failure.INVALID, "the answer ended without saying so");
    }
    return switch (finish) {
      case LENGTH -> broken(Failure.TRUNCATED, "stopped at the length limit");
      case REFUSAL -> broken(Failure.REFUSED, "refused (" + finishSaid + ")");
      case ODD -> broken(Failure.INVALID, "ended for an unknown reason (" + finishSaid + ")");
      case GOOD -> {
        ModelText text = ModelText.of(joined());
        yield text.isBlank()
            ? broken(
                Failure.EMPTY, thought ? "only thought, said nothing" : "ended well, said nothing")
            : new Whole(text, used(), model, logprobs);
      }
    };
  }

  /** What was used up to here: the provider's counts, and ours where it did not count. */
  synchronized Usage used() {
    Usage counted = usage == null ? Usage.NONE : usage;
    long generated =
        Math.max(parts, (characters + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN);
    boolean noPrompt = counted.prompt() <= 0;
    // A stream that broke told its prompt's tokens only: what came until then was generated.
    boolean over = ended || finish != null;
    boolean noOutput = counted.output() < (over ? Math.min(1, generated) : generated);
    return new Usage(
        noPrompt ? guess.input() : counted.input(),
        counted.cacheRead(),
        counted.cacheWrite(),
        counted.cacheWriteHour(),
        noOutput ? generated : counted.output(),
        counted.thinking(),
        counted.tier(),
        !over || noPrompt || noOutput);
  }

  private Broken broken(Failure failure, String detail) {
    return Broken.used(failure, detail, used());
  }

  private String joined() {
    StringBuilder whole = new StringBuilder();
    blocks.values().forEach(whole::append);
    return whole.toString();
  }

  /** A finish reason in lower case, shortened: it comes from outside. */
  static String said(String reason) {
    String said = reason.toLowerCase(Locale.ROOT);
    return said.length() > 40 ? said.substring(0, 40) : said;
  }
}
