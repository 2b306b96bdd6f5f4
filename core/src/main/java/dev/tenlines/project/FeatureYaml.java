package dev.tenlines.project;

import dev.tenlines.Feature;
import dev.tenlines.Profile;
import dev.tenlines.Promise;
import dev.tenlines.Promise.LabelPromise;
import dev.tenlines.ReviewPolicy;
import dev.tenlines.Stage;
import dev.tenlines.TenlinesException;
import dev.tenlines.cost.Money;
import dev.tenlines.cost.Volume;
import dev.tenlines.yaml.Yaml;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one feature of {@code tenlines.yaml}. */
final class FeatureYaml {
  private static final List<String> KEYS =
      List.of("kind", "input", "profile", "promise", "stage", "rungs", "review");

  /** Keys of a kind that every feature has a place for. */
  private static final List<String> SHARED = List.of("labels", "none");

  private static final List<String> FACTS =
      List.of(
          "language-task", "rule", "wrong-answer-cost", "review-cost", "latency-budget", "volume");
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})\\s*(ms|s|m|h|d)");

  private FeatureYaml() {}

  static Feature read(String name, Yaml yaml) {
    Feature.Kind kind = kind(yaml);
    List<String> known = new ArrayList<>(KEYS);
    known.addAll(1, kind.task().keys());
    Map<String, Yaml> keys = yaml.entries(known);
    Profile profile = profile(keys.get("profile"));
    return new Feature(
        name,
        kind,
        labels(keys.get("labels")),
        text(keys.get("none")),
        or(text(keys.get("input")), "body"),
        profile,
        promise(keys.get("promise"), profile),
        keys.containsKey("stage") ? choice(keys.get("stage"), Stage.class) : Stage.AUTO,
        keys.containsKey("rungs")
            ? keys.get("rungs").items().stream().map(Yaml::text).toList()
            : kind.task().usual(),
        review(keys.get("review")),
        details(kind, keys));
  }

  /** What it does comes first: it says which keys there are. */
  private static Feature.Kind kind(Yaml yaml) {
    Yaml kind = yaml.entries().get("kind");
    return kind == null ? Feature.Kind.CLASSIFY : choice(kind, Feature.Kind.class);
  }

  /** What only its kind reads: a text, or a list of texts. */
  private static Map<String, List<String>> details(Feature.Kind kind, Map<String, Yaml> keys) {
    Map<String, List<String>> details = new LinkedHashMap<>();
    for (String key : kind.task().keys()) {
      Yaml value = keys.get(key);
      if (value != null && !SHARED.contains(key)) {
        details.put(
            key,
            value.isList()
                ? value.items().stream().map(Yaml::text).toList()
                : List.of(value.text()));
      }
    }
    return details;
  }

  private static ReviewPolicy review(@Nullable Yaml yaml) {
    ReviewPolicy usual = ReviewPolicy.DEFAULT;
    if (yaml == null) {
      return usual;
    }
    Map<String, Yaml> keys = yaml.entries(List.of("due", "otherwise", "audits", "reasons"));
    Double audits = read(keys.get("audits"), FeatureYaml::audits);
    return new ReviewPolicy(
        keys.containsKey("due") ? duration(keys.get("due")) : usual.due(),
        or(text(keys.get("otherwise")), usual.otherwise()),
        audits == null ? usual.audits() : audits,
        keys.containsKey("reasons")
            ? keys.get("reasons").items().stream().map(Yaml::text).toList()
            : usual.reasons());
  }

  /** Unlike a promised share, the share of audits may be nothing or everything. */
  private static double audits(String text) {
    return switch (text.strip()) {
      case "0", "0%" -> 0;
      case "1", "100%" -> 1;
      default -> Shares.parse(text);
    };
  }

  private static Map<String, String> labels(@Nullable Yaml yaml) {
    Map<String, String> labels = new LinkedHashMap<>();
    if (yaml != null) {
      yaml.entries().forEach((label, text) -> labels.put(label, text.isNull() ? "" : text.text()));
    }
    return labels;
  }

  private static Profile profile(@Nullable Yaml yaml) {
    if (yaml == null) {
      return Profile.UNSTATED;
    }
    Map<String, Yaml> facts = yaml.entries(FACTS);
    Yaml task = facts.get("language-task");
    Yaml rule = facts.get("rule");
    Money wrong = read(facts.get("wrong-answer-cost"), Money::parse);
    Money review = read(facts.get("review-cost"), Money::parse);
    if (wrong != null && review != null && !wrong.currency().equals(review.currency())) {
      throw new TenlinesException(
          "TL-105",
          "The costs (" + wrong + ", " + review + ") at " + yaml.place() + " have two currencies.",
          "Maybe state both in one currency.");
    }
    return new Profile(
        task == null || truth(task),
        rule == null ? Profile.Rule.PARTIAL : choice(rule, Profile.Rule.class),
        wrong,
        review,
        facts.containsKey("latency-budget")
            ? duration(facts.get("latency-budget"))
            : Profile.UNSTATED.latencyBudget(),
        read(facts.get("volume"), Volume::parse));
  }

  /** Without a stated error the promise follows from the money. */
  private static Promise promise(@Nullable Yaml yaml, Profile profile) {
    Map<String, Yaml> keys =
        yaml == null ? Map.of() : yaml.entries(List.of("error", "confidence", "labels"));
    Double implied = profile.impliedError();
    Double stated = read(keys.get("error"), Shares::parse);
    Double confidence = read(keys.get("confidence"), FeatureYaml::confidence);
    Map<String, LabelPromise> labels = new LinkedHashMap<>();
    if (keys.containsKey("labels")) {
      keys.get("labels").entries().forEach((label, own) -> labels.put(label, labelPromise(own)));
    }
    double error = stated != null ? stated : implied != null ? implied : Promise.DEFAULT.error();
    return new Promise(
        error, confidence == null ? Promise.DEFAULT.confidence() : confidence, labels);
  }

  private static double confidence(String text) {
    return new Promise(Promise.DEFAULT.error(), Shares.parse(text)).confidence();
  }

  private static LabelPromise labelPromise(Yaml yaml) {
    Map<String, Yaml> keys = yaml.entries(List.of("error", "missed"));
    return new LabelPromise(
        read(keys.get("error"), Shares::parse), read(keys.get("missed"), Shares::parse));
  }

  static Duration duration(Yaml yaml) {
    Matcher form = DURATION.matcher(yaml.text().strip());
    if (!form.matches()) {
      throw yaml.wrong("must be a duration such as 2s or 150ms");
    }
    long count = Long.parseLong(form.group(1));
    return switch (form.group(2)) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  private static boolean truth(Yaml yaml) {
    return switch (yaml.text()) {
      case "true", "yes" -> true;
      case "false", "no" -> false;
      default -> throw yaml.wrong("must be true or false");
    };
  }

  private static <E extends Enum<E>> E choice(Yaml yaml, Class<E> type) {
    for (E value : type.getEnumConstants()) {
      if (value.name().toLowerCase(Locale.ROOT).equals(yaml.text())) {
        return value;
      }
    }
    List<String> names =
        java.util.Arrays.stream(type.getEnumConstants())
            .map(value -> value.name().toLowerCase(Locale.ROOT))
            .toList();
    throw yaml.wrong("must be one of: " + String.join(", ", names));
  }

  /** Reads a value, and says where it stands if it is wrong. */
  private static <T> @Nullable T read(@Nullable Yaml yaml, Function<String, T> reader) {
    if (yaml == null) {
      return null;
    }
    try {
      return reader.apply(yaml.text());
    } catch (TenlinesException e) {
      throw new TenlinesException(
          e.id(), e.what() + " It stands at " + yaml.place() + ".", e.hint());
    }
  }

  private static @Nullable String text(@Nullable Yaml yaml) {
    return yaml == null || yaml.isNull() || yaml.text().isEmpty() ? null : yaml.text();
  }

  private static String or(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }
}
