package dev.tenlines.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** What is asked, as Lucene's queries: cut into the words of every language of the passages. */
final class Question {
  /** A question that is a whole text: more words would not find better. */
  private static final int MOST_WORDS = 100;

  /** So many words may stand between two. */
  private static final int NEAR = 3;

  private final Set<Term> text = new LinkedHashSet<>();
  private final Set<Term> path = new LinkedHashSet<>();
  private final Set<Term> heading = new LinkedHashSet<>();
  private final Set<Term> codes = new LinkedHashSet<>();

  Question(String question, IndexReader reader) throws IOException {
    String spelled = Identifiers.spelledOut(question);
    for (String language : languages(reader)) {
      for (String word : words(spelled, language)) {
        text.add(new Term(Fields.text(language), word));
        path.add(new Term(Fields.path(language), word));
        heading.add(new Term(Fields.heading(language), word));
      }
    }
    Identifiers.of(question).forEach(code -> codes.add(new Term(Fields.CODE, code)));
  }

  private static List<String> languages(IndexReader reader) throws IOException {
    List<String> languages = new ArrayList<>();
    Terms terms = MultiTerms.getTerms(reader, Fields.LANGUAGE);
    if (terms != null) {
      TermsEnum all = terms.iterator();
      for (var term = all.next(); term != null; term = all.next()) {
        languages.add(term.utf8ToString());
      }
    }
    return languages;
  }

  /** The distinct words of a question, as a language cuts it. */
  private static Set<String> words(String question, String language) {
    Set<String> words = words(question, Analyzers.ofQuestion(language));
    return words.isEmpty() ? words(question, Analyzers.of(language)) : words;
  }

  private static Set<String> words(String question, Analyzer analyzer) {
    Set<String> words = new LinkedHashSet<>();
    try (TokenStream tokens = analyzer.tokenStream("", question)) {
      CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken() && words.size() < MOST_WORDS) {
        words.add(word.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }

  Query text() {
    return any(text, q -> q);
  }

  Query path() {
    return any(path, q -> q);
  }

  Query heading() {
    return any(heading, q -> q);
  }

  /** Counts the identifiers that stand there letter for letter. */
  Query codes() {
    return any(codes, ConstantScoreQuery::new);
  }

  /** Counts the words that stand in the text or above it, rare ones for more. */
  Query coverage(IndexSearcher searcher) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (Term term : text) {
      Term above = new Term(term.field().replaceFirst("^text", "path"), term.bytes());
      Query anywhere =
          new BooleanQuery.Builder()
              .add(new TermQuery(term), Occur.SHOULD)
              .add(new TermQuery(above), Occur.SHOULD)
              .build();
      all.add(
          new BoostQuery(new ConstantScoreQuery(anywhere), rarity(searcher, term)), Occur.SHOULD);
    }
    return all.build();
  }

  private static float rarity(IndexSearcher searcher, Term term) throws IOException {
    double documents = searcher.collectionStatistics(term.field()).docCount();
    double found = searcher.termStatistics(term, 1, 1).docFreq();
    return (float) Math.log(1 + documents / found);
  }

  /** Counts words of the question that stand together as they do there. */
  Query pairs() {
    BooleanQuery.Builder pairs = new BooleanQuery.Builder();
    Term last = null;
    for (Term term : text) {
      if (last != null && last.field().equals(term.field())) {
        pairs.add(new PhraseQuery(NEAR, term.field(), last.bytes(), term.bytes()), Occur.SHOULD);
      }
      last = term;
    }
    return pairs.build();
  }

  /** What may be found by words at all. */
  Query words() {
    return new BooleanQuery.Builder().add(text(), Occur.SHOULD).add(path(), Occur.SHOULD).build();
  }

  private static Query any(Set<Term> terms, UnaryOperator<Query> as) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    terms.forEach(term -> any.add(as.apply(new TermQuery(term)), Occur.SHOULD));
    return any.build();
  }
}
