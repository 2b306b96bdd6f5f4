package dev.tenlines.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.document.Document;
import dev.tenlines.document.Read;
import dev.tenlines.index.Passage;
import dev.tenlines.reading.DocumentReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PassagesTest {
  private static final DocumentReader READER = new DocumentReader();

  @AfterAll
  static void close() {
    READER.close();
  }

  @Test
  void sections_arePassagesWithTheirPathAndLink() {
    List<Passage> passages =
        cut(
            "docs/install.md",
            """
            # Install
            Takes a minute.

            It needs no root.
            ## On Linux
            Run the script.
            ## On macOS
            Open the image.
            """);

    assertThat(passages)
        .extracting(Passage::text)
        .containsExactly(
            "Takes a minute.\n\nIt needs no root.", "Run the script.", "Open the image.");
    assertThat(passages)
        .extracting(Passage::path)
        .containsExactly(
            List.of("Install"), List.of("Install", "On Linux"), List.of("Install", "On macOS"));
    assertThat(passages)
        .extracting(Passage::link)
        .containsExactly(
            "docs/install.md#install", "docs/install.md#on-linux", "docs/install.md#on-macos");
  }

  @Test
  void longSections_areCutBetweenSentencesIntoEqualParts() {
    String text = prose(100); // of nine words each
    List<Passage> passages = cut("a.txt", text);

    assertThat(passages).hasSize(4);
    assertThat(passages)
        .allSatisfy(p -> assertThat(Size.of(p.text())).isBetween(190, 300))
        .allSatisfy(p -> assertThat(p.text()).startsWith("Sentence ").endsWith("."));
    assertThat(passages.stream().map(Passage::text).collect(Collectors.joining(" ")))
        .isEqualTo(text);
  }

  @Test
  void passages_areTheTextOfTheirPlace() {
    String text = "First.\n\n" + prose(80) + "\n\nLast.";

    assertThat(cut("a.txt", text))
        .allSatisfy(p -> assertThat(p.text()).isEqualTo(text.substring(p.start(), p.end())));
  }

  @Test
  void tables_areCutBetweenRowsAndKeepTheirHead() {
    String rows =
        IntStream.range(0, 120)
            .mapToObj(i -> "| Plan number %d | costs %d EUR a month |".formatted(i, i * 3))
            .collect(Collectors.joining("\n"));
    List<Passage> passages =
        cut("prices.md", "# Prices\n| Plan | Price |\n|---|---|\n" + rows + "\n");

    assertThat(passages.size()).isGreaterThan(2);
    assertThat(passages.getFirst().text()).startsWith("Plan\tPrice\nPlan number 0\t");
    assertThat(passages.subList(1, passages.size()))
        .allSatisfy(p -> assertThat(p.path()).containsExactly("Prices", "Plan | Price"))
        .allSatisfy(p -> assertThat(p.text()).startsWith("Plan number").endsWith("EUR a month"));
  }

  @Test
  void whatAnnouncesAList_standsWithIt() {
    String text = prose(15) + "\n\nYou need these three things:\n\n- " + prose(20) + "\n- Tea";

    assertThat(cut("a.md", text).getLast().text()).startsWith("You need these three things:");
  }

  @Test
  void pages_areTheirTitleWithoutTheSite() {
    List<Passage> passages =
        cut(
            "a.html",
            """
            <html><head><title>Refunds — Shop help</title></head><body>
            <nav><a href="/">Home</a> <a href="/help">Help</a></nav>
            <main><section id="refunds"><h1>Refunds<a class="headerlink" href="#refunds">¶</a></h1>
            <p>We refund within 14 days.</p>
            <a name="how"></a><h2>How long it takes</h2><p>Three days.</p>
            <p hidden>Never refund.</p></section></main>
            <footer>Shop Ltd., all rights reserved</footer></body></html>
            """);

    assertThat(passages)
        .extracting(Passage::text)
        .containsExactly("We refund within 14 days.", "Three days.");
    assertThat(passages)
        .extracting(Passage::path)
        .containsExactly(
            List.of("Refunds — Shop help"), List.of("Refunds — Shop help", "How long it takes"));
    assertThat(passages).extracting(Passage::link).containsExactly("a.html#refunds", "a.html#how");
  }

  @Test
  void mails_areTheirSubjectAndWhatTheirAuthorWrote() {
    List<Passage> passages =
        cut(
            "inbox/1.eml",
            """
            From: Ann <ann@example.org>
            To: help@example.org
            Subject: Where to park
            Date: Mon, 5 Jan 2026 10:00:00 +0100
            Content-Type: text/plain

            Guests park behind the house.

            On Sun, 4 Jan 2026 at 09:00, Bob <bob@example.org> wrote:
            > Where do guests park?
            > Is there a gate?
            """);

    assertThat(passages).extracting(Passage::text).containsExactly("Guests park behind the house.");
    assertThat(passages.getFirst().path()).containsExactly("Where to park");
  }

  @Test
  void hiddenSigns_areNoPartOfAPassage() {
    String tags = new String(new int[] {0xE0049, 0xE0067}, 0, 2);
    List<Passage> passages =
        cut(
            "a.txt",
            "Pay\u200bment by c\u00adard\u202e is free"
                + tags
                + ". \ud83d\udc68\u200d\ud83d\udc69");

    assertThat(passages)
        .extracting(Passage::text)
        .containsExactly("Payment by card is free. \ud83d\udc68\u200d\ud83d\udc69");
  }

  @Test
  void joiners_stayWhereWordsAreWrittenWithThem() {
    assertThat(cut("a.txt", "می\u200cخواهم").getFirst().text()).isEqualTo("می\u200cخواهم");
  }

  @Test
  void headings_withNothingUnderThemAreFoundToo() {
    List<Passage> passages = cut("a.md", "# Hours\n## Open on Sundays\n## Closed on Mondays\n");

    assertThat(passages)
        .extracting(Passage::text)
        .containsExactly("Open on Sundays", "Closed on Mondays");
  }

  @Test
  void textWithoutEnd_isCutAllTheSame() {
    String endless = "word ".repeat(20_000).strip();

    assertThat(cut("a.txt", endless)).allSatisfy(p -> assertThat(p.text()).hasSizeLessThan(5_000));
  }

  @Test
  void links_areAddresses() {
    assertThat(cut("my docs/Über uns.md", "# Wo wir sind\nIn Köln.").getFirst().link())
        .isEqualTo("my%20docs/Über%20uns.md#wo-wir-sind");
  }

  @Test
  void languages_areToldOfEachPassage() {
    String german = "Wir liefern nicht am Sonntag und die Bestellung ist dann bei der Post. ";
    List<Passage> passages =
        cut("a.md", "# A\n" + prose(20) + "\n## B\n" + german.repeat(4) + "\n");

    assertThat(passages).extracting(Passage::language).containsExactly("en", "de");
  }

  private static String prose(int sentences) {
    return IntStream.range(0, sentences)
        .mapToObj(i -> "Sentence " + i + " says what the house does with you.")
        .collect(Collectors.joining(" "));
  }

  private static List<Passage> cut(String source, String text) {
    Read read = READER.read(source, text.getBytes(StandardCharsets.UTF_8));
    return Passages.of(source, (Document) read);
  }
}
