package dev.tenlines.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.Promise;
import dev.tenlines.Promise.LabelPromise;
import dev.tenlines.learn.Certifier.Judged;
import dev.tenlines.learn.FixedSequence.Scored;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertifierTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private static Certifier certifier(Promise promise) {
    return new Certifier("classifier@3", promise, 0.1, NOW, "test rows");
  }

  @Test
  void aLabelWithAPromiseOfItsOwn_hasACertificateOfItsOwn() {
    Promise promise = new Promise(0.10, 0.9, Map.of("spam", new LabelPromise(0.01, null)));
    List<Judged> rows = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      rows.add(new Judged("ok", "ok", i));
      rows.add(new Judged("spam", "spam", i));
    }

    Certificates issued = new Certificates(certifier(promise).errors(rows));

    assertThat(issued.of("classifier@3", "")).matches(Certificate::open);
    assertThat(issued.of("classifier@3", "spam"))
        .matches(spam -> !spam.open())
        .extracting(Certificate::missing)
        .isEqualTo(130);
    assertThat(issued.admitting("classifier@3", "spam", 1e9)).isNull();
    assertThat(issued.admitting("classifier@3", "", 99)).isNotNull();
    assertThat(issued.admitting("classifier@4", "", 99)).as("another version").isNull();
  }

  @Test
  void missed_opensWhereNoMoreThanPromisedAreAnsweredElsewhere() {
    List<Scored> rows =
        IntStream.range(0, 400).mapToObj(i -> new Scored(i / 400.0, i % 40 == 0)).toList();

    Certificate strict = certifier(Promise.DEFAULT).missed("lost_card", 0.01, rows);
    Certificate loose = certifier(Promise.DEFAULT).missed("lost_card", 0.10, rows);

    assertThat(strict.threshold()).isGreaterThan(loose.threshold());
    assertThat(rows.stream().filter(r -> r.wrong() && r.score() >= strict.threshold()).count())
        .isEqualTo(strict.errors());
    assertThat(strict.bound()).isLessThanOrEqualTo(0.01);
  }

  @Test
  void missed_withTooFewRows_staysShutAndSaysHowManyAreMissing() {
    List<Scored> rows = List.of(new Scored(0.1, false));

    Certificate certificate = certifier(Promise.DEFAULT).missed("lost_card", 0.01, rows);

    assertThat(certificate.open()).isFalse();
    assertThat(certificate.missing()).isEqualTo(229);
  }

  @Test
  void missed_whenRulesAnswerTooManyElsewhere_staysShut() {
    List<Scored> rows =
        IntStream.range(0, 400)
            .mapToObj(i -> new Scored(i < 40 ? Double.POSITIVE_INFINITY : 0, i < 40))
            .toList();

    assertThat(certifier(Promise.DEFAULT).missed("lost_card", 0.01, rows).open()).isFalse();
  }

  @Test
  void certificates_survivetheFile(@TempDir Path directory) {
    Promise promise = new Promise(0.10, 0.9, Map.of("spam", new LabelPromise(0.01, null)));
    List<Judged> rows = IntStream.range(0, 100).mapToObj(i -> new Judged("ok", "ok", i)).toList();
    Certificates issued = new Certificates(certifier(promise).errors(rows));
    Path file = directory.resolve("certificates.json");

    CertificateFile.write(issued, file);

    assertThat(CertificateFile.read(file)).isEqualTo(issued);
  }
}
