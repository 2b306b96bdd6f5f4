package dev.tenlines.spring.console.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of a model, word for word.
 *
 * @param schema the schema the answer had to keep, or null
 * @param answer what the model said, or null
 * @param failure why it said nothing whole, or null
 * @param booked tokens and money as the ledger has them, in words
 */
public record CallView(
    String model,
    List<Turn> turns,
    @Nullable Shown schema,
    @Nullable Shown answer,
    @Nullable Shown failure,
    String booked) {

  public CallView {
    turns = List.copyOf(turns);
  }

  /** What one side said. */
  public record Turn(String role, Shown text) {}
}
