package dev.tenlines.text;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** Makes ids that sort by time and cannot be guessed: a kind, the milliseconds, 80 random bits. */
public final class Ids {
  private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";

  private final Clock clock;
  private final RandomGenerator random;

  public Ids(Clock clock) {
    this(clock, new SecureRandom());
  }

  /** Ids that come again from the same random generator. */
  public Ids(Clock clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** A new id such as {@code r_01jd…}. */
  public String next(String kind) {
    StringBuilder id = new StringBuilder(kind).append('_');
    long millis = clock.millis();
    for (int shift = 45; shift >= 0; shift -= 5) {
      id.append(DIGITS.charAt((int) (millis >>> shift) & 31));
    }
    return random(id, 16);
  }

  /** A new secret such as {@code tl_…}: 160 random bits and nothing else. */
  public String secret(String kind) {
    return random(new StringBuilder(kind).append('_'), 32);
  }

  private String random(StringBuilder text, int digits) {
    byte[] bytes = new byte[digits];
    random.nextBytes(bytes);
    for (byte b : bytes) {
      text.append(DIGITS.charAt(b & 31));
    }
    return text.toString();
  }
}
