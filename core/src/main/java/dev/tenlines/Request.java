package dev.tenlines;

import dev.tenlines.document.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One question to a feature.
 *
 * @param input the text to judge; may be empty
 * @param fields what the application knows or computed, readable by rules as {@code fields.name}
 * @param tenant who asks; answers, caches and reviews of two tenants never meet
 * @param idempotencyKey the caller's name for this request, or null; a second request with the same
 *     tenant, feature and key gets the first one's outcome
 * @param caller the id of the key or user that asks, or null; budgets and charges can name it
 * @param file the file whose text the input is, or null where there is only a text
 * @param conversation what was said before, oldest first
 * @param words how many words an answer may have at most, or null for what the feature says
 * @param groups which groups whoever asks belongs to: documents can be kept to some
 */
public record Request(
    String input,
    Map<String, Object> fields,
    String tenant,
    @Nullable String idempotencyKey,
    @Nullable String caller,
    @Nullable SourceFile file,
    List<Turn> conversation,
    @Nullable Integer words,
    Set<String> groups) {

  /** The tenant of an application that has only one. */
  public static final String SINGLE_TENANT = "default";

  /** How many turns of a conversation a request may bring. */
  public static final int MOST_TURNS = 20;

  /** How many characters its turns may have together. */
  public static final int MOST_SAID = 20_000;

  public Request {
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(tenant, "tenant");
    fields = Map.copyOf(fields);
    conversation = List.copyOf(conversation);
    groups = Set.copyOf(groups);
    bound(conversation);
  }

  /** All of it goes into every prompt and is paid for: an application says what still matters. */
  private static void bound(List<Turn> conversation) {
    int characters = conversation.stream().mapToInt(turn -> turn.text().length()).sum();
    if (conversation.size() > MOST_TURNS || characters > MOST_SAID) {
      throw new TenlinesException(
          "TL-350",
          "The conversation ("
              + conversation.size()
              + " turns, "
              + characters
              + " characters) is too long.",
          "Maybe send the last " + MOST_TURNS + " turns and at most " + MOST_SAID + " characters.");
    }
  }

  /** A text, asked about by nobody in particular. */
  public Request(
      String input, Map<String, Object> fields, String tenant, @Nullable String idempotencyKey) {
    this(input, fields, tenant, idempotencyKey, null, null, List.of(), null, Set.of());
  }

  public static Request of(String input) {
    return new Request(input, Map.of(), SINGLE_TENANT, null);
  }

  /** Asks about a file: {@link Tenlines#documents} makes one of bytes. */
  public static Request of(SourceFile file) {
    return new Request(
        file.document().text(),
        Map.of(),
        SINGLE_TENANT,
        null,
        null,
        file,
        List.of(),
        null,
        Set.of());
  }

  public Request withFields(Map<String, Object> known) {
    return new Request(
        input, known, tenant, idempotencyKey, caller, file, conversation, words, groups);
  }

  public Request withKey(String key) {
    return new Request(input, fields, tenant, key, caller, file, conversation, words, groups);
  }

  public Request forTenant(String name) {
    return new Request(
        input, fields, name, idempotencyKey, caller, file, conversation, words, groups);
  }

  public Request by(@Nullable String who) {
    return new Request(
        input, fields, tenant, idempotencyKey, who, file, conversation, words, groups);
  }

  /** The same after what was said before. */
  public Request after(List<Turn> said) {
    return new Request(input, fields, tenant, idempotencyKey, caller, file, said, words, groups);
  }

  /** The same with a budget of words. */
  public Request withWords(@Nullable Integer most) {
    return new Request(
        input, fields, tenant, idempotencyKey, caller, file, conversation, most, groups);
  }

  /** The same for a member of these groups. */
  public Request in(Set<String> names) {
    return new Request(
        input, fields, tenant, idempotencyKey, caller, file, conversation, words, names);
  }
}
