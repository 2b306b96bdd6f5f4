package dev.tenlines.notices;

import dev.tenlines.document.Block;
import dev.tenlines.document.Field;
import dev.tenlines.document.Span;
import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldReader;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.notices.Line.Zone;
import dev.tenlines.text.Found;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An invitation: what it is called, when and where it is, who speaks and who invites. */
final class Events {
  private static final Pattern TITLE =
      Pattern.compile(
          "(?iu)(?:(?:talk |event )?title|what|topic|subject|event|talk|theme|titel|was|thema|veranstaltung|vortrag|titre|quoi|thème|sujet|título|qué|tema|título de la charla|wat|onderwerp|titolo|cosa|argomento|tema)");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?iu)(?:entitled|titled|called|on|about|title|topic|heißt|namens|titel|thema|über|intitulée?s?|titre|sur|titulad[oa]|título|sobre|getiteld|over|intitolat[oa]|titolo|dal titolo)[ :]{0,2}\\s{0,3}$");
  private static final Pattern QUOTED =
      Pattern.compile("[\"“„«‘”]\\s?([^\"“”„«»‘’\\n][^\"“”„«»]{3,160}?)\\s?[\"”“»]");
  private static final Pattern WITH =
      Pattern.compile("(?iu),? (?:with|mit|avec|con|met|by|von|par|door|di) (?=\\p{Lu})");
  private static final Pattern REPLY =
      Pattern.compile(
          "(?iu)^\\s*(?:\\[[^\\]\\n]{1,40}\\]\\s*|(?:re|aw|fwd?|wg|tr|rv|antw|sv|r|reminder|erinnerung|rappel|recordatorio|herinnering|promemoria|invitation(?: to)?|invite|einladung(?: zu[mr]?)?|invitation(?: à)?|invitación(?: a(?:l| la)?)?|uitnodiging(?: voor)?|invito(?: al(?:la)?)?|save the date|announcement|ankündigung|(?:[\\p{L}-]+ ){0,2}(?:meetup|seminar|talk|lecture|workshop|colloquium|lesung|vortrag|konzert|concert|conférence|charla|lezing|conferenza))(?: [0-9]{1,2}\\.? \\p{L}{3,9})?\\s*[:–—]\\s*)");
  private static final Pattern WHEN_BEHIND =
      Pattern.compile(
          "(?iu)(?:,| -| –| —|:)? ?(?:(?:on|am|le|el|op|il|den|this|at|um) )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|lunedì|martedì|mercoledì|giovedì|venerdì|sabato)?,? ?$");

  private final Letter letter;
  private final Contacts contacts;
  private final List<Line> lines;
  private final Schedule schedule;

  Events(Letter letter, Contacts contacts) {
    this.letter = letter;
    this.contacts = contacts;
    lines = letter.own();
    schedule = new Schedule(letter, lines);
  }

  boolean hasTime() {
    return schedule.hasTime();
  }

  boolean hasLabels() {
    return schedule.hasLabels();
  }

  List<Candidate> find(Topic topic, FieldSpec field) {
    return switch (topic) {
      case TITLE -> titles();
      case DATE -> schedule.dates();
      case START -> schedule.starts();
      case END -> schedule.ends(lines);
      case LOCATION -> new Venues(letter, lines, schedule).find();
      case SPEAKER -> new Speakers(letter, lines).find();
      case ORGANISER -> new Hosts(letter, lines, contacts).find();
      case EMAIL -> codes("email", field);
      case LINK -> codes("url", field);
      default -> List.of();
    };
  }

  private List<Candidate> titles() {
    List<Candidate> all = new ArrayList<>();
    for (Span span : Labelled.in(letter, lines, TITLE)) {
      all.add(title(span, 0.95));
    }
    calendar("VEVENT.SUMMARY", all);
    for (Span span : quoted()) {
      boolean named =
          NAMED
              .matcher(letter.text.substring(Math.max(0, span.start() - 30), span.start() - 1))
              .find();
      all.add(letter.said(span, named ? 0.9 : 0.74));
    }
    standing(all);
    for (Block block : letter.document().blocks()) {
      if (block.kind() == Block.Kind.HEADING
          && block.span().length() > 3
          && block.span().length() < 140) {
        all.add(
            title(
                letter.stripped(block.span().start(), block.span().end()),
                0.82 - 0.04 * Math.min(8, all.size())));
      }
    }
    if (letter.subject != null) {
      Span bare = subject(letter.subject);
      if (bare.length() > 3) {
        all.add(title(bare, 0.66));
      }
    }
    all.sort(Comparator.comparingDouble(Candidate::score).reversed());
    return all;
  }

  /** Without quotation marks around it and without the speaker behind it. */
  private Candidate title(Span span, double score) {
    String said = span.of(letter.text);
    Matcher with = WITH.matcher(said);
    int end = said.length();
    while (with.find()) {
      Span behind = new Span(span.start() + with.end(), span.end());
      if (People.in(letter.text, behind).stream()
          .anyMatch(name -> name.start() == behind.start())) {
        end = with.start();
        break;
      }
    }
    Span bare = letter.stripped(span.start(), span.start() + end);
    while (bare.length() > 2 && "\"“„«”»*".indexOf(letter.text.charAt(bare.start())) >= 0) {
      bare = letter.stripped(bare.start() + 1, bare.end());
    }
    while (bare.length() > 2 && "\"“„«”»*.,".indexOf(letter.text.charAt(bare.end() - 1)) >= 0) {
      bare = letter.stripped(bare.start(), bare.end() - 1);
    }
    return letter.said(bare, score);
  }

  /** What a calendar file in the mail says, where the text says it as well. */
  private void calendar(String name, List<Candidate> all) {
    for (Field field : letter.document().fields()) {
      int at =
          field.name().equals(name) && field.value().length() > 2
              ? letter.text.indexOf(field.value())
              : -1;
      if (at >= 0) {
        all.add(letter.said(new Span(at, at + field.value().length()), 0.93));
      }
    }
  }

  private List<Span> quoted() {
    List<Span> spans = new ArrayList<>();
    for (Span stretch : paragraphs()) {
      Matcher matcher = QUOTED.matcher(letter.text).region(stretch.start(), stretch.end());
      while (matcher.find()) {
        spans.add(new Span(matcher.start(1), matcher.end(1)));
      }
    }
    return spans;
  }

  private List<Span> paragraphs() {
    List<Span> spans = new ArrayList<>();
    Line first = null;
    Line last = null;
    for (Line line : lines) {
      if (line.zone() != Zone.BODY) {
        continue;
      }
      if (first != null && last != null && last.paragraph() != line.paragraph()) {
        spans.add(new Span(first.span().start(), last.span().end()));
        first = line;
      }
      first = first == null ? line : first;
      last = line;
    }
    if (first != null && last != null) {
      spans.add(new Span(first.span().start(), last.span().end()));
    }
    return spans;
  }

  /** A short line that stands alone, the surer where it is set off to the right or named before. */
  private void standing(List<Candidate> all) {
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      boolean alone =
          (i == 0 || lines.get(i - 1).paragraph() != line.paragraph())
              && (i + 1 == lines.size() || lines.get(i + 1).paragraph() != line.paragraph());
      String said = line.said();
      if (!alone
          || line.zone() != Zone.BODY
          || said.length() < 5
          || said.length() > 100
          || said.matches(".*[,:;.@]$|.*https?:.*")
          || Labelled.isLabelled(said)
          || Terms.CLOSING.matcher(said).matches()) {
        continue;
      }
      boolean indented =
          line.span().start() > 1
              && letter.text.charAt(line.span().start() - 1) == ' '
              && letter.text.charAt(line.span().start() - 2) == ' ';
      boolean named =
          i > 0 && NAMED.matcher(lines.get(i - 1).said()).find()
              || i > 0 && lines.get(i - 1).said().endsWith(":");
      boolean dated =
          !Days.in(letter.text, line.span(), letter.setting.locale(), letter.today).isEmpty();
      double score = dated ? 0 : named ? 0.9 : indented ? 0.72 : 0.45;
      if (score > 0) {
        all.add(title(line.span(), score));
      }
    }
  }

  /** Without "Re:", the name of a list, and the day behind it. */
  private Span subject(Span subject) {
    Span span = subject;
    for (int i = 0; i < 4; i++) {
      Matcher reply = REPLY.matcher(span.of(letter.text));
      if (!reply.find()) {
        break;
      }
      span = letter.stripped(span.start() + reply.end(), span.end());
    }
    List<Days.Day> days = Days.in(letter.text, span, letter.setting.locale(), letter.today);
    if (!days.isEmpty() && days.getFirst().span().start() > span.start() + 4) {
      String before = letter.text.substring(span.start(), days.getFirst().span().start());
      Matcher when = WHEN_BEHIND.matcher(before);
      int end = when.find() ? when.start() : before.length();
      span = letter.stripped(span.start(), span.start() + end);
    }
    return span;
  }

  /** Addresses in the text, not those of the signature or of the list. */
  private List<Candidate> codes(String kind, FieldSpec field) {
    List<Candidate> all = new ArrayList<>();
    for (Line line : lines) {
      for (Found found : letter.codes(kind, line.span())) {
        Span span = new Span(found.start(), found.end());
        Object value = FieldReader.read(field, found.text(), letter.asked());
        if (value != null) {
          boolean body = line.zone() == Zone.BODY;
          all.add(
              letter.candidate(span, value, (body ? 0.9 : 0.6) - 0.03 * Math.min(8, all.size())));
        }
      }
    }
    all.sort(Comparator.comparingDouble(Candidate::score).reversed());
    return all;
  }
}
