package dev.tenlines.fields;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.text.Found;
import dev.tenlines.text.Setting;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What a mail offers to be picked, all kinds together. */
class RecognizersTest {
  private static final Setting BERLIN =
      new Setting(Locale.UK, ZonedDateTime.parse("2026-11-23T10:00:00+01:00[Europe/Berlin]"));
  private final Recognizers candidates = new Recognizers();

  private List<String> of(String text) {
    return candidates.find(text, BERLIN).stream()
        .map(found -> found.text() + " = " + found.value().normal())
        .toList();
  }

  @Test
  void eachThing_isOneCandidate_ofTheKindThatSaysMost() {
    assertThat(
            of(
                "Please pay €1,234.50 by 3 December 2026 to DE89 3704 0044 0532 0130 00,"
                    + " questions to anna@example.org."))
        .containsExactly(
            "€1,234.50 = 1234.5 EUR",
            "by 3 December 2026 = 2026-11-23T10:00/2026-12-03T00:00",
            "DE89 3704 0044 0532 0130 00 = DE89370400440532013000",
            "anna@example.org = anna@example.org");
  }

  @Test
  void aDate_isNoNumbers_andAPhoneNumberIsNoDate() {
    assertThat(of("On 12/11/2026 call +44 20 7946 0958."))
        .hasSize(2)
        .anyMatch(one ->
            one.startsWith("12/11/2026 = 2026-11-12T00:00")
                || one.startsWith("On 12/11/2026 = 2026-11-12T00:00"))
        .anyMatch(one -> one.equals("+44 20 7946 0958 = +442079460958"));
  }

  @Property(tries = 300)
  void whateverTheText_candidatesStandInIt_inOrder_andShareNothing(@ForAll String text) {
    int at = 0;
    for (Found found : candidates.find(text, BERLIN)) {
      assertThat(found.start()).isGreaterThanOrEqualTo(at);
      assertThat(text.substring(found.start(), found.end())).isEqualTo(found.text());
      at = found.end();
    }
  }
}
