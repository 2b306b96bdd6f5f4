package dev.tenlines.salience;

import dev.tenlines.document.Document;
import dev.tenlines.document.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The sections of a document, so that a long one can be read part by part.
 *
 * @param sections in order; together they hold all sentences
 */
public record Outline(List<Section> sections) {
  public Outline {
    sections = List.copyOf(sections);
  }

  /**
   * A stretch under one heading.
   *
   * @param title empty where the document has no heading there
   * @param span with its heading
   */
  public record Section(String title, Span span, int words) {}

  /** The sections of a document, one at least where it has any sentence. */
  public static Outline of(Document document) {
    List<Section> sections = new ArrayList<>();
    String title = "";
    int start = -1;
    int end = 0;
    boolean said = false;
    for (Sentence sentence : Body.of(document).sentences()) {
      if (sentence.heading() && (said || start < 0)) {
        if (start >= 0) {
          sections.add(section(document, title, start, end));
        }
        start = sentence.span().start();
        title = sentence.text().replaceFirst("^#+\\s*", "");
        said = false;
      }
      start = start < 0 ? sentence.span().start() : start;
      said |= !sentence.heading();
      end = sentence.span().end();
    }
    if (start >= 0) {
      sections.add(section(document, title, start, end));
    }
    return new Outline(sections);
  }

  private static Section section(Document document, String title, int start, int end) {
    Span span = new Span(start, end);
    return new Section(title, span, Counting.words(span.of(document.text())));
  }

  /** Shares a budget of words among the sections by their length; the shares sum to it. */
  public List<Integer> shares(int budget) {
    long all = sections.stream().mapToLong(Section::words).sum();
    List<Integer> shares = new ArrayList<>();
    long before = 0;
    for (Section section : sections) {
      long after = before + section.words();
      shares.add((int) (budget * after / Math.max(1, all) - budget * before / Math.max(1, all)));
      before = after;
    }
    return shares;
  }
}
