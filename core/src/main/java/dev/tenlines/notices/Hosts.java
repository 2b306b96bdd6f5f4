package dev.tenlines.notices;

import dev.tenlines.document.Span;
import dev.tenlines.fields.Candidate;
import dev.tenlines.notices.Line.Zone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who invites: behind "hosted by", in the head of the mail, or by the domain of its address. */
final class Hosts {
  private static final Pattern LABEL =
      Pattern.compile(
          "(?iu)(?:organi[sz]ers?|organi[sz]ed by|host|hosts|hosted by|sponsor|veranstalter(?:in)?|veranstaltet von|gastgeber|organisation|organisat(?:eur|rice)|organisé par|organiza|organizador|organizado por|organisator|organisatie|georganiseerd door|organizza|organizzat(?:ore|o da|rice)|a cura di)");
  private static final String NAME =
      "\\p{Lu}[\\p{L}\\p{N}'’&.-]{1,30}(?:[ \\n](?:(?:of|the|and|der|die|des|für|und|von|am|im|de|du|la|les|et|del|los|y|van|voor|en|di|della|e|&|für)[ \\n]){0,2}\\p{Lu}[\\p{L}\\p{N}'’&.-]{1,30}){0,5}(?: e\\. ?V\\.)?";
  private static final Pattern BY =
      Pattern.compile(
          "(?u)(?:(?i:organi[sz]ed by|hosted by|sponsored by|presented by|veranstaltet v(?:on|om)|veranstalter ist|eine veranstaltung de[rs]|organisée? par|organizad[oa] por|georganiseerd door|organizzat[oa] d(?:a|al|alla|ai|all')))\\s(?:(?i:the|der|dem|die|l[ae]s?|l'|el|los|las|de|het|il)\\s)?("
              + NAME
              + ")");
  private static final Pattern PHRASE = Pattern.compile("(?u)(?<![\\p{L}\\p{N}])" + NAME);

  private final Letter letter;
  private final List<Line> lines;
  private final Contacts contacts;

  Hosts(Letter letter, List<Line> lines, Contacts contacts) {
    this.letter = letter;
    this.lines = lines;
    this.contacts = contacts;
  }

  List<Candidate> find() {
    List<Candidate> all = new ArrayList<>();
    for (Span span : Labelled.in(letter, lines, LABEL)) {
      all.add(letter.said(span, 0.95));
    }
    Span display = letter.display(letter.from);
    if (display != null && !People.isName(display.of(letter.text))) {
      all.add(letter.said(display, 0.88));
    }
    for (Line line : lines) {
      Matcher by =
          BY.matcher(letter.text).region(line.span().start(), lines.getLast().span().end());
      if (by.find() && by.start() < line.span().end()) {
        all.add(letter.said(new Span(by.start(1), by.end(1)), 0.9));
      }
      if (line.zone() == Zone.BODY) {
        agreeing(line, all);
      }
    }
    contacts.organisations().forEach(one -> all.add(one.scored(one.score() * 0.9)));
    all.sort(Comparator.comparingDouble(Candidate::score).reversed());
    return all;
  }

  /** A name in the text that is also the name of the author's domain. */
  private void agreeing(Line line, List<Candidate> all) {
    Matcher phrase = PHRASE.matcher(letter.text).region(line.span().start(), line.span().end());
    while (phrase.find()) {
      if (phrase.group().contains(" ") && letter.agrees(phrase.group(), letter.from)) {
        all.add(letter.said(new Span(phrase.start(), phrase.end()), 0.78));
      }
    }
  }
}
