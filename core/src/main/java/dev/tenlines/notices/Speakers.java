package dev.tenlines.notices;

import dev.tenlines.document.Span;
import dev.tenlines.fields.Candidate;
import dev.tenlines.notices.Line.Zone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who speaks: the name behind a label, or behind words such as "given by" and "liest". */
final class Speakers {
  private static final Pattern LABEL =
      Pattern.compile(
          "(?iu)(?:speakers?|presenter|lecturer|who|by|with|name|guest|instructor|trainer|referent(?:in)?|redner(?:in)?|sprecher(?:in)?|vortragende[r]?|es liest|wer|mit|gast|leitung|kursleitung|dozent(?:in)?|intervenante?|orateur|oratrice|conférenci(?:er|ère)|qui|animé par|avec|ponente|conferenciante|imparte|quién|con|spreker|docent|wie|door|met|relat(?:ore|rice)|chi|docente|oratore)");
  private static final Pattern CUE =
      Pattern.compile(
          "(?iu)(?<![\\p{L}])(?:given by|presented by|talk by|lecture by|reading by|speaker is|speaker will be|speaker|led by|hosts?|featuring|guest|by|with|welcome|welcomes|from|vortrag von|gehalten von|lesung von|referent(?:in)? ist|es spricht|spricht|liest|erzählt|referiert|spreekt|vertelt|leest|parle|parlera|lit|habla|hablará|lee|parla|parlerà|interviene|speaks|von|mit|leitet|leitung|präsentiert|par|avec|animée? par|donnée? par|présentée? par|impartid[ao] por|a cargo de|por|con|door|met|gegeven door|spreker is|tenut[ao] da|con|di|da|relatore|prof\\.?|dr\\.?)\\s{1,3}(?:(?:dem|der|den|die|the|our|our own|le|la|el|il|author|autor(?:in)?|schriftsteller(?:in)?|auteur|autrice|écrivaine?|historian|historiker(?:in)?|poet)\\s){0,3}$");
  private static final Pattern STRONG =
      Pattern.compile(
          "(?iu)(?:given by|presented by|talk by|lecture by|led by|speaker\\p{L}*(?: is| will be)?|vortrag von|gehalten von|lesung (?:von|mit)|spricht|liest|erzählt|referiert|spreekt|vertelt|leest|parlera|hablará|habla|parla|parlerà|interviene|animée? par|donnée? par|présentée? par|impartid[ao] por|a cargo de|gegeven door|spreker is|tenut[ao] da)\\s");
  private static final Pattern AFTER =
      Pattern.compile(
          "(?iu)^\\s{0,2}(?:\\([^)\\n]{3,60}\\)\\s{0,2})?,?\\s{0,2}(?:will (?:give|speak|talk|present|read|discuss|show|lead)|speaks|talks|presents|gives|reads|leads|shows|liest|spricht|hält|berichtet|stellt|zeigt|erzählt|referiert|leitet|présente(?:ra)?|parlera|donne(?:ra)?|anime(?:ra)?|lira|presenta(?:rá)?|hablará|habla|imparte|impartirá|leerá|vertelt|spreekt|geeft|leest|presenteert|houdt|parlerà|parla|presenterà|terrà|racconta|legge(?:rà)?)(?![\\p{L}])");

  private final Letter letter;
  private final List<Line> lines;

  Speakers(Letter letter, List<Line> lines) {
    this.letter = letter;
    this.lines = lines;
  }

  @SuppressWarnings("ReferenceEquality") // another candidate, even one like it
  List<Candidate> find() {
    List<Candidate> all = new ArrayList<>();
    for (Span span : Labelled.in(letter, lines, LABEL)) {
      List<Span> names = People.in(letter.text, span);
      if (!names.isEmpty() && names.getFirst().start() - span.start() < 12) {
        all.add(letter.said(names.getFirst(), 0.95));
      }
    }
    if (letter.subject != null) {
      names(letter.subject, all, 0.08);
    }
    List<Line> body = lines.stream().filter(line -> line.zone() == Zone.BODY).toList();
    if (!body.isEmpty()) {
      names(new Span(body.getFirst().span().start(), body.getLast().span().end()), all, 0);
    }
    // The head names who speaks; the text agrees.
    List<Candidate> agreed = new ArrayList<>();
    for (Candidate one : all) {
      boolean again =
          all.stream()
              .anyMatch(other ->
                  other != one
                      && Terms.compact(other.value().toString())
                          .contains(Terms.compact(one.value().toString())));
      agreed.add(again ? one.scored(Math.min(0.97, one.score() + 0.05)) : one);
    }
    agreed.sort(Comparator.comparingDouble(Candidate::score).reversed());
    return agreed;
  }

  private void names(Span stretch, List<Candidate> all, double more) {
    int nth = 0;
    for (Span name : People.in(letter.text, stretch)) {
      String before =
          letter.text.substring(Math.max(stretch.start(), name.start() - 40), name.start());
      String after = letter.text.substring(name.end(), Math.min(stretch.end(), name.end() + 90));
      Matcher cue = CUE.matcher(before);
      boolean cued = cue.find();
      boolean strong = cued && STRONG.matcher(cue.group()).find();
      boolean speaks = AFTER.matcher(after).find();
      boolean titled = People.isTitled(name.of(letter.text));
      boolean bracket = before.endsWith("(");
      double score =
          strong
              ? 0.92
              : speaks ? 0.9 : cued ? (titled ? 0.88 : 0.72) : titled ? (bracket ? 0.4 : 0.66) : 0;
      if (score > 0) {
        all.add(
            letter.said(
                name, Math.max(0.1, Math.min(0.95, score + more) - 0.02 * Math.min(8, nth++))));
      }
    }
  }
}
