package dev.tenlines.bench.summarize;

import dev.tenlines.bench.Bench;
import dev.tenlines.bench.BenchRow;
import dev.tenlines.salience.KeyFacts;
import dev.tenlines.summarize.Summary.KeyFact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many parties, dates and amounts that a reader noted stand among the key facts. */
final class KeyFactBench {
  private static final Pattern DATE =
      Pattern.compile(
          "(?:January|February|March|April|May|June|July|August|September|October|November|December) \\d{1,2}, \\d{4}|\\d{1,2}/\\d{1,2}/\\d{2,4}");
  private static final Pattern AMOUNT = Pattern.compile("\\$[\\d,]*\\d(?:\\.\\d\\d)?");
  private static final Pattern PARTY =
      Pattern.compile(
          "(?im)^\\s*-\\s*(?:sublessor|sublessee|sublandlord|subtenant|original lessor|master lessor|master landlord|landlord|tenant):\\s*(.+)$");

  private KeyFactBench() {}

  static List<BenchRow> rows(List<Summarized> leases, Bench.Log log) {
    if (log.missing(Summarized.LEASES, leases)) {
      return List.of();
    }
    Map<String, int[]> counts = new LinkedHashMap<>();
    for (Summarized lease : leases) {
      String source = flat(lease.text());
      List<KeyFact> found = KeyFacts.of(lease.document());
      String reference = lease.references().getFirst();
      for (String kind : List.of("party", "date", "amount")) {
        for (String fact : facts(kind, reference)) {
          // What the reader computed or misread cannot be found.
          if (source.contains(core(kind, fact))) {
            int[] count = counts.computeIfAbsent(kind, k -> new int[2]);
            count[0] += isAmong(kind, fact, found) ? 1 : 0;
            count[1]++;
          }
        }
      }
    }
    List<BenchRow> rows = new ArrayList<>();
    int hits = counts.values().stream().mapToInt(c -> c[0]).sum();
    int all = counts.values().stream().mapToInt(c -> c[1]).sum();
    rows.add(
        BenchRow.printed(
                Summarized.LEASES,
                "reference's facts among 12 key facts and a schedule",
                (double) hits / Math.max(1, all))
            .aiming(0.85));
    counts.forEach((kind, c) ->
        rows.add(
            BenchRow.printed(
                Summarized.LEASES, "- of kind " + kind + " (" + c[1] + ")", (double) c[0] / c[1])));
    return rows;
  }

  private static List<String> facts(String kind, String reference) {
    Pattern pattern = kind.equals("date") ? DATE : kind.equals("amount") ? AMOUNT : PARTY;
    Matcher m = pattern.matcher(reference);
    List<String> facts = new ArrayList<>();
    while (m.find()) {
      String fact = pattern.equals(PARTY) ? m.group(1) : m.group();
      if (!facts.contains(fact)) {
        facts.add(fact);
      }
    }
    return facts;
  }

  private static boolean isAmong(String kind, String fact, List<KeyFact> found) {
    String core = core(kind, fact);
    return found.stream()
        .anyMatch(f -> {
          String own = flat(f.text());
          return f.kind().equals(kind)
              && (own.contains(core) || kind.equals("party") && core.contains(own));
        });
  }

  /** A name up to what is said about it; an amount without idle cents. */
  private static String core(String kind, String fact) {
    return switch (kind) {
      case "party" -> flat(fact.split(",|\\(| as ")[0]);
      case "amount" -> flat(fact.replaceFirst("\\.00$", "")).replace("$", "");
      default -> flat(fact);
    };
  }

  private static String flat(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[\\s,.“”\"]+", " ").strip();
  }
}
