package dev.tenlines.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordsTest {

  @ParameterizedTest
  @CsvSource({
    "REFUND, i want a refund",
    "refund, REFUND NOW",
    "café, the cafe is closed",
    "Cafe, Das Café schließt",
    "strasse, Die Straße",
    "lodz, Łódź",
    "istanbul, İSTANBUL",
    "free, 𝐅𝐑𝐄𝐄 money",
    "ｗｉｎ, you win",
  })
  void caseAndAccents_doNotMatter(String phrase, String text) {
    assertThat(mentions(text, phrase)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "refund, refunds",
    "refund, refunded",
    "refund, refunding",
    "cancel, cancelled",
    "cancel, canceled",
    "cancel, cancelling",
    "delivery, deliveries",
    "charge, charged",
    "charge, charges",
    "charge, charging",
    "ship, shipping",
    "ship, shipped",
    "add, added",
    "add, adding",
    "stop, stopped",
    "bill, billing",
    "address, addresses",
    "install, installed",
    "apply, applied",
    "replace, replacing",
    "rate, rated",
    "pass, passed",
  })
  void simpleInflection_doesNotMatterInEitherDirection(String base, String inflected) {
    assertThat(mentions("please " + inflected + " it", base)).isTrue();
    assertThat(mentions("please " + base + " it", inflected)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "car, my card",
    "card, my car",
    "car, he cared",
    "refund, is it refundable",
    "fund, a refund",
    "ad, I added it",
    "hop, I am hoping",
    "us, the bus",
    "status, the stat",
    "port, airport transport",
  })
  void otherWords_areNotMentioned(String phrase, String text) {
    assertThat(mentions(text, phrase)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "lost my card, I have LOST MY CARDS",
    "lost my card, I lost - my card!",
    "top up, top-up failed",
    "not work, it is not working",
  })
  void phrase_isMentionedAcrossPunctuation(String phrase, String text) {
    assertThat(mentions(text, phrase)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "lost my card, my card lost",
    "lost my card, lost my old card",
    "lost my card, lost my",
    "top up, top",
  })
  void phrase_needsEveryWordInOrderAndTogether(String phrase, String text) {
    assertThat(mentions(text, phrase)).isFalse();
  }

  @Test
  void phraseThatBeginsTwice_isFoundAtItsSecondBeginning() {
    Words text = Words.of("my card, my account");

    assertThat(text.find(Words.of("my account"))).isEqualTo(new Words.Match(9, 19));
  }

  @Test
  void possessive_isTheWordItself() {
    assertThat(mentions("the customer's card", "customer")).isTrue();
    assertThat(mentions("the customer’s card", "customer")).isTrue();
    assertThat(mentions("the customers' cards", "customer")).isTrue();
    assertThat(mentions("rock'n'roll's best", "rock'n'roll")).isTrue();
  }

  @Test
  void contraction_isOneWordWhateverItsApostrophe() {
    assertThat(mentions("I don’t know", "don't")).isTrue();
    assertThat(mentions("I don't know", "dont")).isTrue();
    assertThat(mentions("I don't know", "don")).isFalse();
    assertThat(mentions("I can't pay", "t")).isFalse();
  }

  @Test
  void wordInSingleQuotes_isFoundWithoutThem() {
    String text = "I typed 'refund' there";
    Words.Match match = Words.of(text).find(Words.of("refund"));

    assertThat(match).isNotNull();
    assertThat(text.substring(match.start(), match.end())).isEqualTo("refund");
  }

  @Test
  void hanSigns_areFoundInsideRunningText() {
    assertThat(mentions("我想退款谢谢", "退款")).isTrue();
    assertThat(mentions("我想退款谢谢", "款退")).isFalse();
    assertThat(Words.of("退款ok").all()).extracting(Words.Word::folded).contains("退", "款", "ok");
  }

  @Test
  void kana_keepsItsVoicingMarksInEitherUnicodeForm() {
    assertThat(mentions("かぎをなくした", "かぎ")).isTrue();
    assertThat(mentions("かきをたべた", "かぎ")).isFalse();
    assertThat(mentions(Normalizer.normalize("かぎ", Normalizer.Form.NFD), "かぎ")).isTrue();
  }

  @Test
  void thaiVowels_tellWordsApart() {
    assertThat(mentions("คืนเงิน", "คืน")).isTrue();
    assertThat(mentions("คนเงิน", "คืน")).isFalse();
  }

  @Test
  void emoji_isNoWordAndMeetsNoOtherEmoji() {
    assertThat(Words.of("I ❤️ it").all()).extracting(Words.Word::folded).containsExactly("i", "it");
    assertThat(mentions("call ☎️ now", "❤️")).isFalse();
  }

  @Test
  void emptyPhrase_standsNowhere() {
    assertThat(mentions("anything", "")).isFalse();
    assertThat(mentions("anything", " ?! ")).isFalse();
    assertThat(mentions("", "anything")).isFalse();
  }

  @Test
  void span_countsUtf16UnitsOfTheOriginalText() {
    String text = "😀 Größe geändert";
    Words.Match match = Words.of(text).find(Words.of("GEANDERT"));

    assertThat(match).isNotNull();
    assertThat(text.substring(match.start(), match.end())).isEqualTo("geändert");
  }

  @Test
  void normal_isOneSpellingForCaseWidthAndSpace() {
    assertThat(Words.normal("  My\u00A0CARD\r\n\tＮＯＷ\u200B ")).isEqualTo("my card now");
    assertThat(Words.normal("my card now")).isEqualTo("my card now");
    assertThat(Words.normal("cafe")).isNotEqualTo(Words.normal("café"));
    assertThat(Words.normal("card?")).isNotEqualTo(Words.normal("card"));
  }

  @Property
  void text_mentionsEachOfItsOwnWords(@ForAll("texts") String text) {
    Words words = Words.of(text);

    for (Words.Word word : words.all()) {
      Words phrase = Words.of(text.substring(word.start(), word.end()));
      Words.Match match = words.find(phrase);

      assertThat(match).isNotNull();
      Words cut = Words.of(text.substring(match.start(), match.end()));
      assertThat(cut.all()).hasSize(1);
      assertThat(cut.all().getFirst().stem()).isEqualTo(word.stem()).isNotEmpty();
      assertThat(match.start()).isLessThanOrEqualTo(word.start());
    }
  }

  @Property
  void text_mentionsEachPairOfItsNeighbours(@ForAll("texts") String text) {
    Words words = Words.of(text);

    for (int i = 1; i < words.all().size(); i++) {
      int start = words.all().get(i - 1).start();
      String pair = text.substring(start, words.all().get(i).end());
      assertThat(words.find(Words.of(pair))).isNotNull();
    }
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> known =
        Arbitraries.of(
            "refunds",
            "don't",
            "customers'",
            "Größe",
            "İ",
            "退款",
            "がき",
            "ที่",
            "हिन्दी",
            "❤️",
            "'",
            "’",
            " ",
            ", ",
            "added",
            "𝐅ree",
            "e\u0301");
    Arbitrary<String> wild = Arbitraries.strings().ofMaxLength(6);
    return Arbitraries.oneOf(known, wild).list().ofMaxSize(12).map(parts -> String.join("", parts));
  }

  private static boolean mentions(String text, String phrase) {
    return Words.of(text).find(Words.of(phrase)) != null;
  }
}
