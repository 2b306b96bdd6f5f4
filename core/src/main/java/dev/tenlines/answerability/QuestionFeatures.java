package dev.tenlines.answerability;

import dev.tenlines.answerability.Asked.Role;
import dev.tenlines.answerability.Asked.Term;
import dev.tenlines.index.Hit;
import dev.tenlines.text.Fact;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What speaks for the documents answering a question, and what against it. */
final class QuestionFeatures {
  private final Looked looked;
  private final Asked asked;
  private final SentenceFeatures sentences;

  QuestionFeatures(Looked looked, SentenceFeatures sentences) {
    this.looked = looked;
    this.asked = looked.asked;
    this.sentences = sentences;
  }

  /**
   * The features.
   *
   * @param ranked units, the best answer first
   * @param scores theirs, before they are made chances
   */
  Features of(List<Sight> ranked, List<Double> scores) {
    Features f = new Features();
    Sight best = ranked.getFirst();
    scores(scores, f);
    retrieval(f);
    coverage(best, f);
    missing(best, f);
    swaps(best, f);
    copied(best, f);
    question(f);
    new Alignment(looked, best).put(f);
    return f;
  }

  private static void scores(List<Double> scores, Features f) {
    double top = scores.getFirst();
    double sum = scores.stream().mapToDouble(s -> Math.exp(s - top)).sum();
    f.put("score", top);
    f.put("lead", scores.size() > 1 ? top - scores.get(1) : 3);
    f.put("share", 1 / sum);
  }

  private void retrieval(Features f) {
    List<Hit> hits = looked.hits;
    double terms = Math.max(1, asked.terms.size());
    f.put("bm25", at(hits, 0, Hit::words) / terms);
    f.put("bm25Lead", 1 - at(hits, 1, Hit::words) / Math.max(1e-6, at(hits, 0, Hit::words)));
    f.put("bm25Tail", at(hits, 9, Hit::words) / Math.max(1e-6, at(hits, 0, Hit::words)));
    f.put("headingScore", at(hits, 0, Hit::heading) / terms);
    boolean blind = hits.stream().allMatch(h -> Double.isNaN(h.similarity()));
    double like = blind ? Double.NaN : sorted(hits, Hit::similarity, 0);
    f.put("cosine", like);
    f.put("cosineLead", like - sorted(hits, Hit::similarity, 1));
    f.put("cosineTail", like - sorted(hits, Hit::similarity, 9));
    f.put("cosineTop", blind ? Double.NaN : at(hits, 0, Hit::similarity));
    boolean agree = first(hits, Hit::words) == first(hits, Hit::similarity);
    f.put("agree", blind ? Double.NaN : agree ? 1 : 0);
    f.put("agreeWords", first(hits, Hit::words) == 0);
    f.put("agreeMeaning", blind ? Double.NaN : first(hits, Hit::similarity) == 0 ? 1 : 0);
    f.put(
        "sentenceCosine",
        looked.close.stream().mapToDouble(s -> s.cosine).max().orElse(Double.NaN));
  }

  private static double at(List<Hit> hits, int i, ToDoubleFunction<Hit> value) {
    return i < hits.size() ? number(value.applyAsDouble(hits.get(i))) : 0;
  }

  private static double sorted(List<Hit> hits, ToDoubleFunction<Hit> value, int i) {
    return hits.stream()
        .map(h -> number(value.applyAsDouble(h)))
        .sorted(Comparator.reverseOrder())
        .skip(i)
        .findFirst()
        .orElse(0.0);
  }

  private static int first(List<Hit> hits, ToDoubleFunction<Hit> value) {
    int first = 0;
    for (int i = 1; i < hits.size(); i++) {
      if (number(value.applyAsDouble(hits.get(i))) > number(value.applyAsDouble(hits.get(first)))) {
        first = i;
      }
    }
    return first;
  }

  private static double number(double value) {
    return Double.isNaN(value) ? 0 : value;
  }

  private void coverage(Sight best, Features f) {
    Features own = sentences.of(best);
    for (int i = 0; i < own.names().size(); i++) {
      f.put("best." + own.names().get(i), own.values().get(i));
    }
    f.put("soft", looked.close.stream().mapToDouble(s -> sentences.covered(s.met)).max().orElse(0));
    f.put("passage", looked.met.stream().mapToDouble(sentences::covered).max().orElse(0));
    f.put("heading", looked.headings.stream().mapToDouble(sentences::covered).max().orElse(0));
    double[] any = new double[asked.terms.size()];
    for (double[] met : looked.met) {
      for (int i = 0; i < any.length; i++) {
        any[i] = Math.max(any[i], met[i]);
      }
    }
    f.put("anywhere", sentences.covered(any));
  }

  /** What the question names and nobody says: in the sentence, its passage, in any. */
  private void missing(Sight best, Features f) {
    double[] passage = looked.met.get(best.rank);
    int inSentence = 0;
    int inPassage = 0;
    int nowhere = 0;
    int alike = 0;
    int namesSentence = 0;
    int namesPassage = 0;
    int namesNowhere = 0;
    int numbersPassage = 0;
    int codes = 0;
    int codesNowhere = 0;
    int codesPassage = 0;
    double rarest = 0;
    for (int i = 0; i < asked.terms.size(); i++) {
      Term term = asked.terms.get(i);
      boolean name = term.role() == Role.NAME;
      inSentence += best.met[i] == 0 ? 1 : 0;
      inPassage += passage[i] == 0 ? 1 : 0;
      alike += passage[i] > 0 && passage[i] < 1 ? 1 : 0;
      nowhere += term.share() == 0 ? 1 : 0;
      namesSentence += name && best.met[i] == 0 ? 1 : 0;
      namesPassage += name && passage[i] == 0 ? 1 : 0;
      namesNowhere += name && term.share() == 0 ? 1 : 0;
      numbersPassage += term.role() == Role.NUMBER && passage[i] == 0 ? 1 : 0;
      codes += term.role() == Role.CODE ? 1 : 0;
      codesNowhere += term.role() == Role.CODE && term.share() == 0 ? 1 : 0;
      codesPassage += term.role() == Role.CODE && passage[i] == 0 ? 1 : 0;
      rarest = passage[i] == 0 && term.share() > 0 ? Math.max(rarest, term.weight()) : rarest;
    }
    f.put("lacks.sentence", inSentence);
    f.put("lacks.passage", inPassage);
    f.put("lacks.nowhere", nowhere);
    f.put("lacks.alike", alike);
    f.put("lacks.name.sentence", namesSentence);
    f.put("lacks.name.passage", namesPassage);
    f.put("lacks.name.nowhere", namesNowhere);
    f.put("lacks.number", numbersPassage);
    f.put("codes", codes);
    f.put("lacks.code.nowhere", codesNowhere);
    f.put("lacks.code.passage", codesPassage);
    f.put("lacks.rarest", rarest);
    f.put("lacks.only", (double) (inSentence - inPassage) / Math.max(1, asked.terms.size()));
    f.put("lacks.share", (double) inPassage / Math.max(1, asked.terms.size()));
    f.put("lacks.focus", !asked.focus.isEmpty() && !saidIn(best.rank, asked.focus));
  }

  private boolean saidIn(int rank, String stem) {
    return looked.passages.get(rank).stream().anyMatch(s -> s.stems.contains(stem));
  }

  /** Something of its kind stands in the place of what was asked. */
  private void swaps(Sight best, Features f) {
    boolean lacksName = false;
    boolean lacksNumber = false;
    for (int i = 0; i < asked.terms.size(); i++) {
      lacksName |= asked.terms.get(i).role() == Role.NAME && best.met[i] == 0;
      lacksNumber |= asked.terms.get(i).role() == Role.NUMBER && best.met[i] == 0;
    }
    boolean otherName = false;
    boolean otherNumber = false;
    for (Fact fact : best.facts()) {
      boolean fresh = asked.facts.stream().noneMatch(fact::saidBy);
      otherName |= fresh && fact instanceof Fact.Name;
      otherNumber |= fresh && !(fact instanceof Fact.Name);
    }
    f.put("swap.name", lacksName && otherName);
    f.put("swap.number", lacksNumber && otherNumber);
    boolean denies = best.words.stream().anyMatch(w -> Vocabulary.DENYING.contains(w.folded()));
    f.put("denies.question", asked.denies && !denies);
    f.put("denies.sentence", !asked.denies && denies);
    f.put("denies.both", asked.denies && denies);
    boolean singles = best.words.stream().anyMatch(w -> Vocabulary.SINGLING.contains(w.folded()));
    f.put("singles.question", asked.singles && !singles);
    f.put("singles.both", asked.singles && singles);
    boolean opposite = false;
    for (Term term : asked.terms) {
      for (String other : Vocabulary.opposites(term.stem())) {
        boolean said =
            looked.passages.get(best.rank).stream().anyMatch(s -> s.stems.contains(other));
        boolean own =
            looked.passages.get(best.rank).stream().anyMatch(s -> s.stems.contains(term.stem()));
        opposite |= said && !own;
      }
    }
    f.put("opposite.passage", opposite);
  }

  /** Long runs of the question's words, small ones too, that stand in the sentence as they are. */
  private void copied(Sight best, Features f) {
    var own = dev.tenlines.text.Words.of(asked.text).all();
    int longest = 0;
    for (int i = 0; i < own.size(); i++) {
      for (int j = 0; j < best.words.size(); j++) {
        int n = 0;
        while (i + n < own.size()
            && j + n < best.words.size()
            && own.get(i + n).stem().equals(best.words.get(j + n).stem())) {
          n++;
        }
        longest = Math.max(longest, n);
      }
    }
    f.put("order", order(best));
    f.put("copied", longest / 5.0);
    f.put("copiedShare", (double) longest / Math.max(1, own.size()));
  }

  /** The part of the words both have that stand in the same order: who did what to whom. */
  private double order(Sight best) {
    List<String> own = asked.terms.stream().map(Term::stem).filter(best.stems::contains).toList();
    if (own.size() < 2) {
      return 1;
    }
    int[] places = new int[best.words.size() + 1];
    for (String stem : own) {
      int before = 0;
      for (int j = 1; j < places.length; j++) {
        int kept = places[j];
        boolean same = best.words.get(j - 1).stem().equals(stem);
        places[j] = same ? before + 1 : Math.max(places[j], places[j - 1]);
        before = kept;
      }
    }
    return (double) places[places.length - 1] / own.size();
  }

  private void question(Features f) {
    for (Kind kind : Kind.values()) {
      f.put("kind." + kind.name().toLowerCase(Locale.ROOT), asked.kind == kind);
    }
    f.put("terms", Math.log1p(asked.terms.size()));
    f.put("names", (double) asked.terms.stream().filter(t -> t.role() == Role.NAME).count());
    f.put("numbers", (double) asked.terms.stream().filter(t -> t.role() == Role.NUMBER).count());
    f.put("denies", asked.denies);
    f.put("singles", asked.singles);
    f.put("rare", asked.terms.stream().mapToDouble(Term::weight).average().orElse(0));
    f.put("rarest", asked.terms.stream().mapToDouble(Term::weight).max().orElse(0));
    f.put("hits", Math.min(1, looked.hits.size() / 10.0));
  }
}
