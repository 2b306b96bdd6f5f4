package dev.tenlines.salience;

import dev.tenlines.salience.Usage.Count;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be seen of a word in its document: how often, how widely, how early, in what role. */
final class Traits {
  /** Without a usage table the last four say nothing and are left out. */
  static final int NEUTRAL = 9;

  static final int ALL = NEUTRAL + 4;

  private static final double DOCUMENT = 5000;
  private static final double SENTENCES = 300;
  private static final double SUMMARY = 400;

  private final Body body;
  private final double[] often;
  private final double[] sentences;
  private final double[] blocks;
  private final double[] first;
  private final double[] told;
  private final double[] capitals;
  private final double[] inside;
  private double words;

  Traits(Body body) {
    this.body = body;
    int n = body.stems();
    often = new double[n];
    sentences = new double[n];
    blocks = new double[n];
    first = new double[n];
    told = new double[n];
    capitals = new double[n];
    inside = new double[n];
    Set<Integer> block = new HashSet<>();
    Set<Integer> own = new HashSet<>();
    for (Sentence sentence : body.sentences()) {
      if (sentence.first()) {
        block.clear();
      }
      own.clear();
      read(sentence, block, own);
    }
  }

  private void read(Sentence sentence, Set<Integer> block, Set<Integer> own) {
    int[] stems = sentence.stems();
    for (int i = 0; i < stems.length; i++) {
      int stem = stems[i];
      if (often[stem] == 0) {
        first[stem] = (double) sentence.at() / body.sentences().size();
      }
      often[stem]++;
      words++;
      told[stem] += sentence.quoted() < 0.3 ? 1 : 0;
      if (i > 0) {
        inside[stem]++;
        capitals[stem] += sentence.capital().get(i) ? 1 : 0;
      }
      sentences[stem] += own.add(stem) ? 1 : 0;
      blocks[stem] += block.add(stem) ? 1 : 0;
    }
  }

  /** How often a stem is said. */
  double often(int stem) {
    return often[stem];
  }

  /** The traits of a stem, without or with what is known about how the language uses it. */
  double[] of(int stem, @Nullable Usage usage) {
    double[] x = new double[usage == null ? NEUTRAL : ALL];
    double said = often[stem];
    double capital = (capitals[stem] + 0.1) / (inside[stem] + 0.5);
    double log = Math.log(said / words * DOCUMENT + 0.5);
    x[0] = 1;
    x[1] = log;
    x[2] = Math.log(sentences[stem] / body.sentences().size() * SENTENCES + 0.5);
    x[3] = Math.log(blocks[stem] / body.blocks() * SENTENCES / 2 + 0.5);
    x[4] = first[stem];
    x[5] = (told[stem] + 0.5) / (said + 1);
    x[6] = capital;
    x[7] = capital * log;
    x[8] = Math.min(12, body.stem(stem).length()) / 4.0;
    if (usage != null) {
      Count count = usage.count(body.stem(stem));
      double inSummaries = Math.max(0, count.summaries());
      double inDocuments = Math.max(0, count.documents());
      x[9] = Math.log((inSummaries + 0.5) / usage.summaryWords() * SUMMARY);
      x[10] = Math.log((inDocuments + 1) / usage.documentWords() * DOCUMENT);
      x[11] = inSummaries > 0 ? 1 : 0;
      x[12] = inDocuments > 0 ? 1 : 0;
    }
    return x;
  }
}
