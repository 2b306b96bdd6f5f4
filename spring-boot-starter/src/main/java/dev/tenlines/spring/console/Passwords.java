package dev.tenlines.spring.console;

import dev.tenlines.TenlinesException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** How passwords of the console are made, kept and compared. */
public final class Passwords {
  /** Short ones are guessed; BCrypt reads no further than the last byte allowed here. */
  private static final int SHORTEST = 10;

  private static final int MOST_BYTES = 72;
  private static final int GENERATED = 20;

  /** Without letters that look like digits: it is read off a terminal once. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final BCryptPasswordEncoder ENCODER = new BCryptPasswordEncoder(10);

  /**
   * Compared against where there is no user, so that a wrong name takes as long as a wrong word.
   */
  private static final String NOBODY = ENCODER.encode("nobody has this password");

  private Passwords() {}

  /**
   * The hash to keep.
   *
   * @throws TenlinesException TL-516 when the password is too short or too long
   */
  public static String hash(String password) {
    int bytes = password.getBytes(StandardCharsets.UTF_8).length;
    if (password.length() < SHORTEST || bytes > MOST_BYTES) {
      throw new TenlinesException(
          "TL-516",
          "The password (of " + password.length() + " characters) is too short or too long.",
          "Maybe use three or four words: 10 characters at least, 72 bytes at most.");
    }
    return ENCODER.encode(password);
  }

  /** Whether it is the password behind the hash; null stands for a user who does not exist. */
  static boolean matches(String password, @Nullable String hash) {
    boolean known = hash != null;
    boolean readable = password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    boolean right = ENCODER.matches(readable ? password : "", known ? hash : NOBODY);
    return right && known && readable && !password.isEmpty();
  }

  /** A new random password, of 99 bits. */
  public static String random() {
    SecureRandom chance = new SecureRandom();
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < GENERATED; i++) {
      password.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
    }
    return password.toString();
  }
}
