package dev.tenlines;

import dev.tenlines.document.SourceFile;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
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
 * @param circumstances what else is to be taken into account
 */
public record Request(
    String input,
    Map<String, Object> fields,
    String tenant,
    @Nullable String idempotencyKey,
    @Nullable String caller,
    @Nullable SourceFile file,
    Circumstances circumstances) {

  /**
   * What a request brings besides its text and fields.
   *
   * @param conversation what was said before, oldest first
   * @param words how many words an answer may have at most, or null for what the feature says
   * @param groups which groups whoever asks belongs to: documents can be kept to some
   * @param context where whoever asks is: what {@code last week} and {@code 3/4} mean there
   * @param plan what a search is to run instead of reading the text anew, as an answer or a
   *     proposal holds it: the asker's own word; or null
   */
  public record Circumstances(
      List<Turn> conversation,
      @Nullable Integer words,
      Set<String> groups,
      Context context,
      @Nullable Map<String, Object> plan) {
    /** Nothing but the text. */
    public static final Circumstances NONE =
        new Circumstances(List.of(), null, Set.of(), Context.UNKNOWN, null);

    public Circumstances {
      conversation = List.copyOf(conversation);
      groups = Collections.unmodifiableSet(new TreeSet<>(groups));
      context = Objects.requireNonNullElse(context, Context.UNKNOWN);
      plan = plan == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(plan));
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
            "Maybe send the last "
                + MOST_TURNS
                + " turns and at most "
                + MOST_SAID
                + " characters.");
      }
    }
  }

  /**
   * Where whoever asks is.
   *
   * @param locale a language tag such as {@code en-GB}, or null
   * @param zone a time zone such as {@code Europe/Berlin}, or null
   */
  public record Context(@Nullable String locale, @Nullable String zone) {
    /** Nobody said. */
    public static final Context UNKNOWN = new Context(null, null);

    /**
     * The zone, or another where none was said.
     *
     * @throws TenlinesException TL-421 where there is no such zone
     */
    public ZoneId zoneOr(ZoneId other) {
      try {
        return zone == null ? other : ZoneId.of(zone);
      } catch (DateTimeException e) {
        throw new TenlinesException(
            "TL-421",
            "The time zone (" + zone + ") is not known.",
            "Maybe write it as Europe/Berlin or +01:00.");
      }
    }
  }

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
  }

  /** A text, asked about by nobody in particular. */
  public Request(
      String input, Map<String, Object> fields, String tenant, @Nullable String idempotencyKey) {
    this(input, fields, tenant, idempotencyKey, null, null, Circumstances.NONE);
  }

  public static Request of(String input) {
    return new Request(input, Map.of(), SINGLE_TENANT, null);
  }

  /** Asks about a file: {@link Tenlines#documents} makes one of bytes. */
  public static Request of(SourceFile file) {
    String text = file.document().text();
    return new Request(text, Map.of(), SINGLE_TENANT, null, null, file, Circumstances.NONE);
  }

  /** What was said before, oldest first. */
  public List<Turn> conversation() {
    return circumstances.conversation;
  }

  /** How many words an answer may have at most, or null for what the feature says. */
  public @Nullable Integer words() {
    return circumstances.words;
  }

  /** Which groups whoever asks belongs to. */
  public Set<String> groups() {
    return circumstances.groups;
  }

  /** Where whoever asks is. */
  public Context context() {
    return circumstances.context;
  }

  /** What a search is to run instead of reading the text anew, or null. */
  public @Nullable Map<String, Object> plan() {
    return circumstances.plan;
  }

  public Request withFields(Map<String, Object> known) {
    return new Request(input, known, tenant, idempotencyKey, caller, file, circumstances);
  }

  public Request withKey(String key) {
    return new Request(input, fields, tenant, key, caller, file, circumstances);
  }

  public Request forTenant(String name) {
    return new Request(input, fields, name, idempotencyKey, caller, file, circumstances);
  }

  public Request by(@Nullable String who) {
    return new Request(input, fields, tenant, idempotencyKey, who, file, circumstances);
  }

  /** The same under other circumstances. */
  public Request under(Circumstances other) {
    return new Request(input, fields, tenant, idempotencyKey, caller, file, other);
  }

  /** The same after what was said before. */
  public Request after(List<Turn> said) {
    return under(new Circumstances(said, words(), groups(), context(), plan()));
  }

  /** The same with a budget of words. */
  public Request withWords(@Nullable Integer most) {
    return under(new Circumstances(conversation(), most, groups(), context(), plan()));
  }

  /** The same for a member of these groups. */
  public Request in(Set<String> names) {
    return under(new Circumstances(conversation(), words(), names, context(), plan()));
  }

  /** The same from somewhere. */
  public Request within(Context other) {
    return under(new Circumstances(conversation(), words(), groups(), other, plan()));
  }

  /** The same with a plan of a search that the asker chose, or changed. */
  public Request withPlan(@Nullable Map<String, Object> chosen) {
    return under(new Circumstances(conversation(), words(), groups(), context(), chosen));
  }
}
