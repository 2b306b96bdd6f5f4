package dev.tenlines.answer;

import dev.tenlines.Feature;
import dev.tenlines.Finding;
import dev.tenlines.Parts;
import dev.tenlines.Profile;
import dev.tenlines.Task;
import dev.tenlines.TenlinesException;
import java.util.List;
import java.util.Map;

/** Answers questions from the application's own documents, or says that they hold no answer. */
public final class Answering implements Task<Answer> {
  /** Files and directories inside the project's. */
  public static final String DOCUMENTS = "documents";

  /** The directory of answers that people wrote. */
  public static final String CURATED = "curated";

  @Override
  public Class<Answer> type() {
    return Answer.class;
  }

  @Override
  public List<String> usual() {
    return List.of("curated", "cache", "passages", "review");
  }

  @Override
  public List<String> known() {
    return List.of("curated", "cache", "passages");
  }

  @Override
  public String reason(String rung, Profile profile) {
    return switch (rung) {
      case "curated" -> "answers that people wrote or corrected, at no cost";
      case "cache" -> "questions that were answered before from the same documents, at no cost";
      default -> "the documents' own sentences, word for word, at no cost";
    };
  }

  @Override
  public List<String> keys() {
    return List.of(DOCUMENTS, CURATED);
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
  public Ready<Answer> open(Parts parts) {
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
