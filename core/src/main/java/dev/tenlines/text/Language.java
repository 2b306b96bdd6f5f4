package dev.tenlines.text;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells the language of a text: by its script where that is enough, else by the small words that no
 * sentence does without.
 */
public final class Language {
  /** Without accents; in this order where two languages are as likely. */
  private static final String[][] SMALL_WORDS = {
    {
      "en",
      "the and of to you your for is with this on we from by our total due invoice date please that"
          + " it was are be which have not or has were"
    },
    {
      "de",
      "der die das und sie mit fur ist wir von den auf ihre nicht bei zum rechnung datum betrag"
          + " bitte ein eine im dem des zu sich auch werden wurde oder als"
    },
    {
      "fr",
      "le la les et des vous pour est nous une du votre dans sur avec facture montant merci au par"
          + " qui que aux ont cette sont il plus"
    },
    {
      "es",
      "el los las y para una con su por del usted que factura fecha importe gracias al se nuestro"
          + " desde en es fue como mas sus esta son"
    },
    {
      "nl",
      "het een van en voor met niet uw wij op aan bij factuur datum bedrag te zijn dit ons naar de"
          + " dat werd ook worden wordt heeft"
    },
    {
      "it",
      "il di che per una con del della gli sono nel da fattura importo grazie e vostro al si lo e"
          + " dei delle alla anche piu questo"
    },
    {"pt", "os um uma para com nao por do da dos das em no na que foi sua seu mais pelo esta sao"},
    {
      "ro",
      "si in de la cu pe care este sunt mai din un pentru fost sau prin ale lui care nu fi dupa"
    },
    {"sv", "och att det som en pa ar av for med den till inte ett har de var om fran kan eller"},
    {"da", "og at det som en pa er af for med den til ikke et har de var fra kan eller blev"},
    {"no", "og at det som en pa er av for med den til ikke et har de var fra kan eller ble"},
    {"fi", "ja on ei se etta han oli ovat mutta joka kun myos niin kuin tai sen voi vuonna"},
    {"pl", "na sie nie jest to do ze jak oraz przez od po dla przy byl jego ktory"},
    {"cs", "na se je ze do by jsou nebo byl jako pro ale jeho ktery podle pri"},
    {"hu", "az es hogy nem egy van volt meg csak ez mint vagy kell lehet szerint altal"},
    {"tr", "ve bir bu icin ile olarak da de cok daha en olan gibi kadar sonra ne veya tarafindan"},
    {"vi", "va cua la cac trong mot co duoc cho nguoi nhung khong voi nam den nay khi tu da"},
    {"id", "yang dan di ini itu dengan untuk dari pada tidak dalam adalah oleh sebagai akan atau"},
    {"ca", "el la els les de que per amb una un no es del al en va mes aquest com"},
    {"ru", "и в не на что с по это как для из от к был за его при или также"},
    {"bg", "и на се за от да е с не като са по до който през които бил тя"},
    {"uk", "і в не на що з до та це як за від для про у його або також"},
    {"ar", "في من على الى ان التي الذي هذا هذه كان عن مع او ما لا بين"},
    {"fa", "در به از که این است را با برای آن"},
  };

  private static final Map<String, List<Integer>> LANGUAGES = new HashMap<>();

  /** Scripts that one language of ours is written in. */
  private static final Map<UnicodeScript, String> OWN =
      Map.of(
          UnicodeScript.GREEK, "el",
          UnicodeScript.THAI, "th",
          UnicodeScript.DEVANAGARI, "hi",
          UnicodeScript.HANGUL, "ko",
          UnicodeScript.HEBREW, "he",
          UnicodeScript.HAN, "zh",
          UnicodeScript.HIRAGANA, "ja",
          UnicodeScript.KATAKANA, "ja");

  /** So many at the head are believed on one word; the others need one word in so many. */
  private static final int COMMON = 6;

  private static final int RARE = 20;

  private static final int LONGEST = 20_000;

  static {
    for (int i = 0; i < SMALL_WORDS.length; i++) {
      for (String word : SMALL_WORDS[i][1].split(" ")) {
        List<Integer> speakers = LANGUAGES.computeIfAbsent(word, w -> new ArrayList<>(2));
        if (!speakers.contains(i)) {
          speakers.add(i);
        }
      }
    }
  }

  private Language() {}

  /** The likeliest of about thirty languages; English where nothing speaks for any. */
  public static Locale of(String text) {
    String head = text.substring(0, Math.min(LONGEST, text.length()));
    UnicodeScript script = script(head);
    String own = OWN.get(script);
    return Locale.forLanguageTag(own != null ? own : spoken(head, script));
  }

  /** The script of most letters; Japanese where a tenth of them is Kana. */
  private static UnicodeScript script(String text) {
    Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(c -> counts.merge(UnicodeScript.of(c), 1, Integer::sum));
    int kana =
        counts.getOrDefault(UnicodeScript.HIRAGANA, 0)
            + counts.getOrDefault(UnicodeScript.KATAKANA, 0);
    if (kana * 10 > counts.getOrDefault(UnicodeScript.HAN, 0)
        && counts.containsKey(UnicodeScript.HAN)) {
      counts.merge(UnicodeScript.HIRAGANA, counts.get(UnicodeScript.HAN), Integer::sum);
    }
    UnicodeScript most = UnicodeScript.LATIN;
    for (Map.Entry<UnicodeScript, Integer> count : counts.entrySet()) {
      if (count.getValue() > counts.getOrDefault(most, 0)) {
        most = count.getKey();
      }
    }
    return most;
  }

  private static String spoken(String text, UnicodeScript script) {
    List<Words.Word> words = Words.of(text).all();
    int[] counts = new int[SMALL_WORDS.length];
    for (Words.Word word : words) {
      for (int language : LANGUAGES.getOrDefault(word.folded(), List.of())) {
        counts[language]++;
      }
    }
    int best = -1;
    for (int i = 0; i < counts.length; i++) {
      boolean heard = i < COMMON || counts[i] >= 2 && counts[i] * RARE >= words.size();
      if (writtenIn(SMALL_WORDS[i][0], script) && (best < 0 || heard && counts[i] > counts[best])) {
        best = i;
      }
    }
    return best < 0 ? "en" : SMALL_WORDS[best][0];
  }

  private static boolean writtenIn(String language, UnicodeScript script) {
    return switch (language) {
      case "ru", "bg", "uk" -> script == UnicodeScript.CYRILLIC;
      case "ar", "fa" -> script == UnicodeScript.ARABIC;
      default -> script == UnicodeScript.LATIN;
    };
  }
}
