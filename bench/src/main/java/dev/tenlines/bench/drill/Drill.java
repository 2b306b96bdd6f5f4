package dev.tenlines.bench.drill;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One thing that is hurt on purpose. */
interface Drill {
  String name();

  /** Hurts it, lets it recover, and says what was wrong. */
  Findings run() throws Exception;

  /** Why it cannot be done on this machine. */
  final class Impossible extends Exception {
    Impossible(String why) {
      super(why);
    }
  }

  /** What a drill saw. */
  record Findings(List<String> problems, Map<String, Double> figures) {
    Findings() {
      this(new ArrayList<>(), new LinkedHashMap<>());
    }

    void figure(String name, double value) {
      figures.put(name, value);
    }

    /** Notes what is wrong unless it holds. */
    void expect(boolean holds, String otherwise) {
      if (!holds) {
        problems.add(otherwise);
      }
    }
  }
}
