package dev.tenlines.summarize;

import dev.tenlines.Evidence;
import dev.tenlines.document.Document;
import dev.tenlines.document.Span;
import dev.tenlines.salience.Counting;
import dev.tenlines.salience.KeyFacts;
import dev.tenlines.salience.Tables;
import dev.tenlines.salience.Tables.Digest;
import dev.tenlines.text.Sentences;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Summaries of documents that are nothing but tables and lists: computed, never guessed. */
final class Digested {
  /** A title and a note do not make a table a text. */
  private static final double BESIDE = 0.2;

  private Digested() {}

  /** Whether next to nothing stands outside of tables. */
  static boolean isOnlyTables(Document document) {
    List<Digest> digests = Tables.summary(document);
    if (digests.isEmpty()) {
      return false;
    }
    int all = Counting.words(Original.written(document));
    int inside =
        digests.stream().mapToInt(one -> Counting.words(one.span().of(document.text()))).sum();
    return all - inside <= BESIDE * all;
  }

  /** What is beside the tables, then what they come to, as far as it fits; null where nothing. */
  static @Nullable Summary summary(Document document, Length length) {
    List<Summary.Sentence> sentences = new ArrayList<>();
    int words = 0;
    for (Summary.Sentence one : sentences(document)) {
      int more = Counting.words(one.text());
      if (words + more <= length.most()) {
        sentences.add(one);
        words += more;
      }
    }
    return sentences.isEmpty() ? null : Summary.of(sentences, KeyFacts.of(document), 0);
  }

  /** All that can be said of a document's tables, and what stands around them. */
  static List<Summary.Sentence> sentences(Document document) {
    List<Digest> digests = Tables.summary(document);
    List<Summary.Sentence> sentences = new ArrayList<>();
    int told = 0;
    for (Span span : document.sentences()) {
      while (told < digests.size() && digests.get(told).span().end() <= span.start()) {
        sentences.addAll(said(document, digests.get(told++)));
      }
      if (digests.stream().noneMatch(one -> one.span().overlaps(span))) {
        String text = Original.plain(span.of(document.text()));
        sentences.add(new Summary.Sentence(text, List.of(evidence(document, span))));
      }
    }
    while (told < digests.size()) {
      sentences.addAll(said(document, digests.get(told++)));
    }
    return sentences;
  }

  private static List<Summary.Sentence> said(Document document, Digest digest) {
    List<Evidence> from = List.of(evidence(document, digest.span()));
    return Sentences.of(digest.text()).stream()
        .map(text -> new Summary.Sentence(text, from))
        .toList();
  }

  private static Evidence evidence(Document document, Span span) {
    return new Evidence.Span("input", span.start(), span.end(), span.of(document.text()));
  }
}
