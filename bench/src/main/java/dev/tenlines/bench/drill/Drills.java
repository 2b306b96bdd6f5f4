package dev.tenlines.bench.drill;

import dev.tenlines.TenlinesException;
import dev.tenlines.bench.Bench;
import dev.tenlines.bench.BenchRow;
import dev.tenlines.bench.Launch;
import dev.tenlines.bench.drill.Drill.Findings;
import dev.tenlines.bench.drill.Drill.Impossible;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All drills, one row for each that says how much was wrong, with its figures. */
public final class Drills {
  private static final int KILLS = 10;
  private static final int FEW_KILLS = 3;
  private static final Duration HURT = Duration.ofSeconds(12);
  private static final int MOST_SHOWN = 20;

  private final List<Drill> all;
  private final Bench.Log log;

  public Drills(Path home, long seed, Bench.Log log) {
    Launch launch = Launch.of(home);
    this.all =
        List.of(
            new KillDrill(launch, KILLS, seed),
            new DiskDrill(launch, HURT),
            new ProviderDrill(launch, HURT),
            new DatabaseDrill(launch, HURT),
            new ServersDrill(launch, FEW_KILLS, seed),
            new ClockDrill(launch));
    this.log = log;
  }

  /**
   * Runs them one after the other.
   *
   * @param only the name of the one that is wanted, or null for all
   */
  public List<BenchRow> rows(@Nullable String only) {
    List<Drill> wanted =
        all.stream().filter(drill -> only == null || drill.name().equals(only)).toList();
    if (wanted.isEmpty()) {
      String names = String.join(", ", all.stream().map(Drill::name).toList());
      throw new TenlinesException(
          "TL-401", "The drill (" + only + ") does not exist.", "Maybe " + names + ".");
    }
    List<BenchRow> rows = new ArrayList<>();
    for (Drill drill : wanted) {
      System.err.println("Drill " + drill.name());
      try {
        rows.addAll(rows(drill.name(), drill.run()));
      } catch (Impossible e) {
        log.skip("drill " + drill.name(), String.valueOf(e.getMessage()));
      } catch (Exception e) {
        // One drill that cannot go on must not hide the others.
        Findings broken = new Findings();
        broken.problems().add("it broke off: " + e);
        rows.addAll(rows(drill.name(), broken));
      }
    }
    return rows;
  }

  private static List<BenchRow> rows(String name, Findings findings) {
    findings.problems().stream()
        .distinct()
        .limit(MOST_SHOWN)
        .forEach(problem -> System.err.println("  WRONG " + problem));
    List<BenchRow> rows = new ArrayList<>();
    long problems = findings.problems().stream().distinct().count();
    rows.add(BenchRow.atMost(name, "things that were wrong", (double) problems, 0));
    findings.figures().forEach((figure, value) -> rows.add(BenchRow.printed(name, figure, value)));
    return rows;
  }
}
