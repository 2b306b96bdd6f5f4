package dev.tenlines.privacy;

import dev.tenlines.privacy.Recogniser.Found;
import dev.tenlines.privacy.Recogniser.Kind;
import dev.tenlines.text.Digest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that stand for the personal data of one request, such as {@code [EMAIL_7f3a9c2e]}. The
 * same value has the same token within a request and another one in the next; without the secret of
 * this process nobody can tell one beforehand.
 */
public final class Disguise {
  /** Nothing is replaced. */
  public static final Disguise NONE = new Disguise(Map.of(), Map.of());

  private static final int ID = 8;

  /** So much of an id behind its kind is no accident. */
  private static final int RESIDUE = 4;

  private static final String GAP = "[\\\\_ -]{1,3}";
  private static final String JUNK = "[*`\\\\ ]{0,4}";
  private static final String SECRET = secret();

  private final Map<String, String> tokens;
  private final Map<String, String> values;
  private final @Nullable Pattern data;
  private final Pattern token;
  private final Pattern residue;

  /**
   * A disguise.
   *
   * @param kinds what there is to hide, by value
   * @param ids by value
   */
  private Disguise(Map<String, Kind> kinds, Map<String, String> ids) {
    this.tokens = new LinkedHashMap<>();
    this.values = new LinkedHashMap<>();
    List<String> cores = new ArrayList<>();
    List<String> traces = new ArrayList<>();
    kinds.forEach((value, kind) -> {
      String id = ids.getOrDefault(value, "");
      String name = kind.name().replace("_", GAP);
      tokens.put(value, "[" + kind + "_" + id + "]");
      values.put(id, value);
      cores.add(name + GAP + id);
      traces.add(name + "[\\W_]{0,4}" + id.substring(0, RESIDUE));
      traces.add(id.replaceAll("(?<=.)(?=.)", Matcher.quoteReplacement("[\\W_]{0,2}")));
    });
    this.data = kinds.isEmpty() ? null : data(kinds);
    String core = cores.isEmpty() ? "(?!)" : "(?:" + String.join("|", cores) + ")";
    // Escapes go only in pairs: one that stood before the value must stay.
    this.token =
        either(
            "\\\\+\\[" + JUNK + core + JUNK + "\\\\+\\]", "\\[" + JUNK + core + JUNK + "\\]", core);
    this.residue = traces.isEmpty() ? either("(?!)") : either(traces.toArray(String[]::new));
  }

  private static Pattern data(Map<String, Kind> kinds) {
    return Pattern.compile(
        kinds.entrySet().stream()
            .sorted(Comparator.comparingInt(entry -> -entry.getKey().length()))
            .map(entry -> {
              String value = Pattern.quote(entry.getKey());
              return entry.getValue() == Kind.PERSON
                  ? "(?<![\\p{L}\\p{N}])" + value + "(?![\\p{L}\\p{N}])"
                  : value;
            })
            .collect(Collectors.joining("|")));
  }

  private static Pattern either(String... patterns) {
    return Pattern.compile(String.join("|", patterns), Pattern.CASE_INSENSITIVE);
  }

  /** A disguise for all that a recogniser finds in the texts of one request. */
  public static Disguise of(String request, List<String> texts, Recogniser recogniser) {
    Map<String, Kind> kinds = new LinkedHashMap<>();
    for (String text : texts) {
      for (Found found : recogniser.find(text)) {
        kinds.putIfAbsent(found.in(text), found.kind());
      }
    }
    Map<String, String> ids = new LinkedHashMap<>();
    kinds.forEach((value, kind) -> ids.put(value, id(request, kind, value, texts, ids)));
    return new Disguise(kinds, ids);
  }

  /** An id that is in none of the texts and that no other value has. */
  private static String id(
      String request, Kind kind, String value, List<String> texts, Map<String, String> others) {
    for (int turn = 0; ; turn++) {
      String id =
          Digest.of(String.join("\n", SECRET, request, kind.name(), Integer.toString(turn), value))
              .substring(0, ID);
      String start = id.substring(0, RESIDUE);
      boolean free =
          others.values().stream().noneMatch(other -> other.startsWith(start))
              && texts.stream().noneMatch(t -> t.toLowerCase(Locale.ROOT).contains(id));
      if (free) {
        return id;
      }
    }
  }

  /** The text with a token for each value. */
  public String hide(String text) {
    return data == null
        ? text
        : data.matcher(text)
            .replaceAll(found -> Matcher.quoteReplacement(tokens.getOrDefault(found.group(), "")));
  }

  /**
   * The text with every value back in its place, or null where the rest of a token would be left.
   */
  public @Nullable String restore(String text) {
    Restoring restoring = restoring();
    String first = restoring.add(text);
    String last = restoring.end();
    return restoring.failed() ? null : first + last;
  }

  /** Restores a text that comes in pieces. */
  public Restoring restoring() {
    return new Restoring(this);
  }

  Matcher token(CharSequence text) {
    return token.matcher(text);
  }

  Matcher residue(CharSequence text) {
    return residue.matcher(text);
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** The value behind what a model made of a token. */
  String value(String token) {
    String lower = token.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> one : values.entrySet()) {
      if (lower.contains(one.getKey())) {
        return one.getValue();
      }
    }
    throw new IllegalStateException("a token without its id");
  }

  private static String secret() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** Says how much it hides, not what. */
  @Override
  public String toString() {
    return "a disguise of " + tokens.size() + " values";
  }
}
