package dev.tenlines.bench.drill;

import dev.tenlines.bench.Launch;
import dev.tenlines.bench.Served;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** PostgreSQL is stopped under a running server, and started again. */
record DatabaseDrill(Launch launch, Duration gone) implements Drill {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int SOME = 60;

  @Override
  public String name() {
    return "database";
  }

  @Override
  public Findings run() throws Exception {
    try (Postgres postgres = new Postgres();
        Site site = new Site(launch, postgres.url())) {
      try (Served served = site.serve();
          Crew crew = site.crew("ann", served.port())) {
        hurt(site, crew, postgres);
      }
      // A settlement that met no database leaves its hold: the next start books it.
      try (Served after = site.serve()) {
        site.findings.expect(after.port() > 0, "it does not start again");
        site.books.drained();
      }
      return site.reconciled(site.told.failed());
    }
  }

  private void hurt(Site site, Crew crew, Postgres postgres) throws IOException {
    site.findings.expect(site.more(SOME, SOON), "too few answers before");
    postgres.stop();
    int acknowledged = site.told.answers.size();
    LockSupport.parkNanos(gone.toNanos());
    site.findings.expect(
        site.told.answers.size() == acknowledged, "an answer was acknowledged without a database");
    postgres.startAgain();
    long began = System.nanoTime();
    site.findings.expect(site.more(1, SOON), "no answer after it was back");
    site.findings.figure("seconds gone", gone.toMillis() / 1e3);
    site.findings.figure("calls refused meanwhile", (double) site.told.failed());
    site.findings.figure("longest answer in ms", crew.longest());
    site.findings.figure("seconds until it answered again", (System.nanoTime() - began) / 1e9);
    site.findings.expect(site.more(SOME, SOON), "too few answers after");
    site.findings.expect(
        site.told.failures.keySet().stream().allMatch("503 TL-511"::equals),
        "not every call was refused with TL-511: " + site.told.failures);
  }
}
