package dev.tenlines.ladder;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was sent to models and what they said, word for word, for whoever wants to see why. */
public interface Transcripts {

  /** Keeps one call; it need not survive the machine, for the ledger has the money. */
  void keep(Transcript transcript);

  /** The calls of one request, in order; none where the tenant has no such request. */
  List<Transcript> of(String tenant, String request);

  /**
   * One call of a model.
   *
   * @param attempt the attempt's id, as the ledger names it
   * @param sent what was sent, as JSON: system, turns, schema
   * @param said what came back, as JSON: text and tokens with their chances; null where nothing
   *     whole came
   * @param failure why it did not, or null
   */
  record Transcript(
      String attempt,
      String request,
      String tenant,
      String model,
      String sent,
      @Nullable String said,
      @Nullable String failure) {}

  /** Keeps nothing. */
  Transcripts NONE =
      new Transcripts() {
        @Override
        public void keep(Transcript transcript) {}

        @Override
        public List<Transcript> of(String tenant, String request) {
          return List.of();
        }
      };
}
