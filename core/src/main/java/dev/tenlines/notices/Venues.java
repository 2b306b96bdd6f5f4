package dev.tenlines.notices;

import dev.tenlines.document.Field;
import dev.tenlines.document.Span;
import dev.tenlines.fields.Candidate;
import dev.tenlines.notices.Line.Zone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an event is: behind a label, or behind a preposition and before the next comma. */
final class Venues {
  private static final Pattern LABEL =
      Pattern.compile(
          "(?iu)(?:place|where|location|venue|room|hall|address|wo|ort|veranstaltungsort|raum|saal|treffpunkt|lieu|où|salle|endroit|lugar|dónde|sala|sitio|waar|plaats|locatie|zaal|adres|luogo|dove|sede|aula|sala)");
  private static final String ROOM =
      "(?:[\\p{L}-]*(?:saal|raum|zimmer|halle|haus|aula|hörsaal|foyer|keller|scheune|kirche|café|bibliothek|bücherei|museum|galerie|theater|werkstatt|turnhalle|gemeindehaus|rathaus|schule|kapelle|garten|studio|bühne|zaal|zaaltje|lokaal|kerk|bibliotheek|huis|schuur|gebouw)|rooms?|hall|theatre|theater|auditorium|library|lounge|gym|chapel|church|centre|center|pub|inn|building|campus|garden|gallery|barn|court|house|tower|laboratory|lab|school|park|amphi(?:théâtre)?|salle|maison|médiathèque|bibliothèque|musée|église|atelier|théâtre|auditorio|salón|sala|aula|casa|biblioteca|museo|iglesia|centro|teatro|patio|librería|chiesa|palazzo|villa|libreria|oratorio|auditorium)";
  private static final Pattern IS_ROOM = Terms.words(ROOM);
  private static final String TOKEN =
      "(?:\\p{Lu}[\\p{L}\\p{N}'’&.-]{0,30}(?<!\\.)|[0-9]{1,5}[A-Za-z]?(?:\\.[0-9]{1,4})?(?![:.][0-9]|\\s?(?:[ap]\\.?m|Uhr|uur|h\\b))|"
          + ROOM
          + ")";
  private static final String JOIN =
      "(?:of|the|and|der|die|des|dem|den|von|vom|am|im|an|zum|zur|und|de|du|des|la|le|les|et|del|los|las|y|van|het|ten|ter|di|della|dello|del|dei|e|&)";
  private static final Pattern PLACE =
      Pattern.compile("(?u)" + TOKEN + "(?:[ \\n](?:" + JOIN + "[ \\n]){0,2}" + TOKEN + "){0,7}");
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?iu)(?<![\\p{L}])(?:in|at|im|ins|en|à|au|aux|dans|chez|bei|beim|auf|an|am|presso|nel|nella|nell'|alla|allo|al|a|op|te|bij|inside)\\s(?:(?:the|our|der|dem|den|die|unserem|unserer|la|le|l'|les|el|los|het|de|onze|lo|il|nuestra|nuestro|notre)\\s)?");
  private static final Pattern NUMBERED =
      Pattern.compile("(?u)^(?:\\p{Lu}[\\p{L}]*[ -]){1,3}[A-Z]?[0-9]{2,4}[A-Za-z]?$");

  private final Letter letter;
  private final List<Line> lines;
  private final Schedule schedule;

  Venues(Letter letter, List<Line> lines, Schedule schedule) {
    this.letter = letter;
    this.lines = lines;
    this.schedule = schedule;
  }

  List<Candidate> find() {
    List<Candidate> all = new ArrayList<>();
    for (Span span : Labelled.in(letter, lines, LABEL)) {
      all.add(letter.said(bare(span), 0.95));
    }
    for (Field field : letter.document().fields()) {
      int at =
          field.name().equals("VEVENT.LOCATION") && field.value().length() > 2
              ? letter.text.indexOf(field.value())
              : -1;
      if (at >= 0) {
        all.add(letter.said(new Span(at, at + field.value().length()), 0.93));
      }
    }
    if (!lines.isEmpty()) {
      running(all);
      standing(all);
    }
    all.sort(Comparator.comparingDouble(Candidate::score).reversed());
    return all;
  }

  private Span bare(Span span) {
    Span bare = span;
    while (bare.length() > 1 && ".,;".indexOf(letter.text.charAt(bare.end() - 1)) >= 0) {
      bare = letter.stripped(bare.start(), bare.end() - 1);
    }
    return bare;
  }

  private void running(List<Candidate> all) {
    Span whole = new Span(lines.getFirst().span().start(), lines.getLast().span().end());
    Matcher before =
        BEFORE.matcher(letter.text).region(whole.start(), whole.end()).useTransparentBounds(true);
    Matcher place = PLACE.matcher(letter.text);
    while (before.find()) {
      if (!place.region(before.end(), whole.end()).lookingAt() || zone(before.end()) != Zone.BODY) {
        continue;
      }
      Span span = more(new Span(place.start(), place.end()), whole.end());
      String said = span.of(letter.text);
      boolean room = IS_ROOM.matcher(said).find();
      boolean numbered = NUMBERED.matcher(said.replace('\n', ' ')).matches();
      boolean day =
          !Days.in(letter.text, span, letter.setting.locale(), letter.today).isEmpty()
              || Character.isDigit(said.charAt(0)) && !room;
      if (day || said.length() < 3) {
        continue;
      }
      boolean near = schedule.isNear(span);
      double score = (room || numbered ? 0.68 : 0.3) + (near ? 0.18 : 0);
      all.add(letter.said(span, score - 0.02 * Math.min(8, all.size())));
    }
  }

  /** What is left of a line behind a time, or a line of its own near one: names of rooms only. */
  private void standing(List<Candidate> all) {
    Matcher place = PLACE.matcher(letter.text);
    int nth = 0;
    for (Line line : lines) {
      if (line.zone() != Zone.BODY || line.said().length() > 110) {
        continue;
      }
      int at = schedule.behind(line.span());
      while (at < line.span().end() && " ,;.|-–—*@(".indexOf(letter.text.charAt(at)) >= 0) {
        at++;
      }
      if (!place.region(at, line.span().end()).lookingAt()) {
        continue;
      }
      Span span = more(new Span(place.start(), place.end()), line.span().end());
      String said = span.of(letter.text);
      boolean whole = span.end() >= line.span().end() - 1;
      boolean behind = at > line.span().start();
      boolean room = IS_ROOM.matcher(said).find() || NUMBERED.matcher(said).matches();
      boolean near = behind || schedule.isNear(span);
      if (room && whole && near) {
        all.add(letter.said(span, (behind ? 0.86 : 0.76) - 0.02 * Math.min(8, nth++)));
      }
    }
  }

  private Zone zone(int at) {
    return lines.stream()
        .filter(line -> line.span().start() <= at && at < line.span().end())
        .map(Line::zone)
        .findFirst()
        .orElse(Zone.HEAD);
  }

  /** The house behind a room and a comma. */
  private Span more(Span span, int most) {
    Matcher next = PLACE.matcher(letter.text);
    if (span.end() + 2 < most
        && letter.text.startsWith(", ", span.end())
        && next.region(span.end() + 2, most).lookingAt()) {
      Span both = new Span(span.start(), next.end());
      boolean house = IS_ROOM.matcher(letter.text.substring(span.end() + 2, next.end())).find();
      return house ? both : span;
    }
    return span;
  }
}
