package dev.tenlines.extract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.tenlines.Evidence;
import dev.tenlines.document.Placed;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One field of a document.
 *
 * @param value what it means, as JSON has it; null while several values are as likely
 * @param raw the words of the document; null with the value
 * @param why what is wrong, in words; null when nothing is
 * @param confidence from 0 to 1
 * @param rung which one read it, such as {@code rules}
 * @param boxes where it stands on its pages; empty where a document has none
 * @param candidates what it may be, the likeliest first, where that is not sure
 */
@JsonPropertyOrder({
  "value",
  "raw",
  "state",
  "why",
  "confidence",
  "rung",
  "evidence",
  "boxes",
  "candidates"
})
public record Extracted(
    @Nullable Object value,
    @Nullable String raw,
    State state,
    @Nullable String why,
    double confidence,
    String rung,
    List<Evidence> evidence,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Placed> boxes,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Choice> candidates) {
  public Extracted {
    evidence = evidence == null ? List.of() : List.copyOf(evidence);
    boxes = boxes == null ? List.of() : List.copyOf(boxes);
    candidates = candidates == null ? List.of() : List.copyOf(candidates);
  }

  /** How far it can be relied on. */
  public enum State {
    FOUND,
    /** Several values are as likely. */
    AMBIGUOUS,
    /** It does not fit another field. */
    CONTRADICTORY;

    /** As JSON has it. */
    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One of several values that a field may have. */
  @JsonPropertyOrder({"value", "raw", "confidence", "evidence", "boxes"})
  public record Choice(
      Object value,
      String raw,
      double confidence,
      List<Evidence> evidence,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Placed> boxes) {
    public Choice {
      evidence = List.copyOf(evidence);
      boxes = boxes == null ? List.of() : List.copyOf(boxes);
    }
  }

  /** The same before it is held against others. */
  Extracted alone() {
    return state == State.CONTRADICTORY ? with(State.FOUND, null) : this;
  }

  /** The same, at odds with another field. */
  Extracted contradicted(String reason) {
    return with(State.CONTRADICTORY, reason);
  }

  private Extracted with(State other, @Nullable String reason) {
    return new Extracted(value, raw, other, reason, confidence, rung, evidence, boxes, candidates);
  }
}
