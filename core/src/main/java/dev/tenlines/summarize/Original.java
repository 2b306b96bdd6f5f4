package dev.tenlines.summarize;

import dev.tenlines.Evidence;
import dev.tenlines.Request;
import dev.tenlines.document.Document;
import dev.tenlines.document.SourceFile;
import dev.tenlines.document.Span;
import dev.tenlines.model.Marks;
import dev.tenlines.reading.DocumentReader;
import dev.tenlines.salience.Counting;
import dev.tenlines.salience.KeyFacts;
import dev.tenlines.salience.OwnSummary;
import dev.tenlines.salience.Salience;
import dev.tenlines.salience.Scored;
import dev.tenlines.salience.Selection;
import dev.tenlines.salience.Selection.Fit;
import dev.tenlines.summarize.Grounding.Grounded;
import dev.tenlines.summarize.Summary.KeyFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be summarised: its sentences, how much each of them says, and which of them says what
 * another sentence says. None is longer than the summary may be, and none stands here twice.
 */
final class Original {
  private final Document document;
  private final Salience salience;
  private final int budget;
  private final List<Scored> ranked;
  private final Map<Span, Double> scores = new HashMap<>();
  private final Closest closest;
  private final List<KeyFact> facts;
  private final @Nullable OwnSummary own;

  private Original(Document document, Salience salience, int budget) {
    this.document = document;
    this.salience = salience;
    this.budget = budget;
    this.own = OwnSummary.of(document);
    this.ranked = units(salience.rank(document, null));
    ranked.forEach(one -> scores.put(one.sentence(), one.score()));
    this.closest = new Closest(ranked.stream().map(one -> text(one.sentence())).toList());
    this.facts = KeyFacts.of(document);
  }

  static Original of(Request request, Salience salience, int budget) {
    return new Original(document(request), salience, budget);
  }

  /** The document that a request is about; a text is one, too. */
  static Document document(Request request) {
    SourceFile file = request.file();
    return file == null ? DocumentReader.plain("input", request.input()) : file.document();
  }

  /** What an author wrote; where everything is quoted, what is quoted. */
  static String written(Document document) {
    String written = document.written();
    return Marks.visible(written.isBlank() ? document.text() : written).strip();
  }

  /** As people read it: in one line, without what nobody sees. */
  static String plain(String text) {
    return Marks.visible(text).replaceAll("[\\s\\p{Z}\\p{Cc}]+", " ").strip();
  }

  private List<Scored> units(List<Scored> sentences) {
    Set<String> seen = new HashSet<>();
    List<Scored> units = new ArrayList<>();
    for (Scored one : sentences) {
      for (Span part : Clauses.of(document.text(), one.sentence(), budget)) {
        String text = text(part);
        if (!text.isEmpty() && seen.add(text)) {
          units.add(new Scored(part, one.score()));
        }
      }
    }
    return List.copyOf(units);
  }

  /**
   * What says most of what is not told yet within so many words. Where the best choice leaves room,
   * for it says nothing twice, whatever else fits is told, too.
   */
  List<Span> selected(Set<Span> told, int room) {
    List<Scored> left = ranked.stream().filter(one -> !told.contains(one.sentence())).toList();
    if (left.isEmpty() || room < 1) {
      return List.of();
    }
    Selection selection = salience.select(document, left, room);
    if (selection.fit() == Fit.FULL) {
      return selection.sentences();
    }
    Set<Span> chosen = new HashSet<>();
    int used = 0;
    for (Span one : inTurn(selection, left)) {
      if (!chosen.contains(one) && used + words(one) <= room) {
        chosen.add(one);
        used += words(one);
      }
    }
    return left.stream().map(Scored::sentence).filter(chosen::contains).toList();
  }

  private static List<Span> inTurn(Selection selection, List<Scored> left) {
    Stream<Span> others =
        left.stream()
            .filter(one -> one.score() > 0) // A heading says nothing alone.
            .sorted(Comparator.comparingDouble(Scored::score).reversed())
            .map(Scored::sentence);
    return Stream.concat(selection.sentences().stream(), others).toList();
  }

  Document document() {
    return document;
  }

  int budget() {
    return budget;
  }

  /** Its sentences in order. */
  List<Scored> ranked() {
    return ranked;
  }

  /** Who, when and how much. */
  List<KeyFact> facts() {
    return facts;
  }

  /** The summary that it brings itself, or null. */
  @Nullable OwnSummary own() {
    return own;
  }

  /** A stretch of it as people read it. */
  String text(Span span) {
    return plain(span.of(document.text()));
  }

  int words(Span span) {
    return Counting.words(text(span));
  }

  double score(Span span) {
    return scores.getOrDefault(span, 0.0);
  }

  /** The sentences that say most of what another one says, best first. */
  List<Span> closest(String sentence, int most) {
    return closest.to(sentence, most).stream().map(i -> ranked.get(i).sentence()).toList();
  }

  /** A sentence of it, word for word. */
  Summary.Sentence quote(Span span) {
    return new Summary.Sentence(text(span), List.of(evidence(span)));
  }

  Grounded grounded(Span span) {
    return new Grounded(text(span), List.of(span), false);
  }

  Evidence evidence(Span span) {
    return new Evidence.Span("input", span.start(), span.end(), span.of(document.text()));
  }

  /** What says most, so many words of it, in order; one sentence at least where there is any. */
  List<Span> excerpt(int words) {
    List<Scored> best = new ArrayList<>(ranked);
    best.sort(Comparator.comparingDouble(Scored::score).reversed());
    Set<Span> taken = new HashSet<>();
    int used = 0;
    for (Scored one : best) {
      int more = words(one.sentence());
      if (used + more <= words || taken.isEmpty()) {
        taken.add(one.sentence());
        used += more;
      }
    }
    return ranked.stream().map(Scored::sentence).filter(taken::contains).toList();
  }
}
