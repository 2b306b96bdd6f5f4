package dev.tenlines.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenlines.TenlinesException;
import dev.tenlines.document.Document;
import dev.tenlines.document.Span;
import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.FieldType;
import dev.tenlines.reading.DocumentReader;
import dev.tenlines.text.Setting;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TaggerTest {
  private static final Setting SETTING =
      new Setting(Locale.ENGLISH, ZonedDateTime.of(2026, 3, 2, 9, 0, 0, 0, ZoneOffset.UTC));
  private static final Pattern MARK = Pattern.compile("\\[(\\w+):([^]]+)]");
  private static final List<Tagged> EXAMPLES =
      List.of(
          example("Guided tour with [guide:Maria Keller] at [time:3:30 pm]."),
          example("The walk with [guide:Tom Baxter] starts at [time:10:15 am]."),
          example("Please meet [guide:Nora Lind] by the gate at [time:9:00 am]."),
          example("At [time:4:45 pm] the tour of [guide:Peter Wagner] begins."),
          example("Our old town is nice in the rain, too."),
          example("[guide:Anna Rossi] leads the group from [time:11:00 am]."),
          example("Bring shoes and water."),
          example("The evening walk with [guide:Hugo Meyer] is at [time:7:20 pm]."),
          example("Tickets cost 12 euros."),
          example("Meet [guide:Laura Stein] at [time:2:10 pm]."),
          example("The tour at [time:1:00 pm] is with [guide:Karl Brandt]."),
          example("We are closed in winter."));
  private static final Tagger TAGGER = Tagger.learn(EXAMPLES, 1);

  @Test
  void newSentence_sameKindsOfFieldsAreFound() {
    Document document = document("The morning tour with Julia Bergmann starts at 8:40 am.");

    assertThat(TAGGER.tag(document, Map.of()))
        .extracting(g -> g.field() + " " + g.span().of(document.text()))
        .containsExactly("guide Julia Bergmann", "time 8:40 am");
  }

  @Test
  void sentenceWithoutValues_findsNothing() {
    assertThat(TAGGER.tag(document("Dogs are welcome."), Map.of())).isEmpty();
  }

  @Test
  void finder_normalisesWhatARecogniserReads() {
    Document document = document("The walk with Emil Sander starts at 5:15 pm.");

    List<Candidate> times = TAGGER.find(document, FieldSpec.of("time", FieldType.TIME), SETTING);

    assertThat(times.getFirst().value()).isEqualTo("17:15");
    assertThat(times).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
    assertThat(TAGGER.find(document, FieldSpec.of("price", FieldType.MONEY), SETTING)).isEmpty();
  }

  @Test
  void askedField_decidesWhatANumberIs() {
    List<Tagged> examples = new ArrayList<>();
    for (String number : List.of("3", "5", "8", "12")) {
      examples.add(example("[people:" + number + "]", Map.of("asked", List.of("people"))));
      examples.add(example("[time:" + number + "]", Map.of("asked", List.of("time"))));
    }
    Tagger tagger = Tagger.learn(examples, 1);

    assertThat(tagger.tag(document("7"), Map.of("asked", List.of("people"))))
        .extracting(Guess::field)
        .containsExactly("people");
    assertThat(tagger.tag(document("7"), Map.of("asked", List.of("time"))))
        .extracting(Guess::field)
        .containsExactly("time");
  }

  @Test
  void bytes_giveTheSameTagger() {
    Document document = document("Meet Sofia Brandt at 6:30 pm.");
    Tagger again = Tagger.read(TAGGER.bytes());

    assertThat(again.tag(document, Map.of())).isEqualTo(TAGGER.tag(document, Map.of()));
    assertThat(again.bytes()).isEqualTo(TAGGER.bytes());
    assertThat(Tagger.learn(EXAMPLES, 1).bytes()).isEqualTo(TAGGER.bytes());
  }

  @Test
  void brokenBytes_areNamed() {
    byte[] bytes = TAGGER.bytes();
    bytes[bytes.length / 2] ^= 1;

    assertThatThrownBy(() -> Tagger.read(bytes))
        .isInstanceOf(TenlinesException.class)
        .hasMessageContaining("TL-146");
    assertThatThrownBy(() -> Tagger.read(new byte[3])).isInstanceOf(TenlinesException.class);
  }

  @Test
  void nothingToLearnOrToRead_findsNothing() {
    assertThat(Tagger.learn(List.of(), 1).tag(document("Meet Tom at 3 pm."), Map.of())).isEmpty();
    assertThat(TAGGER.tag(document(""), Map.of())).isEmpty();
    assertThat(TAGGER.tag(document(" \n "), Map.of())).isEmpty();
  }

  private static Tagged example(String marked) {
    return example(marked, Map.of());
  }

  /** A text in which values stand as {@code [field:value]}. */
  private static Tagged example(String marked, Map<String, Object> context) {
    StringBuilder text = new StringBuilder();
    List<Mark> marks = new ArrayList<>();
    Matcher matcher = MARK.matcher(marked);
    while (matcher.find()) {
      matcher.appendReplacement(text, "");
      Span span = new Span(text.length(), text.length() + matcher.group(2).length());
      marks.add(new Mark(matcher.group(1), span));
      text.append(matcher.group(2));
    }
    matcher.appendTail(text);
    return new Tagged(document(text.toString()), context, marks);
  }

  private static Document document(String text) {
    return DocumentReader.plain("text", text);
  }
}
