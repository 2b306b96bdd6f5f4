package dev.tenlines.learn;

import dev.tenlines.Promise;
import dev.tenlines.learn.Certificate.Kind;
import dev.tenlines.learn.FixedSequence.Cut;
import dev.tenlines.learn.FixedSequence.Scored;
import dev.tenlines.text.Digest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Issues certificates for one rung version from a random sample of its own traffic.
 *
 * @param rung name and version
 * @param delta the chance of a broken promise that this rung may spend, at most one minus the
 *     confidence
 * @param source what rows these are, in words
 */
public record Certifier(String rung, Promise promise, double delta, Instant now, String source) {

  /** A proposal of the rung for a judged row. */
  public record Judged(String proposed, String right, double score) {
    boolean wrong() {
      return !proposed.equals(right);
    }
  }

  /** One certificate for the general promise and one for each label with an error promise. */
  public List<Certificate> errors(List<Judged> sample) {
    Map<String, List<Scored>> groups = new LinkedHashMap<>();
    groups.put("", new ArrayList<>());
    promise.labels().keySet().stream()
        .filter(label -> promise.groupOf(label).equals(label))
        .sorted()
        .forEach(label -> groups.put(label, new ArrayList<>()));
    for (Judged row : sample) {
      groups
          .computeIfAbsent(promise.groupOf(row.proposed()), group -> new ArrayList<>())
          .add(new Scored(row.score(), row.wrong()));
    }
    List<Certificate> issued = new ArrayList<>();
    groups.forEach((group, rows) -> issued.add(error(group, rows)));
    return issued;
  }

  private Certificate error(String group, List<Scored> rows) {
    double promised = group.isEmpty() ? promise.error() : promise.errorOf(group);
    Cut cut = FixedSequence.test(rows, promised, delta);
    boolean open = cut.rows() > 0;
    int missing = open ? 0 : Math.max(1, FixedSequence.missing(rows, promised, delta));
    return certificate(group, Kind.ERROR, promised, cut, missing);
  }

  /**
   * The certificate that inputs of a label are not answered as something else.
   *
   * @param elsewhere for every judged row of the label, how sure the rung was that it is not the
   *     label, and whether it would have been answered as another
   */
  public Certificate missed(String label, double promised, List<Scored> elsewhere) {
    List<Scored> answered =
        elsewhere.stream()
            .filter(Scored::wrong)
            .sorted((a, b) -> Double.compare(b.score(), a.score()))
            .toList();
    int rows = elsewhere.size();
    // Every row of the label counts whatever the threshold, so the count of misses alone decides.
    int allowed = -1;
    while (allowed < answered.size() && Binomial.atMost(allowed + 1, rows, promised) <= delta) {
      allowed++;
    }
    boolean hopeless =
        allowed >= 0
            && allowed < answered.size()
            && Double.isInfinite(answered.get(allowed).score());
    if (allowed < 0 || hopeless) {
      int missing = Math.max(1, Binomial.draws(0, promised, delta) - rows);
      return certificate(label, Kind.MISSED, promised, Cut.NONE, missing);
    }
    double threshold =
        allowed < answered.size()
            ? Math.nextUp(answered.get(allowed).score())
            : Double.NEGATIVE_INFINITY;
    int misses = (int) answered.stream().filter(row -> row.score() >= threshold).count();
    Cut cut = new Cut(Math.max(-1, threshold), rows, misses);
    return certificate(label, Kind.MISSED, promised, cut, 0);
  }

  private Certificate certificate(String group, Kind kind, double promised, Cut cut, int missing) {
    String id = "c_" + Digest.of(rung + "|" + group + "|" + kind + "|" + now).substring(0, 12);
    return new Certificate(
        id,
        rung,
        group,
        kind,
        promised,
        promise.confidence(),
        1 - delta,
        cut.threshold(),
        cut.rows(),
        cut.errors(),
        Binomial.upper(cut.errors(), cut.rows(), 1 - delta),
        missing,
        now,
        source);
  }
}
