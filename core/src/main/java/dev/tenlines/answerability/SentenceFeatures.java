package dev.tenlines.answerability;

import dev.tenlines.answerability.Asked.Role;
import dev.tenlines.answerability.Asked.Term;
import dev.tenlines.answerability.Units.Form;
import dev.tenlines.text.Fact;
import dev.tenlines.text.Words.Word;
import java.util.List;

/** What speaks for a unit as the answer to a question. */
final class SentenceFeatures {
  private final Looked looked;
  private final Asked asked;
  private final double top;
  private final double best;
  private final double nearest;

  SentenceFeatures(Looked looked) {
    this.looked = looked;
    this.asked = looked.asked;
    this.top = looked.hits.isEmpty() ? 1 : Math.max(1e-6, looked.hits.getFirst().words());
    this.best = looked.close.stream().mapToDouble(s -> covered(s.met)).max().orElse(0);
    this.nearest =
        looked.close.stream()
            .mapToDouble(s -> Double.isNaN(s.cosine) ? 0 : s.cosine)
            .max()
            .orElse(0);
  }

  /** The part of the question's words that is met, the rare ones counting more. */
  double covered(double[] met) {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < met.length; i++) {
      double weight = asked.terms.get(i).weight();
      sum += weight * met[i];
      all += weight;
    }
    return all == 0 ? 0 : sum / all;
  }

  Features of(Sight sight) {
    Features f = new Features();
    words(sight, f);
    meaning(sight, f);
    kind(sight, f);
    form(sight, f);
    return f;
  }

  private void words(Sight sight, Features f) {
    double exact = 0;
    double all = 0;
    double names = 0;
    double numbers = 0;
    double rarest = 0;
    double rarestMet = 0;
    int n = asked.terms.size();
    double[] around = new double[n];
    for (int i = 0; i < n; i++) {
      Term term = asked.terms.get(i);
      exact += sight.met[i] == 1 ? term.weight() : 0;
      all += term.weight();
      names += term.role() == Role.NAME ? sight.met[i] : 0;
      numbers += term.role() == Role.NUMBER ? sight.met[i] : 0;
      if (term.weight() > rarest && term.share() > 0) {
        rarest = term.weight();
        rarestMet = sight.met[i];
      }
      around[i] = Math.max(sight.met[i], looked.around(sight, i));
    }
    double soft = covered(sight.met);
    f.put("exact", all == 0 ? 0 : exact / all);
    f.put("soft", soft);
    f.put("softLead", soft - best);
    f.put("softWeight", Math.min(soft * all, 15) / 10);
    f.put("around", covered(around));
    f.put("heading", covered(looked.headings.get(sight.rank)));
    f.put("passage", covered(looked.met.get(sight.rank)));
    f.put("names", names);
    f.put("numbers", numbers);
    f.put("rarest", rarestMet);
    f.put("pairs", pairs(sight));
    f.put("window", window(sight));
    f.put("opposite", opposite(sight));
  }

  /** The part of neighbouring words of the question that stand near each other here, too. */
  private double pairs(Sight sight) {
    int pairs = 0;
    int found = 0;
    for (int i = 0; i + 1 < asked.terms.size(); i++) {
      pairs++;
      int a = at(sight, asked.terms.get(i).stem());
      int b = at(sight, asked.terms.get(i + 1).stem());
      found += a >= 0 && b >= 0 && Math.abs(a - b) <= 3 ? 1 : 0;
    }
    return pairs == 0 ? 0 : (double) found / pairs;
  }

  private static int at(Sight sight, String stem) {
    for (int i = 0; i < sight.words.size(); i++) {
      if (sight.words.get(i).stem().equals(stem)) {
        return i;
      }
    }
    return -1;
  }

  /** How densely the question's words stand. */
  private double window(Sight sight) {
    int first = -1;
    int last = -1;
    int found = 0;
    for (int i = 0; i < sight.words.size(); i++) {
      if (asked.term(sight.words.get(i).stem()) != null) {
        first = first < 0 ? i : first;
        last = i;
        found++;
      }
    }
    return found < 2 ? 0 : (double) found / (last - first + 1);
  }

  /** Whether it has the opposite of a word of the question that it lacks. */
  private boolean opposite(Sight sight) {
    for (int i = 0; i < asked.terms.size(); i++) {
      if (sight.met[i] < 1) {
        for (String other : Vocabulary.opposites(asked.terms.get(i).stem())) {
          if (sight.stems.contains(other) && !asked.stems.contains(other)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private void meaning(Sight sight, Features f) {
    f.put("cosine", sight.cosine);
    f.put("cosineLead", sight.cosine - nearest);
    f.put("rank", 1.0 / (1 + sight.rank));
    f.put("first", sight.rank == 0);
    f.put("bm25", Math.min(2, sight.hit.words() / top));
    f.put("passageCosine", sight.hit.similarity());
  }

  private void kind(Sight sight, Features f) {
    int names = 0;
    int numbers = 0;
    int times = 0;
    double near = 0;
    for (Fact fact : sight.facts()) {
      if (ofQuestion(fact)) {
        continue;
      }
      boolean time = Answers.isTime(fact);
      names += fact instanceof Fact.Name ? 1 : 0;
      times += time ? 1 : 0;
      numbers += fact instanceof Fact.Figure ? 1 : 0;
      near = Math.max(near, Answers.fits(asked.kind, fact) ? near(sight, fact) : 0);
    }
    Kind kind = asked.kind;
    f.put("who", kind == Kind.WHO && names > 0);
    f.put("whoNone", kind == Kind.WHO && names == 0);
    f.put("when", kind == Kind.WHEN && times > 0);
    f.put("whenNone", kind == Kind.WHEN && times == 0);
    f.put("count", kind == Kind.COUNT && numbers > 0);
    f.put("countNone", kind == Kind.COUNT && numbers == 0);
    f.put("where", kind == Kind.WHERE && names > 0);
    f.put("wherePlace", kind == Kind.WHERE && has(sight, Vocabulary.PLACES));
    f.put("why", kind == Kind.WHY && has(sight, Vocabulary.REASONS));
    f.put("near", near);
    f.put("factsElse", kind.compareTo(Kind.WHERE) > 0 && names + numbers > 0);
    f.put("focus", !asked.focus.isEmpty() && sight.stems.contains(asked.focus));
    f.put("howCode", kind == Kind.HOW && sight.unit.form() == Form.CODE);
    f.put("howYou", kind == Kind.HOW && Answers.instructs(sight));
    f.put("defines", kind == Kind.WHAT && Answers.defines(sight, asked));
    f.put("news", news(sight));
  }

  private boolean ofQuestion(Fact fact) {
    return asked.facts.stream().anyMatch(fact::saidBy)
        || fact instanceof Fact.Name name && asked.stems.contains(name.normal());
  }

  /** Near the question's words an answer of the right kind is likelier. */
  private double near(Sight sight, Fact fact) {
    double sum = 0;
    List<Word> words = sight.words;
    int own = 0;
    while (own < words.size() && words.get(own).start() < fact.start()) {
      own++;
    }
    for (int i = 0; i < words.size(); i++) {
      Term term = asked.term(words.get(i).stem());
      if (term != null) {
        sum += term.weight() / (3 + Math.abs(i - own));
      }
    }
    return Math.min(2, sum);
  }

  private static boolean has(Sight sight, java.util.Set<String> words) {
    return sight.words.stream().anyMatch(w -> words.contains(w.folded()));
  }

  /** How much it says that the question does not. */
  private double news(Sight sight) {
    long fresh =
        sight.words.stream()
            .filter(w -> !Vocabulary.LITTLE.contains(w.folded()) && !asked.stems.contains(w.stem()))
            .count();
    return Math.min(1, fresh / 8.0);
  }

  private void form(Sight sight, Features f) {
    int n = sight.words.size();
    f.put("short", n < 5);
    f.put("length", Math.log1p(n) / 4);
    f.put("long", n > 60);
    f.put("start", sight.place == 0);
    f.put("place", (double) sight.place / Math.max(1, sight.places));
    f.put("code", sight.unit.form() == Form.CODE);
    f.put("item", sight.unit.form() == Form.ITEM || sight.unit.form() == Form.ROW);
    f.put("asks", sight.text.endsWith("?"));
    f.put("leads", sight.text.endsWith(":"));
    f.put("points", Answers.points(sight));
  }
}
