package dev.tenlines.serving;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a training measured.
 *
 * @param judged verdicts there were
 * @param audits rows it was tested on
 * @param accuracy right proposals among rows it was not trained on
 * @param coverage the share of the audits it may answer alone
 * @param before the same of the model that served, or null when there was none
 * @param installed whether it took the place
 * @param tested whether it was put to the test for a certificate, which spends of the chance
 * @param from audits judged later than this certified, the others trained
 * @param needed audits after {@code from} with which a certificate is likely, 0 when there is one,
 *     or null when none is in sight
 */
public record TrainingSummary(
    long judged,
    int audits,
    double accuracy,
    double coverage,
    @Nullable Double before,
    boolean installed,
    boolean tested,
    Instant from,
    @Nullable Integer needed) {

  static final TrainingSummary NONE =
      new TrainingSummary(0, 0, 0, 0, null, true, false, Instant.EPOCH, null);

  /** As JSON. */
  public String json() {
    return JsonMapper.shared().writeValueAsString(this);
  }

  /** Reads what {@link #json} made; a trial's model has none. */
  public static TrainingSummary parse(String json) {
    return json.equals("{}") ? NONE : JsonMapper.shared().readValue(json, TrainingSummary.class);
  }
}
