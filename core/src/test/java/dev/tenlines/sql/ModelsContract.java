package dev.tenlines.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.learn.Certificate;
import dev.tenlines.learn.Certificates;
import dev.tenlines.learn.Models;
import dev.tenlines.learn.Models.Draft;
import dev.tenlines.learn.Models.Shut;
import dev.tenlines.learn.Models.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every keeper of models has to do. */
abstract class ModelsContract extends StoreContract {
  private static final byte[] BYTES = {0, 1, -1, 127, -128, 0};

  private static Draft draft(String origin) {
    Certificate certificate =
        new Certificate(
            "c_1",
            "classifier@0",
            "",
            Certificate.Kind.ERROR,
            0.02,
            0.9,
            0.95,
            1.25,
            300,
            1,
            0.017,
            0,
            Instant.parse("2026-11-22T10:00:00Z"),
            "audits");
    return new Draft(
        "triage", origin, 500, new Certificates(List.of(certificate)), "{\"judged\": 40}");
  }

  @Test
  final void aModel_getsTheNextNumber_andItsCertificatesItsName() {
    assertThat(server.models.serving("triage")).isNull();
    assertThat(server.models.versions("triage")).isEmpty();

    Version first = server.models.add(draft("trial 12ab"), BYTES, true);
    clock.advance(Duration.ofHours(1));
    Version second = server.models.add(draft("verdicts"), BYTES, false);

    assertThat(first.version()).isEqualTo(1);
    assertThat(second)
        .isEqualTo(
            new Version(
                "triage",
                2,
                "verdicts",
                500,
                draft("x").certificates().numbered(2),
                "{\"judged\": 40}",
                false,
                clock.instant()));
    assertThat(server.models.versions("triage")).extracting(Version::version).containsExactly(2, 1);
    assertThat(server.models.versions("comments")).isEmpty();
  }

  @Test
  final void aModel_isReadBackByteForByte() {
    byte[] large = new byte[3_000_000];
    IntStream.range(0, large.length).forEach(i -> large[i] = (byte) (i * 31));
    server.models.add(draft("small"), BYTES, true);
    server.models.add(draft("large"), large, true);

    assertThat(server.models.bytes("triage", 1)).isEqualTo(BYTES);
    assertThat(server.models.bytes("triage", 2)).isEqualTo(large);
  }

  @Test
  final void oneVersionServes_andAnOlderOneCanBeTakenBack() {
    server.models.add(draft("a"), BYTES, true);
    server.models.add(draft("b"), BYTES, true);
    assertThat(server.models.serving("triage").version()).isEqualTo(2);

    server.models.serve("triage", 1);

    assertThat(server.models.serving("triage").version()).isEqualTo(1);
    assertThat(server.models.versions("triage")).filteredOn(Version::serving).hasSize(1);
    server.models.add(draft("c"), BYTES, false);
    assertThat(server.models.serving("triage").version()).isEqualTo(1);
  }

  @Test
  final void aVersionThatIsNotThere_isRefused_andWhatServesGoesOn() {
    server.models.add(draft("a"), BYTES, true);

    assertThatThrownBy(() -> server.models.serve("triage", 7))
        .hasMessage(
            "TL-180 The feature (triage) has no model version (7). Maybe see its page or plan for"
                + " the versions there are.");
    assertThatThrownBy(() -> server.models.bytes("triage", 7)).hasMessageContaining("TL-180");
    assertThat(server.models.serving("triage").version()).isEqualTo(1);
  }

  @Test
  final void modelsAddedAtTheSameMoment_getNumbersOfTheirOwn_andOneServes() throws Exception {
    try (TestServer other = another()) {
      for (int round = 0; round < 10; round++) {
        Race.of(
            IntStream.range(0, 6)
                .mapToObj(i ->
                    (Callable<Version>)
                        () -> (i % 2 == 0 ? server : other).models.add(draft("m" + i), BYTES, true))
                .toList());
      }
    }

    assertThat(server.models.versions("triage"))
        .extracting(Version::version)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 60).mapToObj(i -> 61 - i).toList());
    assertThat(server.models.versions("triage")).filteredOn(Version::serving).hasSize(1);
    assertThat(server.models.serving("triage")).isNotNull();
  }

  @Test
  final void whatWasShut_isKeptOnce_newestFirst() {
    Shut first = new Shut("triage", "classifier@1", "", 50, 9, 0.02, clock.instant());
    server.models.shut(first);
    server.models.shut(new Shut("triage", "classifier@1", "", 60, 11, 0.02, clock.instant()));
    Shut second =
        new Shut("triage", "classifier@1", "returns", 5, 5, 0.1, clock.instant().plusSeconds(1));
    server.models.shut(second);

    assertThat(server.models.shuts("triage")).containsExactly(second, first);
    assertThat(server.models.shuts("comments")).isEmpty();
  }

  @Test
  final void whatATestHasShown_isKept_newestFirst() {
    Models.Test first = new Models.Test("model:m@1-0", 40, Certificates.NONE, clock.instant());
    Models.Test second =
        new Models.Test(
            "model:m@1-0", 60, draft("x").certificates(), clock.instant().plusSeconds(1));
    server.models.tested("triage", first);
    server.models.tested("triage", second);

    assertThat(server.models.tests("triage")).containsExactly(second, first);
    assertThat(server.models.tests("comments")).isEmpty();
  }

  @Test
  final void aTraining_isClaimedByOneServer_untilItEnds() {
    Models models = server.models;
    Instant until = clock.instant().plus(Duration.ofMinutes(30));

    assertThat(models.claim("triage", "s1", until)).isTrue();
    assertThat(models.claim("triage", "s2", until)).isFalse();
    assertThat(models.claim("comments", "s2", until)).as("another feature").isTrue();
    assertThat(models.claim("triage", "s1", until)).as("its own again").isTrue();
    assertThat(models.claim("triage", "s1", clock.instant())).as("given back").isTrue();
    assertThat(models.claim("triage", "s2", until)).isTrue();
    clock.advance(Duration.ofMinutes(30));
    assertThat(models.claim("triage", "s1", clock.instant())).as("s2 is gone").isTrue();
  }

  @Test
  final void ofManyServersThatClaimAtTheSameMoment_oneTrains() throws Exception {
    Instant until = clock.instant().plusSeconds(60);
    try (TestServer other = another()) {
      List<Callable<Boolean>> races =
          IntStream.range(0, 10)
              .mapToObj(i ->
                  (Callable<Boolean>)
                      () -> (i % 2 == 0 ? server : other).models.claim("triage", "s" + i, until))
              .toList();

      assertThat(Race.of(races)).containsOnlyOnce(true);
    }
  }
}
