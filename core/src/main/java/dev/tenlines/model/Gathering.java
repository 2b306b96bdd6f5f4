package dev.tenlines.model;

import dev.tenlines.cost.Usage;
import dev.tenlines.model.Reply.Broken;
import dev.tenlines.model.Reply.TokenChance;
import dev.tenlines.model.Reply.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  private final Map<Integer, StringBuilder> blocks = new TreeMap<>();
  private final List<TokenChance> logprobs = new ArrayList<>();
  private final @Nullable Consumer<ModelText> pieces;
  private final Usage guess;
  private String model;
  private long parts;
  private boolean thought;
  private boolean ended;
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

  /** Text of one content block; blocks may come interleaved and are joined by their number. */
  void text(int block, String text) {
    if (text.isEmpty()) {
      return;
    }
    synchronized (this) {
      parts++;
      blocks.computeIfAbsent(block, number -> new StringBuilder()).append(text);
    }
    if (pieces != null) {
      pieces.accept(new ModelText(text));
    }
  }

  /** It thought aloud: never shown, but paid for. */
  synchronized void thought() {
    thought = true;
    parts++;
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
    usage = counted;
  }

  synchronized @Nullable Usage usage() {
    return usage;
  }

  synchronized void finish(Finish reason, String said) {
    if (finish == null || finish == Finish.GOOD) {
      finish = reason;
      finishSaid = said;
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
        ModelText text = new ModelText(joined());
        yield text.isBlank()
            ? broken(
                Failure.EMPTY, thought ? "only thought, said nothing" : "ended well, said nothing")
            : new Whole(text, used(), model, logprobs);
      }
    };
  }

  /** What was used up to here: the provider's counts, else ours, marked as a guess. */
  synchronized Usage used() {
    Usage counted = usage;
    if (counted == null || counted.prompt() + counted.output() <= 0) {
      return new Usage(guess.input(), 0, 0, 0, parts, 0, null, true);
    }
    // A stream that broke told its prompt's tokens only: what came until then was generated.
    return ended || finish != null || counted.output() >= parts
        ? counted
        : new Usage(
            counted.input(),
            counted.cacheRead(),
            counted.cacheWrite(),
            counted.cacheWriteHour(),
            parts,
            counted.thinking(),
            counted.tier(),
            true);
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
