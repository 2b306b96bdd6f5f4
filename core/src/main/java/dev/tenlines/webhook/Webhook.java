package dev.tenlines.webhook;

import dev.tenlines.TenlinesException;
import java.net.URI;
import java.util.List;

/**
 * Who is told of decisions.
 *
 * @param url where messages are posted, http or https
 * @param secret what they are signed with; at least 16 characters
 * @param features of which features; empty for all
 */
public record Webhook(String url, String secret, List<String> features) {
  private static final int SHORTEST_SECRET = 16;

  public Webhook {
    features = List.copyOf(features);
    if (!usable(url)) {
      throw new TenlinesException(
          "TL-191",
          "The webhook address (" + url + ") is not usable.",
          "Maybe write http://… or https://… with a host.");
    }
    if (secret.length() < SHORTEST_SECRET) {
      throw new TenlinesException(
          "TL-191",
          "The secret of the webhook (" + url + ") is shorter than 16 characters.",
          "Maybe its environment variable is not set.");
    }
    if (!Signature.accepts(secret)) {
      throw new TenlinesException(
          "TL-191",
          "The secret of the webhook (" + url + ") starts with whsec_ but is not base64.",
          "Maybe copy it again, whole.");
    }
  }

  /** Whether it wants to hear of a feature. */
  public boolean wants(String feature) {
    return features.isEmpty() || features.contains(feature);
  }

  /** Says the address alone: secrets do not belong in logs. */
  @Override
  public String toString() {
    return "Webhook[" + url + "]";
  }

  private static boolean usable(String url) {
    try {
      URI address = URI.create(url);
      return address.getHost() != null && List.of("http", "https").contains(address.getScheme());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
