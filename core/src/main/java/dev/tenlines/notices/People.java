package dev.tenlines.notices;

import dev.tenlines.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of people by their form: titles, capitals, particles. */
final class People {
  private static final String TITLE =
      "(?:(?:Prof|Dr|PD|Mag|Dipl|Ing|Ir|drs|Drs|dr|prof|dott|Dott|Dott\\.ssa|Dr\\.ssa|Dra|Profa|Prof\\.ssa|Rev)(?:\\.|(?=[ ]))(?:-?(?:Ing|Phys|Kfm|Chem|Math|Inf|Psych)\\.)?(?: (?:med|phil|rer|nat|h\\. ?c|jur|pol|habil)\\.)* {0,2})";
  private static final String ADDRESSED =
      "(?:(?:Mr|Mrs|Ms|Mx|Herr|Herrn|Frau|Mme|Mlle|Sr|Sra|Sig|Sig\\.ra|Dhr|Mevr|Mw|Sir|Dame|Professor|Professorin|Professeur|Profesor|Profesora|Doctor|Doktor)\\.? )";
  private static final String WORD =
      "(?:\\p{Lu}\\.(?:-?\\p{Lu}\\.){0,3}|(?:d['’])?\\p{Lu}[\\p{L}'’]{1,30}+(?:-\\p{Lu}[\\p{L}'’]{1,30}+){0,3})";
  private static final String PARTICLE =
      "(?:van|von|de|der|den|di|da|del|della|dos|la|le|los|ten|ter|zu|y|al|el|bin|af|av|vom|zum|e)";
  private static final String GAP = "(?: |\\u00A0|\\n {0,12}(?=\\S))";

  /** A name with or without titles. */
  static final String NAME =
      "(?<![\\p{L}\\p{N}@.])"
          + ADDRESSED
          + "?"
          + TITLE
          + "{0,3}"
          + WORD
          + "(?:"
          + GAP
          + "(?:"
          + PARTICLE
          + GAP
          + "){0,3}"
          + WORD
          + "){1,3}"
          + "(?:, (?:Ph\\.? ?D\\.?|MSc|M\\.? ?A\\.|M\\.?Sc\\.?|B\\.?Sc\\.?|MBA|LL\\.M\\.|Jr\\.?|RA|FRS|MD))?(?![\\p{L}@]| ?:)";

  private static final Pattern ANY = Pattern.compile(NAME);
  private static final Pattern TITLED = Pattern.compile("^(?:" + ADDRESSED + ")?" + TITLE);
  private static final Pattern HONORIFIC = Pattern.compile("^" + ADDRESSED);
  private static final Pattern NOT =
      Terms.words(
          "the|this|that|our|your|we|you|dear|best|kind|please|room|hall|lecture|theatre|seminar|workshop|meeting|street|road|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december"
              + "|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|märz|mai|juni|juli|oktober|dezember|uhr|sehr|liebe|lieber|der|die|das|bitte|viele|beste|saal|raum|haus|platz"
              + "|le|les|nous|vous|salle|rue|bonjour|el|los|las|sala|calle|het|een|zaal|straat|via|piazza|coffee|order|sales|team|info|office|desk|phone|tel|fax|mobile|mobil|email|mail|web|new|free|north|south|east|west|hi|hello|hallo|guten|gentile|estimado|estimada|beste|chers?|ch[eè]res?|and|or|in|at|on|for|with|from|sent");

  private People() {}

  /** Whether a line is a name and nothing else. */
  static boolean isName(String said) {
    Matcher name = ANY.matcher(said);
    return said.length() <= 60
        && name.lookingAt()
        && name.end() == said.length()
        && plausible(said);
  }

  static boolean isTitled(String said) {
    return TITLED.matcher(said).find();
  }

  /** The names in a stretch of a text. */
  static List<Span> in(String text, Span within) {
    List<Span> names = new ArrayList<>();
    Matcher name = ANY.matcher(text).region(within.start(), within.end());
    name.useTransparentBounds(true);
    int from = within.start();
    while (from < within.end() && name.region(from, within.end()).find()) {
      Span span = trimmed(text, new Span(name.start(), name.end()));
      if (plausible(span.of(text))) {
        names.add(span);
        from = span.end();
      } else {
        // One word further a name may begin.
        int blank = name.start() + 1;
        while (blank < name.end() && !Character.isWhitespace(text.charAt(blank))) {
          blank++;
        }
        from = Math.max(blank, name.start() + 1);
      }
    }
    return names;
  }

  /** Without "Herr" and the like; a Professor in full stays. */
  private static Span trimmed(String text, Span span) {
    Matcher addressed = HONORIFIC.matcher(span.of(text));
    boolean polite =
        addressed.find()
            && !addressed.group().startsWith("Prof")
            && !addressed.group().startsWith("Do");
    return polite ? new Span(span.start() + addressed.end(), span.end()) : span;
  }

  private static boolean plausible(String said) {
    String bare = TITLED.matcher(said).replaceFirst("");
    return !NOT.matcher(bare).find()
            && !Terms.isOrganisation(bare)
            && (isTitled(said) || !Terms.ROLE.matcher(bare).find())
            && bare.contains(" ")
        || isTitled(said) && !NOT.matcher(bare).find() && !Terms.isOrganisation(bare);
  }

  /** How many words of a name an address or another name holds. */
  static int agreement(String name, String other) {
    String compact = Terms.compact(other);
    int agreeing = 0;
    for (String word : name.toLowerCase(Locale.ROOT).split("[\\s.\\-]+")) {
      String key = Terms.compact(word);
      agreeing += key.length() > 2 && compact.contains(key) ? 1 : 0;
    }
    return agreeing;
  }
}
