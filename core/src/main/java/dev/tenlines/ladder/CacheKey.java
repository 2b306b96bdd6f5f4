package dev.tenlines.ladder;

import dev.tenlines.Request;
import dev.tenlines.Turn;
import dev.tenlines.text.Digest;
import dev.tenlines.text.Words;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Says which requests are the same request: same feature, same normalised text, same fields, asked
 * of the same versions of everything that may answer. The tenant is kept beside the key, not in it.
 *
 * @param feature the feature's name
 * @param fingerprint eight hex digits over the versions of rungs and certificates
 * @param moving what may change from one request to the next: the generation of an index
 */
public record CacheKey(String feature, String fingerprint, Supplier<String> moving) {

  /** A key over whatever may change an answer, in a fixed order. */
  public static CacheKey over(String feature, Iterable<String> versions) {
    return over(feature, versions, () -> "");
  }

  /** A key that is another one as soon as something says otherwise. */
  public static CacheKey over(String feature, Iterable<String> versions, Supplier<String> moving) {
    String fingerprint = Digest.of(String.join("\n", versions)).substring(0, 8);
    return new CacheKey(feature, fingerprint, moving);
  }

  /** The key of one request. */
  public String of(Request request) {
    // Length prefixes keep a text from imitating the separator and so another request's key.
    StringBuilder whole = new StringBuilder();
    part(whole, feature);
    part(whole, fingerprint);
    part(whole, moving.get());
    part(whole, Words.normal(request.input()));
    new TreeMap<>(request.fields())
        .forEach((name, value) -> {
          part(whole, name);
          part(whole, value.getClass().getSimpleName() + ":" + value);
        });
    for (Turn turn : request.conversation()) {
      part(whole, turn.role().word());
      part(whole, turn.text());
    }
    part(whole, String.valueOf(request.words()));
    new TreeSet<>(request.groups()).forEach(group -> part(whole, group));
    return Digest.of(whole.toString());
  }

  private static void part(StringBuilder whole, String text) {
    whole.append(text.length()).append(':').append(text);
  }
}
