package dev.tenlines.notices;

import dev.tenlines.document.Span;
import dev.tenlines.fields.Candidate;
import dev.tenlines.notices.Clocks.Clock;
import dev.tenlines.notices.Days.Day;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When an event is: its own day and times among those to register, of doors and of others. */
final class Schedule {
  private static final Pattern WHEN =
      Pattern.compile(
          "(?iu)(?:date|dates|day|when|date and time|date & time|date/time|wann|datum|termin|tag|zeit|datum und uhrzeit|quand|date et heure|jour|cuándo|fecha|fecha y hora|día|wanneer|datum en tijd|quando|data|data e ora|giorno)");
  private static final Pattern TIME =
      Pattern.compile(
          "(?iu)(?:times?|when|hours?|date and time|date & time|date/time|wann|zeit|uhrzeit|beginn|datum und uhrzeit|termin|quand|heure|horaires?|date et heure|cuándo|hora|horario|fecha y hora|wanneer|tijd|aanvang|datum en tijd|quando|ora|orario|data e ora|ore|starts?|begin|inizio|début|inicio)");
  private static final Pattern UNTIL =
      Pattern.compile("(?iu)(?:ends?|ende|fin|einde|fine|until|bis)");
  private static final Pattern OTHER_DAY =
      Terms.words(
          "regist(?:er|ration|rations)|rsvp|deadline|sign up|book(?:ings?)? (?:by|before)|by|until|no later than|before|reply|submit|abstracts?|posted|postedby|last (?:month|week|year)(?:'s)?|previous|moves?|moved|postponed|cancelled|next (?:one|meeting|event)|published|updated|closed|early bird"
              + "|anmeld(?:ung|en|eschluss|eschluß|efrist)|anmeldungen|bis|spätestens|vormerken|verschoben|rückmeldung|zusage|vorverkauf|veröffentlicht|letzte[rns]?|nächste[rns]? termin|abgesagt|einsendeschluss|um antwort"
              + "|inscri(?:ption|ptions|vez|re)|avant|jusqu'au|répon(?:se|dre)|prochain[e]?|reporté[e]?|publié|inscripci(?:ón|ones)|inscríb\\p{L}*|antes|hasta|confirm(?:ar|e|ad)|plazo|próxim[oa]|aplazad[oa]"
              + "|aanmeld(?:en|ing)|vóór|voor|uiterlijk|volgende|verplaatst|inschrijv(?:en|ing)|iscri(?:zioni|zione|versi|vetevi)|entro|prossim[oa]|rinviat[oa]|prenota(?:zioni|re)|rimandat[oa]");
  private static final Pattern OTHER_TIME =
      Terms.words(
          "coffee|tea|doors?|pizza|pies|drinks?|lunch|dinner|refreshments?|reception|registration|arriv(?:e|al)|check-?in|phones?|call|office hours|posted|postedby|snacks?|cookies|wine|set ?up|pick ?up|breakfast|locked|closes?"
              + "|einlass|kaffee|tee|imbiss|empfang|glühwein|telefonisch|abendkasse|aufbau|kasse|sektempfang|treffpunkt|umtrunk|anmeldung|büro|bürozeiten"
              + "|accueil|ouverture des portes|portes|café|apéritif|cocktail|billetterie|puertas|apertura|merienda|recepción|taquilla|inloop|koffie|zaal open|deuren|kassa|borrel|ontvangst|accoglienza|porte|caffè|aperitivo|biglietteria|rinfresco|buffet");
  private static final Pattern BEGINS =
      Terms.words(
          "begins?|starts?|starting|commenc(?:e|es|ing)|beginnt|beginn|startet|fängt|los geht(?:'s| es)?|geht es los|commence(?:ra)?|débute(?:ra)?|début|comienza|comenzará|empieza|inicio|begint|aanvang|start|starten we|inizia|inizio|comincia|avrà inizio");
  private static final Pattern ENDS =
      Terms.words(
          "ends?|finish(?:es|ed)?|be done|done by|until|till|over by|wrap(?:s)? up|end|ende|endet|enden|bis|schluss|schluß|vorbei|fin|finit|se termine|terminera|jusqu'à|termina|terminará|acaba|hasta|eindigt|einde|tot|afgelopen|fine|finisce|finirà|si conclude|conclude");
  private static final int LONGEST = 220;

  private final Letter letter;
  private final Span stretch;
  private final List<Day> days = new ArrayList<>();
  private final List<Clock> clocks = new ArrayList<>();
  private final List<Span> dayLabels;
  private final List<Span> timeLabels;
  private final @Nullable Day day;
  private final List<Candidate> dates;

  Schedule(Letter letter, List<Line> lines) {
    this.letter = letter;
    stretch =
        lines.isEmpty()
            ? new Span(0, 0)
            : new Span(lines.getFirst().span().start(), lines.getLast().span().end());
    for (Day one : Days.in(letter.text, stretch, letter.setting.locale(), letter.today)) {
      if (isOwn(lines, one.span())) {
        days.add(one);
      }
    }
    for (Clock one : Clocks.in(letter.text, stretch, letter.setting.locale())) {
      if (isOwn(lines, one.span()) && days.stream().noneMatch(d -> d.span().overlaps(one.span()))) {
        clocks.add(one);
      }
    }
    dayLabels = Labelled.in(letter, lines, WHEN);
    timeLabels = Labelled.in(letter, lines, TIME);
    dates = dates();
    day =
        dates.isEmpty()
            ? null
            : days.stream()
                .filter(d -> d.span().equals(dates.getFirst().span()))
                .findFirst()
                .orElse(null);
  }

  private static boolean isOwn(List<Line> lines, Span span) {
    return lines.stream()
        .anyMatch(line -> line.span().start() <= span.start() && span.start() < line.span().end());
  }

  boolean hasTime() {
    return !days.isEmpty() && (!clocks.isEmpty() || !dayLabels.isEmpty())
        || !clocks.isEmpty() && !timeLabels.isEmpty();
  }

  boolean hasLabels() {
    return !days.isEmpty() && !dayLabels.isEmpty() && !timeLabels.isEmpty();
  }

  /** Whether a place stands in the sentence of the event's day or of a time. */
  boolean isNear(Span span) {
    return day != null && distance(day.span(), span) < LONGEST && sameSentence(day.span(), span)
        || clocks.stream()
            .anyMatch(
                clock -> distance(clock.whole(), span) < 60 && sameSentence(clock.span(), span));
  }

  /** Where the last day or time of a line ends, else where the line begins. */
  int behind(Span line) {
    int last = line.start();
    for (Day one : days) {
      last = line.contains(one.span()) ? Math.max(last, one.span().end()) : last;
    }
    for (Clock one : clocks) {
      last = line.contains(one.whole()) ? Math.max(last, one.whole().end()) : last;
    }
    return last;
  }

  List<Candidate> dates() {
    List<Candidate> all = new ArrayList<>();
    Span subject = letter.subject;
    List<Day> announced =
        subject == null
            ? List.of()
            : Days.in(letter.text, subject, letter.setting.locale(), letter.today);
    int nth = 0;
    for (Day one : days) {
      boolean labelled = in(dayLabels, one.span());
      double score = labelled ? 0.95 : withClock(one) ? 0.86 : 0.6;
      if (!labelled && isOther(one)) {
        score *= 0.3;
      }
      if (one.date().isBefore(letter.today)) {
        score *= 0.5;
      }
      boolean again = announced.stream().anyMatch(a -> a.date().equals(one.date()));
      score = Math.min(0.98, score + (again ? 0.1 : 0) - 0.015 * Math.min(6, nth++));
      all.add(letter.candidate(one.span(), one.date().toString(), Math.max(0.05, score)));
    }
    if (all.stream().noneMatch(one -> one.score() > 0.5)) {
      announced.forEach(one -> all.add(letter.candidate(one.span(), one.date().toString(), 0.7)));
    }
    all.removeIf(one -> one.score() < 0.2);
    all.sort(Comparator.comparingDouble(Candidate::score).reversed());
    return all;
  }

  private static boolean in(List<Span> spans, Span span) {
    return spans.stream().anyMatch(one -> one.start() <= span.start() && span.start() < one.end());
  }

  private boolean withClock(Day one) {
    return clocks.stream()
        .anyMatch(clock ->
            distance(one.span(), clock.span()) < 110 && sameSentence(one.span(), clock.span()));
  }

  private static int distance(Span a, Span b) {
    return a.end() <= b.start() ? b.start() - a.end() : Math.max(0, a.start() - b.end());
  }

  private boolean sameSentence(Span a, Span b) {
    int from = Math.min(a.end(), b.end());
    int until = Math.max(a.start(), b.start());
    return from >= until
        || !STOP.matcher(letter.text).region(from, until).useTransparentBounds(true).find();
  }

  private static final Pattern STOP =
      Pattern.compile(
          "(?<=[\\p{L}\\p{N})]{2})[.!?](?=\\s+[\\p{Lu}\\p{N}])|(?<=:)\\n\\n|\\n\\n(?=\\p{Lu})");

  /** Words before it, or right behind, say that it is the day of something else. */
  private boolean isOther(Day one) {
    String before = before(one.span().start(), 70);
    return OTHER_DAY.matcher(before).find();
  }

  private String before(int place, int far) {
    int least = Math.max(stretch.start(), place - far);
    Matcher stop = STOP.matcher(letter.text).region(least, place).useTransparentBounds(true);
    int from = least;
    while (stop.find()) {
      from = stop.end();
    }
    return letter.text.substring(from, place);
  }

  private String after(int place, int far) {
    int most = Math.min(stretch.end(), place + far);
    Matcher stop =
        STOP.matcher(letter.text).region(place, Math.max(place, most)).useTransparentBounds(true);
    return letter.text.substring(place, stop.find() ? stop.start() : Math.max(place, most));
  }

  /** When it begins, with the time when it ends where one stands beside it. */
  List<Scored> begins() {
    List<Scored> all = new ArrayList<>();
    int nth = 0;
    for (Clock clock : clocks) {
      double score = score(clock) - 0.01 * Math.min(8, nth++);
      if (score > 0.15) {
        all.add(new Scored(clock, Math.max(score, 0.05)));
      }
    }
    all.sort(Comparator.comparingDouble(Scored::score).reversed());
    return all;
  }

  /** A time and how likely the event begins then. */
  record Scored(Clock clock, double score) {}

  private double score(Clock clock) {
    if (in(timeLabels, clock.span())) {
      return 0.96;
    }
    String before = before(clock.span().start(), LONGEST);
    Day near = nearest(clock);
    boolean mine = near != null && day != null && near.date().equals(day.date());
    double score = mine ? 0.84 : near == null ? 0.56 : 0.3;
    String close = before.substring(Math.max(0, before.length() - 40));
    close = close.substring(lastTime(close));
    boolean begins = BEGINS.matcher(close).find();
    if (begins) {
      score = Math.max(score, 0.8) + 0.1;
    } else if (OTHER_TIME.matcher(close).find()) {
      score *= 0.3;
    } else if (clock.until() == null
        && ENDS.matcher(close.substring(Math.max(0, close.length() - 14))).find()) {
      score *= 0.3;
    }
    return Math.min(0.95, score + (clock.until() != null ? 0.04 : 0));
  }

  /** Words before another time speak of that one. */
  private static int lastTime(String close) {
    Matcher time =
        Pattern.compile("[0-9][:.h][0-9]{2}|[0-9] ?(?:[ap]\\.?m|[Uu]hr|uur)|[)(;]").matcher(close);
    int last = 0;
    while (time.find()) {
      last = time.end();
    }
    return last;
  }

  private @Nullable Day nearest(Clock clock) {
    Day best = null;
    for (Day one : days) {
      boolean near =
          distance(one.span(), clock.span()) < LONGEST && sameSentence(one.span(), clock.span());
      if (near
          && (best == null
              || distance(one.span(), clock.span()) < distance(best.span(), clock.span()))) {
        best = one;
      }
    }
    return best;
  }

  List<Candidate> starts() {
    return begins().stream()
        .map(
            one -> letter.candidate(one.clock().span(), one.clock().time().toString(), one.score()))
        .toList();
  }

  List<Candidate> ends(List<Line> lines) {
    List<Candidate> all = new ArrayList<>();
    List<Scored> begins = begins();
    for (Scored one : begins) {
      Clock clock = one.clock();
      if (clock.untilSpan() != null && clock.until() != null) {
        all.add(letter.candidate(clock.untilSpan(), clock.until().toString(), one.score()));
      }
    }
    List<Span> labelled = Labelled.in(letter, lines, UNTIL);
    Clock start = begins.isEmpty() ? null : begins.getFirst().clock();
    for (Clock clock : clocks) {
      String close = before(clock.span().start(), 24);
      boolean ends =
          ENDS.matcher(close.substring(lastTime(close))).find()
              || ENDS.matcher(after(clock.whole().end(), 30)).find();
      boolean later =
          start != null
              && clock.time().isAfter(start.time())
              && clock.span().start() > start.span().start();
      if (in(labelled, clock.span())) {
        all.add(letter.candidate(clock.span(), clock.time().toString(), 0.94));
      } else if (ends && later && clock.until() == null) {
        all.add(letter.candidate(clock.span(), clock.time().toString(), 0.84));
      }
    }
    all.sort(Comparator.comparingDouble(Candidate::score).reversed());
    return all;
  }
}
