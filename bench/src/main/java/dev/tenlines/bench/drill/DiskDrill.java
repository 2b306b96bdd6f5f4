package dev.tenlines.bench.drill;

import dev.tenlines.bench.Launch;
import dev.tenlines.bench.Served;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The disk under the database is full for a while; only root can mount a small one. */
record DiskDrill(Launch launch, Duration full) implements Drill {
  private static final String SIZE = "size=24m";
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int SOME = 60;

  @Override
  public String name() {
    return "disk";
  }

  @Override
  public Findings run() throws Exception {
    try (Site site = new Site(launch, null)) {
      Path disk = Files.createDirectories(site.project.resolve(".tenlines"));
      mount("mount", "-t", "tmpfs", "-o", SIZE, "tenlines-drill", disk.toString());
      try {
        hurt(site, disk);
        try (Served after = site.serve()) {
          site.findings.expect(after.port() > 0, "it does not start again");
          site.books.drained();
        }
        // No call was cut: what could not be settled in time is booked at the most all the same.
        return site.reconciled(site.told.failed());
      } finally {
        mount("umount", disk.toString());
      }
    }
  }

  private void hurt(Site site, Path disk) throws Exception {
    try (Served served = site.serve();
        Crew crew = site.crew("ann", served.port())) {
      site.findings.expect(site.more(SOME, SOON), "too few answers before");
      long before = site.told.failed();
      Path filler = disk.resolve("filler");
      fill(filler);
      int acknowledged = site.told.answers.size();
      LockSupport.parkNanos(full.toNanos());
      site.findings.figure("seconds full", full.toMillis() / 1e3);
      site.findings.figure(
          "answers while it was full", (double) site.told.answers.size() - acknowledged);
      long failed = site.told.failed() - before;
      site.findings.figure("calls refused while it was full", (double) failed);
      site.findings.expect(failed > 0, "the disk was not full enough");
      site.findings.figure("longest answer in ms", crew.longest());
      Files.delete(filler);
      long began = System.nanoTime();
      site.findings.expect(site.more(1, SOON), "no answer after there was room again");
      site.findings.figure("seconds until it answered again", (System.nanoTime() - began) / 1e9);
      site.findings.expect(site.more(SOME, SOON), "too few answers after");
    }
    site.findings.expect(
        site.told.failures.keySet().stream().allMatch("503 TL-511"::equals),
        "not every call was refused with TL-511: " + site.told.failures);
  }

  /** Until nothing more can be written. */
  private static void fill(Path filler) throws IOException {
    byte[] block = new byte[4096];
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      // It is full now.
      return;
    }
  }

  private static void mount(String... command)
      throws IOException, InterruptedException, Impossible {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said =
          new String(
              process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new Impossible("no small disk can be mounted: " + said.strip());
      }
    } catch (IOException e) {
      throw new Impossible("no small disk can be mounted: " + e.getMessage());
    }
  }
}
