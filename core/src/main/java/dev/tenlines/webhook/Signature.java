package dev.tenlines.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of a message (standardwebhooks.com, version 1). */
final class Signature {
  private static final String PREFIX = "whsec_";

  private Signature() {}

  /** The value of the header {@code webhook-signature}. */
  static String of(String secret, String id, long seconds, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key(secret), "HmacSHA256"));
      String signed = id + "." + seconds + "." + body;
      byte[] hash = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("every Java platform has HmacSHA256", e);
    }
  }

  /** Whether a key can be made of it. */
  static boolean accepts(String secret) {
    try {
      return key(secret).length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] key(String secret) {
    return secret.startsWith(PREFIX)
        ? Base64.getDecoder().decode(secret.substring(PREFIX.length()))
        : secret.getBytes(StandardCharsets.UTF_8);
  }
}
