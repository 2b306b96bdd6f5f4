package dev.tenlines.summarize;

import dev.tenlines.Feature;
import dev.tenlines.Finding;
import dev.tenlines.Parts;
import dev.tenlines.Profile;
import dev.tenlines.Task;
import dev.tenlines.TenlinesException;
import java.util.List;
import java.util.Map;

/** Summarizes texts and documents within a budget of words. */
public final class Summarizing implements Task<Summary> {
  /** The budget unless a request says another. */
  public static final String WORDS = "words";

  @Override
  public Class<Summary> type() {
    return Summary.class;
  }

  @Override
  public List<String> usual() {
    return List.of("short", "extractive", "review");
  }

  @Override
  public List<String> known() {
    return List.of("short", "extractive");
  }

  @Override
  public String reason(String rung, Profile profile) {
    return switch (rung) {
      case "short" -> "a text within the budget is its own summary, at no cost";
      default -> "the sentences of the source that say most, at no cost";
    };
  }

  @Override
  public List<String> keys() {
    return List.of(WORDS);
  }

  @Override
  public boolean unattended() {
    return true;
  }

  @Override
  public List<Finding> findings(Feature feature) {
    return List.of();
  }

  @Override
  public Ready<Summary> open(Parts parts) {
    return new Ready<>(List.of(), List.of(), null);
  }

  @Override
  public Object value(Feature feature, Object said) {
    if (said instanceof String text && !text.isBlank()) {
      return Map.of("text", text.strip());
    }
    if (said instanceof Map<?, ?> map
        && map.get("text") instanceof String text
        && !text.isBlank()) {
      return Map.of("text", text.strip());
    }
    throw new TenlinesException(
        "TL-173",
        "The value (" + said + ") is no text for the feature (" + feature.name() + ").",
        "Maybe send the text, or {\"text\": …}.");
  }

  @Override
  public String words(Object value) {
    return value instanceof Map<?, ?> map && map.get("text") instanceof String text
        ? text
        : String.valueOf(value);
  }
}
