package dev.tenlines.mock.voice;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer before it is put into a provider's words.
 *
 * @param id what the provider calls it
 * @param model the model that says it answered
 * @param pieces the text, a token each
 * @param thoughts what was thought before, a token each
 * @param stop why it ended
 * @param prompt tokens of the whole prompt, those from a cache included
 * @param cacheRead prompt tokens read from the cache
 * @param cacheWrite prompt tokens written to the cache
 * @param asked what it answers
 */
public record Answer(
    String id,
    String model,
    List<String> pieces,
    List<String> thoughts,
    Stop stop,
    long prompt,
    long cacheRead,
    long cacheWrite,
    Asked asked) {
  private static final int TOKEN = 4;

  /** Why an answer ended. */
  public enum Stop {
    END,
    LENGTH,
    REFUSED,
    /** A second way to refuse, where the dialect has one. */
    WITHHELD,
    TOOL,
    /** A reason that no client knows. */
    STRANGE,
    /** No reason at all. */
    NONE
  }

  /** The tokens of a text: four characters each. */
  public static List<String> tokens(String text) {
    List<String> tokens = new ArrayList<>(text.length() / TOKEN + 1);
    int from = 0;
    while (from < text.length()) {
      int left = text.codePointCount(from, Math.min(text.length(), from + 2 * TOKEN));
      int to = text.offsetByCodePoints(from, Math.min(TOKEN, left));
      tokens.add(text.substring(from, to));
      from = to;
    }
    return tokens;
  }

  /** The whole text. */
  public String text() {
    return String.join("", pieces);
  }

  /** Everything that was thought. */
  public String thought() {
    return String.join("", thoughts);
  }

  /** Generated tokens, thoughts included. */
  public long output() {
    return (long) pieces.size() + thoughts.size();
  }

  /** The same answer with another text. */
  public Answer saying(String text) {
    return with(tokens(text), thoughts, stop);
  }

  /** The same answer, ended for another reason. */
  public Answer stopped(Stop reason) {
    return with(pieces, thoughts, reason);
  }

  /** The same answer from other pieces. */
  public Answer with(List<String> said, List<String> thinking, Stop reason) {
    return new Answer(id, model, said, thinking, reason, prompt, cacheRead, cacheWrite, asked);
  }

  /** The same answer, said by another model. */
  public Answer by(String other) {
    return new Answer(id, other, pieces, thoughts, stop, prompt, cacheRead, cacheWrite, asked);
  }

  /** The same answer to a request that asks for counts in its stream, or not. */
  public Answer asking(boolean usage) {
    Asked other = asked.showing(asked.alternatives(), usage);
    return new Answer(id, model, pieces, thoughts, stop, prompt, cacheRead, cacheWrite, other);
  }

  /** The reason in a dialect's word; null for none. */
  @Nullable String reason(
      String end, String length, String refused, String withheld, String tool, String strange) {
    return switch (stop) {
      case END -> end;
      case LENGTH -> length;
      case REFUSED -> refused;
      case WITHHELD -> withheld;
      case TOOL -> tool;
      case STRANGE -> strange;
      case NONE -> null;
    };
  }
}
