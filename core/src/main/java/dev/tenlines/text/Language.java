package dev.tenlines.text;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Tells the language of a text by the small words that no sentence does without. */
public final class Language {
  private static final Map<String, Set<String>> WORDS =
      Map.of(
          "en",
          Set.of(
              "the", "and", "of", "to", "you", "your", "for", "is", "with", "this", "on", "we",
              "from", "by", "our", "total", "due", "invoice", "date", "please"),
          "de",
          Set.of(
              "der",
              "die",
              "das",
              "und",
              "sie",
              "mit",
              "fur",
              "ist",
              "wir",
              "von",
              "den",
              "auf",
              "ihre",
              "nicht",
              "bei",
              "zum",
              "rechnung",
              "datum",
              "betrag",
              "bitte"),
          "fr",
          Set.of(
              "le", "la", "les", "et", "des", "vous", "pour", "est", "nous", "une", "du", "votre",
              "dans", "sur", "avec", "facture", "montant", "merci", "au", "par"),
          "es",
          Set.of(
              "el", "los", "las", "y", "para", "una", "con", "su", "por", "del", "usted", "que",
              "factura", "fecha", "importe", "gracias", "al", "se", "nuestro", "desde"),
          "nl",
          Set.of(
              "het", "een", "van", "en", "voor", "met", "niet", "uw", "wij", "op", "aan", "bij",
              "factuur", "datum", "bedrag", "te", "zijn", "dit", "ons", "naar"),
          "it",
          Set.of(
              "il", "di", "che", "per", "una", "con", "del", "della", "gli", "sono", "nel", "da",
              "fattura", "importo", "grazie", "e", "vostro", "al", "si", "lo"));

  /** In this order where two languages are as likely. */
  private static final List<String> ORDER = List.of("en", "de", "fr", "es", "nl", "it");

  private static final int LONGEST = 20_000;

  private Language() {}

  /** The likeliest of six languages; English where nothing speaks for any. */
  public static Locale of(String text) {
    Map<String, Integer> counts = new HashMap<>();
    String head = text.substring(0, Math.min(LONGEST, text.length()));
    for (Words.Word word : Words.of(head).all()) {
      WORDS.forEach((language, words) -> {
        if (words.contains(word.folded())) {
          counts.merge(language, 1, Integer::sum);
        }
      });
    }
    String best = ORDER.getFirst();
    for (String language : ORDER) {
      if (counts.getOrDefault(language, 0) > counts.getOrDefault(best, 0)) {
        best = language;
      }
    }
    return Locale.forLanguageTag(best);
  }
}
