package dev.tenlines.summarize;

import dev.tenlines.Feature;
import dev.tenlines.Request;
import dev.tenlines.salience.Salience;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what requests are about, once for all rungs and checks of a climb. */
final class Originals {
  private static final int MOST = 16;

  private final Feature feature;
  private final Taught taught;
  private final Map<Read, Original> latest = new LinkedHashMap<>(16, 0.75f, true);

  Originals(Feature feature, Taught taught) {
    this.feature = feature;
    this.taught = taught;
  }

  private record Read(Request request, Salience salience) {}

  /** What a request is about, read by whatever its tenant taught. */
  Original of(Request request) {
    Read read = new Read(request, taught.of(request.tenant()));
    synchronized (latest) {
      Original known = latest.get(read);
      if (known != null) {
        return known;
      }
    }
    Original fresh = Original.of(request, read.salience(), Length.of(feature, request).most());
    synchronized (latest) {
      latest.put(read, fresh);
      if (latest.size() > MOST) {
        latest.remove(latest.keySet().iterator().next());
      }
    }
    return fresh;
  }

  /** How long the summary of a request may be. */
  Length length(Request request) {
    return Length.of(feature, request);
  }
}
