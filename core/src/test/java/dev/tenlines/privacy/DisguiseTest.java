package dev.tenlines.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Tokens go out, values come back, whatever a model does to a token on the way. */
final class DisguiseTest {
  private static final String MAIL = "ann@example.org";
  private final Disguise disguise = of("Write to " + MAIL + " or call +49 30 1234567.");

  private static Disguise of(String text) {
    return Disguise.of("r_1", List.of(text), new KnownForms());
  }

  @Property(tries = 500)
  void everyText_comesBackAsItWas_inChunksOfAnySize(
      @ForAll("texts") List<String> parts, @ForAll long seed) {
    String text = String.join(" ", parts);
    Disguise own = of(text);
    String hidden = own.hide(text);

    assertThat(own.restore(hidden)).isEqualTo(text);
    Restoring restoring = own.restoring();
    StringBuilder back = new StringBuilder();
    SplittableRandom random = new SplittableRandom(seed);
    for (int at = 0; at < hidden.length(); ) {
      int end = Math.min(hidden.length(), at + 1 + random.nextInt(5));
      back.append(restoring.add(hidden.substring(at, end)));
      at = end;
    }
    back.append(restoring.end());
    assertThat(back).hasToString(text);
    assertThat(restoring.failed()).isFalse();
  }

  @Provide
  Arbitrary<List<String>> texts() {
    return Arbitraries.oneOf(
            Arbitraries.of(
                MAIL,
                "[" + MAIL + "]",
                "\\" + MAIL,
                "**" + MAIL + "**",
                "+49 30 1234567",
                "4111 1111 1111 1111",
                "DE89370400440532013000",
                "192.168.10.20",
                "078-05-1120",
                "Dear Mr Smith,",
                "Smith",
                "https://ann:hunter22@example.org/x?token=abcdef",
                "[EMAIL_00000000]",
                "EMAIL_",
                "[[EMAIL"),
            Arbitraries.strings().ofMaxLength(12))
        .list()
        .ofMaxSize(12);
  }

  @Test
  void nothingPersonal_isLeft() {
    assertThat(disguise.hide("Write to " + MAIL + " or call +49 30 1234567."))
        .matches("Write to \\[EMAIL_[0-9a-f]{8}] or call \\[PHONE_[0-9a-f]{8}]\\.");
  }

  @Test
  void aValue_hasOneTokenWithinARequest_andAnotherInTheNext() {
    String twice = disguise.hide(MAIL + " " + MAIL);
    String token = disguise.hide(MAIL);

    assertThat(twice).isEqualTo(token + " " + token);
    assertThat(Disguise.of("r_2", List.of(MAIL), new KnownForms()).hide(MAIL)).isNotEqualTo(token);
  }

  @Test
  void whatModelsMakeOfTokens_isRestored() {
    String token = disguise.hide(MAIL);
    String core = token.substring(1, token.length() - 1);

    assertThat(disguise.restore("**" + token + "**")).isEqualTo("**" + MAIL + "**");
    assertThat(disguise.restore(token.toUpperCase(Locale.ROOT))).isEqualTo(MAIL);
    assertThat(disguise.restore("\\[" + core.replace("_", "\\_") + "\\]")).isEqualTo(MAIL);
    assertThat(disguise.restore("\\\\[" + core + "\\\\]")).isEqualTo(MAIL);
    assertThat(disguise.restore("[**" + core + "**]")).isEqualTo(MAIL);
    assertThat(disguise.restore("(" + core + ")")).isEqualTo("(" + MAIL + ")");
    assertThat(disguise.restore("\"" + core.replace('_', ' ') + "\""))
        .isEqualTo("\"" + MAIL + "\"");
  }

  @Test
  void aTokenThatWasNeverIssued_staysAsItIs() {
    assertThat(disguise.restore("[EMAIL_0badc0de] [PERSON_1] EMAIL_x"))
        .isEqualTo("[EMAIL_0badc0de] [PERSON_1] EMAIL_x");
  }

  @Test
  void whatIsLeftOfAToken_isNeverShown() {
    String token = disguise.hide(MAIL);
    String id = token.substring(token.indexOf('_') + 1, token.length() - 1);
    List<String> rests =
        List.of(
            "see [EMAIL_" + id.substring(0, 5) + "]",
            "see " + id,
            "see [MAIL " + id.substring(0, 4) + "-" + id.substring(4) + "]");

    for (String rest : rests) {
      assertThat(disguise.restore(rest)).as(rest).isNull();
      List<String> shown = new ArrayList<>();
      Restoring restoring = disguise.restoring();
      rest.chars().forEach(c -> shown.add(restoring.add(String.valueOf((char) c))));
      shown.add(restoring.end());
      assertThat(restoring.failed()).as(rest).isTrue();
      assertThat(String.join("", shown)).doesNotContain(id.substring(0, 4));
    }
  }
}
