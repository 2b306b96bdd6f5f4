package dev.tenlines.bench.drill;

import dev.tenlines.bench.Launch;
import dev.tenlines.bench.Served;
import java.time.Duration;
import java.util.SplittableRandom;

/** Two servers on one PostgreSQL; one is killed under load, and its clients go to the other. */
record ServersDrill(Launch launch, int kills, long seed) implements Drill {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int MOST_ANSWERS = 120;
  private static final int CUT_EACH = 4;

  @Override
  public String name() {
    return "servers";
  }

  @Override
  public Findings run() throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    try (Postgres postgres = new Postgres();
        Site site = new Site(launch, postgres.url())) {
      Served mortal = site.serve();
      try (Served other = site.serveBeside(postgres.url())) {
        try (Crew ann = site.crew("ann", mortal.port());
            Crew bob = site.crew("bob", other.port())) {
          for (int kill = 0; kill < kills; kill++) {
            boolean alive = site.more(1 + random.nextInt(MOST_ANSWERS), SOON);
            site.findings.expect(alive, "too few answers before kill " + kill);
            mortal.kill();
            ann.turnTo(other.port());
            site.findings.expect(site.more(1, SOON), "the other server does not answer");
            site.books.acknowledged();
            mortal = site.serve();
            ann.turnTo(mortal.port());
          }
          site.findings.figure("longest answer of the other in ms", bob.longest());
        }
        site.books.drained();
      } finally {
        mortal.close();
      }
      site.findings.figure("kills", kills);
      // Only calls to the dead server were lost: the other one never failed.
      site.findings.expect(
          site.told.failures.keySet().stream().allMatch("0"::equals),
          "the other server failed: " + site.told.failures);
      return site.reconciled((long) kills * CUT_EACH);
    }
  }
}
