package dev.tenlines.fields;

import dev.tenlines.document.Document;
import dev.tenlines.text.Setting;
import java.util.List;

/** Finds where the value of a field stands. Safe for use by many threads. */
@FunctionalInterface
public interface FieldFinder {
  /**
   * The places that may hold the value, the likeliest first; empty when none does. Every span lies
   * in the document's text and covers {@link Candidate#text}; a value that machines wrote beside
   * the text has an empty span.
   */
  List<Candidate> find(Document document, FieldSpec field, Setting setting);
}
