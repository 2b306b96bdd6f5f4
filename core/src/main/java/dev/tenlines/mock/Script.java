package dev.tenlines.mock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What each coming request gets: first one thing a request, then the same for all that follow; and
 * how good answers look. A script never changes; how far it was played is known to the mock.
 */
public final class Script {
  /** Requests in one phase of the faults that last. */
  static final int PHASE = 60;

  private static final long SEED = 1;
  private static final double BROWN_OUT = 0.3;
  private static final int FLAP = 5;

  /** What happens when the first part is over. */
  private sealed interface Rest {
    record Good() implements Rest {}

    record Always(Fault fault) implements Rest {}

    record Sometimes(Fault fault, double share) implements Rest {}
  }

  /**
   * How good answers look.
   *
   * @param reply the text for a request, or null for the usual one
   * @param pace the time between two tokens
   * @param events how many tokens, or 0 for as many as the text has
   * @param cacheRead prompt tokens that are said to come from a cache
   * @param cacheWrite prompt tokens that are said to go to a cache
   * @param thoughts tokens that are thought before the text
   * @param retryAfter how long a 429 says to wait
   */
  record Style(
      @Nullable Function<Received, String> reply,
      Duration pace,
      int events,
      long cacheRead,
      long cacheWrite,
      int thoughts,
      Duration retryAfter) {
    static final Style USUAL = new Style(null, Duration.ZERO, 0, 0, 0, 0, Duration.ofSeconds(1));

    Style saying(Function<Received, String> text) {
      return new Style(text, pace, events, cacheRead, cacheWrite, thoughts, retryAfter);
    }

    Style paced(Duration between, int count) {
      return new Style(reply, between, count, cacheRead, cacheWrite, thoughts, retryAfter);
    }

    Style cached(long read, long written) {
      return new Style(reply, pace, events, read, written, thoughts, retryAfter);
    }

    Style thinking(int tokens) {
      return new Style(reply, pace, events, cacheRead, cacheWrite, tokens, retryAfter);
    }

    Style waiting(Duration wait) {
      return new Style(reply, pace, events, cacheRead, cacheWrite, thoughts, wait);
    }
  }

  /** One part of the row at the start; null is a good answer. */
  private record Part(@Nullable Fault fault, int times) {}

  private final List<Part> parts;
  private final Rest rest;
  private final Style style;
  private final long seed;

  private Script(List<Part> parts, Rest rest, Style style, long seed) {
    this.parts = List.copyOf(parts);
    this.rest = rest;
    this.style = style;
    this.seed = seed;
  }

  /** Always a good answer. */
  public static Script answers() {
    return new Script(List.of(), new Rest.Good(), Style.USUAL, SEED);
  }

  /** Always a good answer with the text that is made for the request. */
  public static Script answers(Function<Received, String> reply) {
    return answers().withReply(reply);
  }

  /** One fault for each coming request, afterwards good answers. */
  public static Script faults(Fault... faults) {
    Script script = answers();
    for (Fault fault : faults) {
      script = script.then(fault, 1);
    }
    return script;
  }

  /** The same fault for every request. */
  public static Script always(Fault fault) {
    return new Script(List.of(), new Rest.Always(fault), Style.USUAL, SEED);
  }

  /** A fault for a share of the requests, the same ones for the same seed. */
  public static Script sometimes(Fault fault, double share, long seed) {
    return new Script(List.of(), new Rest.Sometimes(fault, share), Style.USUAL, seed);
  }

  /**
   * A script in one line: {@code S01,S08x3,ok,C09}; {@code 30% S08 seed 7}; {@code ok x5, always
   * S07, pace 100ms x50}.
   */
  public static Script parse(String text) {
    return ScriptText.parse(text);
  }

  /** This row, then so many requests with this fault; a phase counts with its whole length. */
  public Script then(Fault fault, int times) {
    return and(new Part(fault, times));
  }

  /** This row, then so many good answers. */
  public Script thenGood(int times) {
    return and(new Part(null, times));
  }

  private Script and(Part part) {
    List<Part> all = new ArrayList<>(parts);
    all.add(part);
    return new Script(all, rest, style, seed);
  }

  /** This row first, then everything another script says after its own; answers as here. */
  public Script then(Script after) {
    List<Part> all = new ArrayList<>(parts);
    all.addAll(after.parts);
    return new Script(all, after.rest, style, after.seed);
  }

  /** The same script, whose good answers have the text that is made for the request. */
  public Script withReply(Function<Received, String> reply) {
    return with(style.saying(reply));
  }

  /**
   * The same script, whose good answers take this time for each token, whole ones too; with events
   * above 0 the usual text is made that many tokens long.
   */
  public Script paced(Duration betweenEvents, int events) {
    return with(style.paced(betweenEvents, events));
  }

  /** The same script, which says that so many prompt tokens were read from a cache or written. */
  public Script cached(long read, long written) {
    return with(style.cached(read, written));
  }

  /** The same script, whose good answers think so many tokens before they speak. */
  public Script thinking(int tokens) {
    return with(style.thinking(tokens));
  }

  /** The same script, whose faults with status 429 say to wait this long. */
  public Script retryAfter(Duration wait) {
    return with(style.waiting(wait));
  }

  /** The same script with other draws. */
  public Script seeded(long other) {
    return new Script(parts, rest, style, other);
  }

  private Script with(Style other) {
    return new Script(parts, rest, other, seed);
  }

  Style style() {
    return style;
  }

  /** What the nth request gets, counted from 0; null for a good answer. */
  @Nullable Fault fault(long n) {
    long left = n;
    for (Part part : parts) {
      Fault fault = part.fault;
      boolean phase = fault != null && fault.phase();
      long length = phase ? (long) part.times * PHASE : part.times;
      if (left < length) {
        return fault == null || !phase ? fault : phase(fault, left, seed);
      }
      left -= length;
    }
    return switch (rest) {
      case Rest.Good() -> null;
      case Rest.Always(Fault fault) -> fault.phase() ? phase(fault, left, seed) : fault;
      case Rest.Sometimes(Fault fault, double share) -> drawn(share, left, seed) ? fault : null;
    };
  }

  /** Whether the nth request and all after it get the same fault. */
  boolean forever(long n) {
    long length = 0;
    for (Part part : parts) {
      boolean phase = part.fault != null && part.fault.phase();
      length += phase ? (long) part.times * PHASE : part.times;
    }
    return n >= length && rest instanceof Rest.Always;
  }

  /** What the nth request of a phase gets; null for a good answer. */
  private static @Nullable Fault phase(Fault phase, long n, long seed) {
    return switch (phase) {
      case P01 -> drawn(BROWN_OUT, n, seed) ? Fault.S08 : null;
      case P05 -> n % (2 * FLAP) < FLAP ? Fault.P05 : null;
      default -> phase;
    };
  }

  /** Whether the nth of a row of draws falls within a share; the same for the same seed. */
  private static boolean drawn(double share, long n, long seed) {
    return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + n).nextDouble() < share;
  }
}
