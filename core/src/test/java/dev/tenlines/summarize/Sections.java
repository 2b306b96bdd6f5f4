package dev.tenlines.summarize;

import java.util.List;

/** Long documents that we make: sections of sentences that differ from each other. */
final class Sections {
  private static final List<String> WHO =
      List.of("harbour", "library", "school", "bakery", "museum", "station", "market", "theatre");
  private static final List<String> WHAT =
      List.of("repairs", "opens", "measures", "paints", "cleans", "closes", "extends", "lights");
  private static final List<String> WHICH =
      List.of("roof", "courtyard", "cellar", "bridge", "garden", "archive", "kitchen", "tower");

  private Sections() {}

  /** So many sections of some 120 words each. */
  static String of(int sections) {
    StringBuilder text = new StringBuilder();
    for (int s = 0; s < sections; s++) {
      text.append("\n## Section ")
          .append(s + 1)
          .append(": ")
          .append(WHICH.get(s % 8))
          .append("\n\n");
      for (int i = 0; i < 8; i++) {
        int n = s * 8 + i;
        text.append(
            "In week %d the %s %s the %s of house %d, which costs about %d euros and takes %d days. "
                .formatted(
                    n % 52 + 1,
                    WHO.get(n % 8),
                    WHAT.get(n / 8 % 8),
                    WHICH.get(n / 64 % 8),
                    n + 10,
                    1_000 + 37 * n,
                    n % 13 + 2));
      }
      text.append('\n');
    }
    return text.toString();
  }
}
