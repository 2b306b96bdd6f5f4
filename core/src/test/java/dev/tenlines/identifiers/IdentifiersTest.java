package dev.tenlines.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.text.Found;
import dev.tenlines.text.Setting;
import dev.tenlines.text.Value;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifiersTest {
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(LocalDateTime.of(2026, 3, 2, 9, 30), ZoneOffset.UTC);
  private static final Identifiers ALL = Identifiers.all();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Write to Ann.Lee+shop@Mail.Example.org.       | email   | ann.lee+shop@mail.example.org
          See https://Example.com/Path?q=1, page 2      | url     | https://example.com/Path?q=1
          our site example.co.uk is down                | url     | example.co.uk
          host 10.20.30.40 does not answer              | ipv4    | 10.20.30.40
          host 2001:db8::17 does not answer             | ipv6    | 2001:db8::17
          id {0F8FAD5B-D9CB-469F-A165-70867728950E}     | guid    | 0f8fad5b-d9cb-469f-a165-70867728950e
          thanks @jo_miller for it                      | mention | @jo_miller
          filed under #late-delivery                    | hashtag | #late
          call (212) 736-5000 today                     | phone   | +12127365000
          call +44 20 7946 0018 today                   | phone   | +442079460018
          pay to DE89 3704 0044 0532 0130 00 please     | iban    | DE89370400440532013000
          our tax number is ATU13585627.                | at_vat  | ATU13585627
          card 4111 1111 1111 1111 was refused          | credit_card | 4111111111111111
          bonds US0378331005 were sold                  | isin    | US0378331005
          """)
  void identifier_isFoundInItsNormalForm(String text, String kind, String normal) {
    assertThat(ALL.find(text, setting("en-US")).stream().map(Found::value).toList())
        .filteredOn(v -> v instanceof Value.Identifier i && i.kind().equals(kind))
        .singleElement()
        .extracting(Value::normal)
        .isEqualTo(normal);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          write to ann at example dot org
          version 1.2.3 of C#
          at 10:45 on 12/04/2026
          a ratio of 0.0000123456
          pay to DE89 3704 0044 0532 0130 01 please
          part A-700-12345-B of the set
          """)
  void whatOnlyLooksLikeOne_isNotFound(String text) {
    assertThat(ALL.find(text, setting("en-US"))).isEmpty();
  }

  @Test
  void phoneOfTheReadersCountry_needsNoCountryCode() {
    Found found = Identifiers.only("phone").find("Tel. 030 901820", setting("de-DE")).getFirst();
    assertThat(found.value()).isEqualTo(new Value.Identifier("phone", "+4930901820", true));
  }

  @Test
  void numberThatNoCountryHas_isFoundUnchecked() {
    Found found = Identifiers.only("phone").find("Tel. 555 0000", setting("en-US")).getFirst();
    assertThat(found.value()).isEqualTo(new Value.Identifier("phone", "5550000", false));
  }

  @Test
  void kindThatAnyNumberCouldBe_isFoundOnlyWhenAskedFor() {
    String text = "SIREN 732 829 320";
    assertThat(Identifiers.only("fr_siren").find(text, setting("fr-FR")))
        .singleElement()
        .extracting(Found::text)
        .isEqualTo("732 829 320");
  }

  @Property
  void anyText_isReadWithoutOverlap(@ForAll("texts") String text) {
    int last = 0;
    for (Found found : ALL.find(text, setting("en-US"))) {
      assertThat(found.start()).isGreaterThanOrEqualTo(last);
      assertThat(text.substring(found.start(), found.end())).isEqualTo(found.text());
      last = found.end();
    }
  }

  @Test
  void hugeTexts_areReadToTheirEnd() {
    for (String unit :
        List.of("1", "1 ", "@", "a@", "a.", "1.", ":", "a:", "(1", "http://", "#a", "-1")) {
      String text = unit.repeat(100_000) + " mail@example.org";
      assertThat(Identifiers.only("email").find(text, setting("en-US"))).as(unit).isNotEmpty();
      assertThat(ALL.find(text, setting("en-US"))).as(unit).isNotEmpty();
    }
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> parts =
        Arbitraries.of(
            "@", "#", "a", "b.com", "http://", "www.", "1", "0", "555", "(", ")", "-", "+", " ",
            " ", ".", "/", ":", "::", "ff", "DE89", "{", "}", "x", "ext", "é", "AT", "U", "\n");
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(60),
        parts.list().ofMaxSize(24).map(list -> String.join("", list)));
  }

  private static Setting setting(String tag) {
    return new Setting(Locale.forLanguageTag(tag), NOW);
  }
}
