package dev.tenlines.bench.drill;

import dev.tenlines.bench.Launch;
import dev.tenlines.bench.Served;
import dev.tenlines.mock.Fault;
import dev.tenlines.mock.Script;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The provider's port refuses connections for a while. An hour is scaled to that: the breaker's
 * waits do not grow, so that the hour is the same five seconds again and again.
 */
record ProviderDrill(Launch launch, Duration dead) implements Drill {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Duration BACK = Duration.ofSeconds(15);
  private static final int SOME = 60;

  /** One for each client. */
  private static final int CUT = 4;

  @Override
  public String name() {
    return "provider";
  }

  @Override
  public Findings run() throws Exception {
    try (Site site = new Site(launch, null)) {
      try (Served served = site.serve()) {
        try (Crew crew = site.crew("ann", served.port())) {
          hurt(site, crew);
        }
        site.books.drained();
      }
      site.findings.expect(site.told.failed() == 0, "calls failed: " + site.told.failures);
      // What was under way when the port was shut may have cost something: it is booked at the
      // most.
      return site.reconciled(CUT);
    }
  }

  private void hurt(Site site, Crew crew) throws InterruptedException {
    site.findings.expect(site.more(SOME, SOON), "too few answers before");
    site.mock.play(Script.always(Fault.C02));
    crew.longest();
    int acknowledged = site.told.answers.size();
    LockSupport.parkNanos(dead.toNanos());
    site.findings.figure("seconds dead, for an hour", dead.toMillis() / 1e3);
    int meanwhile = site.told.answers.size() - acknowledged;
    site.findings.figure("answers while it was dead", meanwhile);
    site.findings.expect(meanwhile > 0, "nobody was answered while the provider was dead");
    site.findings.figure("longest answer in ms", crew.longest());
    long before = site.mock.counts().answered();
    site.mock.play(Site.PACED);
    long began = System.nanoTime();
    site.findings.expect(
        site.mock.await(counts -> counts.answered() > before, BACK), "it is not asked again");
    site.findings.figure("seconds until it was asked again", (System.nanoTime() - began) / 1e9);
    site.findings.expect(site.more(SOME, SOON), "too few answers after");
  }
}
