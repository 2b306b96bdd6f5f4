package dev.tenlines.bench.drill;

import dev.tenlines.bench.Launch;
import dev.tenlines.bench.Served;
import java.time.Duration;
import java.util.SplittableRandom;

/** The process is killed in the middle of traffic, again and again on one SQLite file. */
record KillDrill(Launch launch, int kills, long seed) implements Drill {
  private static final int MOST_ANSWERS = 120;
  private static final Duration SOON = Duration.ofSeconds(60);

  /** Calls to the model that can be under way at once: one for each client. */
  private static final int CUT_EACH = 4;

  @Override
  public String name() {
    return "kill";
  }

  @Override
  public Findings run() throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    try (Site site = new Site(launch, null)) {
      Served served = site.serve();
      double slowest = served.seconds();
      try {
        try (Crew crew = site.crew("ann", served.port())) {
          for (int kill = 0; kill < kills; kill++) {
            boolean alive = site.more(1 + random.nextInt(MOST_ANSWERS), SOON);
            site.findings.expect(alive, "too few answers before kill " + kill);
            served.kill();
            site.books.acknowledged();
            served = site.serve();
            slowest = Math.max(slowest, served.seconds());
            crew.turnTo(served.port());
          }
          site.findings.expect(site.more(1, SOON), "no answers after the last start");
        }
        // The crew has ended: whatever it asked was answered. What was decided is told now.
        site.books.drained();
      } finally {
        served.close();
      }
      site.findings.figure("kills", kills);
      site.findings.figure("slowest start in seconds", slowest);
      return site.reconciled((long) kills * CUT_EACH);
    }
  }
}
