package dev.tenlines.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** What is asked, as Lucene's queries: cut into the words of every language of the passages. */
final class Question {
  /** A question that is a whole text: more words would not find better. */
  private static final int MOST_WORDS = 100;

  private final Set<Term> text = new LinkedHashSet<>();
  private final Set<Term> path = new LinkedHashSet<>();
  private final Set<Term> codes = new LinkedHashSet<>();

  Question(String question, IndexReader reader) throws IOException {
    String spelled = Identifiers.spelledOut(question);
    for (String language : languages(reader)) {
      for (String word : words(spelled, language)) {
        text.add(new Term(Fields.text(language), word));
        path.add(new Term(Fields.path(language), word));
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

  /** The distinct words of a text, as a language cuts it. */
  static Set<String> words(String text, String language) {
    Set<String> words = new LinkedHashSet<>();
    try (TokenStream tokens = Analyzers.of(language).tokenStream("", text)) {
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

  /** Counts the identifiers that stand there letter for letter. */
  Query codes() {
    return any(codes, ConstantScoreQuery::new);
  }

  int identifiers() {
    return codes.size();
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
