package dev.tenlines.salience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.document.Block;
import dev.tenlines.document.Block.Kind;
import dev.tenlines.document.Document;
import dev.tenlines.document.Span;
import dev.tenlines.reading.DocumentReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SalienceTest {
  private static final String REPORT =
      """
      The bakery on Mill Street will close in October. Its owner, Rosa Lind, has baked there for
      forty years. Rosa Lind says that nobody wants to rise at three. The bakery sold bread to the
      whole quarter. A dog slept by the door. It rained a little on Tuesday.

      The council offers the bakery to young bakers. Two of them have asked Rosa Lind for the
      recipes. "I will give them away," she says. The ovens stay in the bakery. Somebody whistled.
      """;

  @Test
  void rank_everySentence_isThereWithItsPlace() {
    Document document = DocumentReader.plain("input", REPORT);

    List<Scored> ranked = Salience.shipped().rank(document, null);

    assertThat(ranked).extracting(Scored::sentence).isEqualTo(document.sentences());
  }

  @Test
  void rank_whatTheTextIsAbout_isAboveAsides() {
    Document document = DocumentReader.plain("input", REPORT);

    Selection selection = Salience.shipped().within(document, null, 45);

    assertThat(selection.text(document)).contains("bakery").doesNotContain("Somebody whistled");
  }

  @Test
  void within_focus_movesItsSentencesForward() {
    Document document = DocumentReader.plain("input", REPORT);

    Selection selection = Salience.shipped().within(document, "Where did the dog sleep?", 12);

    assertThat(selection.text(document)).contains("A dog slept by the door.");
  }

  @Test
  void within_germanText_keepsTheBudget() {
    Document document =
        DocumentReader.plain(
            "input",
            "Die Brücke über die Elbe wird im Mai gesperrt. Der Verkehr wird über die alte Straße"
                + " geleitet. Anwohner bekommen einen Brief von der Stadt. Die Arbeiten an der"
                + " Brücke dauern vier Monate. Ein Café bleibt geöffnet.");

    assertThat(Salience.shipped().within(document, null, 20).words()).isBetween(17, 20);
  }

  @Test
  void rank_quotedMail_isPassedOver() {
    String text =
        "Please send the keys to Anna.\n\nOn Monday Bo wrote: The keys are lost for good.";
    Document document = marked(text, Kind.QUOTED_REPLY, text.indexOf("On Monday"));

    assertThat(Salience.shipped().rank(document, null))
        .extracting(scored -> scored.sentence().of(text))
        .containsExactly("Please send the keys to Anna.");
  }

  @Test
  void rank_nothingButAQuotedMail_isRanked() {
    Document document = marked("The keys are lost for good.", Kind.QUOTED_REPLY, 0);

    assertThat(Salience.shipped().rank(document, null)).hasSize(1);
  }

  @Test
  void taught_whatPeopleKept_isChosenNextTime() {
    List<Lesson> lessons = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      lessons.add(new Lesson(call(i), "Yearly profit rose by " + i + " percent."));
    }
    Document next = DocumentReader.plain("input", call(77));

    Selection selection = Salience.shipped().taught(lessons).within(next, null, 8);

    assertThat(selection.text(next)).isEqualTo("Our yearly profit rose by 77 percent.");
  }

  private static String call(int n) {
    return "Good morning and welcome to call %d of the company. Please hold the line for us."
            .formatted(n)
        + " The weather in town %d is fine today. Our yearly profit rose by %d percent."
            .formatted(n, n)
        + " Let me thank all %d people of the team. Questions come at the end of it.".formatted(n);
  }

  private static Document marked(String text, Kind kind, int from) {
    List<Block> blocks = new ArrayList<>();
    if (from > 0) {
      blocks.add(new Block(Kind.PARAGRAPH, new Span(0, from)));
    }
    blocks.add(new Block(kind, new Span(from, text.length())));
    return new Document(
        "input",
        "message/rfc822",
        text,
        List.of(),
        blocks,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
