package dev.tenlines.review;

import dev.tenlines.Evidence;
import dev.tenlines.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request that waits for a person.
 *
 * @param id {@code v_…}
 * @param input the text to judge
 * @param fields what the application knew
 * @param conversation what was said before, oldest first
 * @param proposal the best guess, or null where there is none or the item is blind
 * @param evidence what supports the proposal
 * @param cause why it is here
 * @param reason why it is here, in words
 * @param escalated whether somebody handed it on to an administrator
 * @param version grows with every change; a decision names the version it was made on
 * @param lease who holds it, or null
 * @param due when the feature's default takes its place, or null for never
 * @param decided what was decided, or null while it is open
 */
public record ReviewItem(
    String id,
    String request,
    String tenant,
    String feature,
    String input,
    Map<String, Object> fields,
    List<Turn> conversation,
    @Nullable Object proposal,
    List<Evidence> evidence,
    Cause cause,
    String reason,
    boolean escalated,
    int version,
    @Nullable Lease lease,
    Instant created,
    @Nullable Instant due,
    @Nullable Decided decided) {

  public ReviewItem {
    fields = Map.copyOf(fields);
    conversation = List.copyOf(conversation);
    evidence = List.copyOf(evidence);
  }

  /** Whether it has to be judged without a suggestion, and cannot be skipped or handed on. */
  public boolean blind() {
    return cause == Cause.AUDIT;
  }
}
