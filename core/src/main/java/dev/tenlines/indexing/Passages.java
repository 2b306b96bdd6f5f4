package dev.tenlines.indexing;

import dev.tenlines.document.Document;
import dev.tenlines.document.Span;
import dev.tenlines.index.Passage;
import dev.tenlines.text.Language;
import dev.tenlines.text.Sentences;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts documents into passages: along headings first, then into paragraphs, long ones between
 * sentences. What stands under one heading on one page is one passage where it is short enough, and
 * is cut into equal parts where it is not. No part begins or ends within a sentence or a row of a
 * table.
 */
public final class Passages {
  /** Changes whenever other passages come of the same file: then it is read again. */
  public static final String VERSION = "1";

  private static final int MOST = 300;
  private static final int GOAL = 250;
  private static final int LONGEST_SENTENCE = 4_000;
  private static final int SPEAKING = 30;
  private static final int LONGEST_HEAD = 200;

  private final String source;
  private final Document document;
  private final Outline outline;
  private final String language;
  private final List<Passage> passages = new ArrayList<>();

  private Passages(String source, Document document, List<Piece> pieces) {
    this.source = source;
    this.document = document;
    this.outline = Outline.of(source, document, pieces);
    this.language = Language.of(document.text()).getLanguage();
  }

  /**
   * The passages of a document, in order. Their offsets are those of its text without the signs
   * that nobody sees.
   *
   * @param source what it is called in the index
   */
  public static List<Passage> of(String source, Document document) {
    Document seen = VisibleText.of(document);
    List<Piece> pieces = Piece.of(seen);
    Passages cut = new Passages(source, seen, pieces);
    cut.sections(pieces);
    return cut.passages;
  }

  private void sections(List<Piece> pieces) {
    List<Piece> section = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      if (piece.isHeading()) {
        cut(section);
        outline.enter(piece);
        if (outline.isBare(pieces, i)) {
          cut(List.of(piece));
        }
      } else {
        boolean elsewhere =
            !section.isEmpty() && (piece.apart() || !same(piece.page(), section.getLast().page()));
        if (elsewhere) {
          cut(section);
        }
        section.add(piece);
      }
    }
    cut(section);
  }

  private static boolean same(@Nullable Integer a, @Nullable Integer b) {
    return a == null ? b == null : a.equals(b);
  }

  /** A stretch that is not cut. */
  private record Unit(Span span, int size, @Nullable Span tableHead, boolean leads) {}

  /** Makes passages of what stands under one heading, and empties it. */
  private void cut(List<Piece> section) {
    List<Unit> units = units(section);
    int rest = units.stream().mapToInt(Unit::size).sum();
    int parts = rest <= MOST ? 1 : (rest + GOAL - 1) / GOAL;
    List<Unit> part = new ArrayList<>();
    int size = 0;
    Integer page = section.isEmpty() ? null : section.getFirst().page();
    for (Unit unit : units) {
      int goal = rest / Math.max(1, parts);
      boolean full = size + unit.size() > MOST || parts > 1 && size + unit.size() / 2 > goal;
      if (full && !part.isEmpty()) {
        // What announces the next stands with it.
        Unit lead = part.size() > 1 && part.getLast().leads() ? part.removeLast() : null;
        add(part, page);
        part.clear();
        rest -= size - (lead == null ? 0 : lead.size());
        parts--;
        size = lead == null ? 0 : lead.size();
        if (lead != null) {
          part.add(lead);
        }
      }
      part.add(unit);
      size += unit.size();
    }
    if (!part.isEmpty()) {
      add(part, page);
    }
    if (!section.isEmpty() && !section.getFirst().isHeading()) {
      section.clear();
    }
  }

  private List<Unit> units(List<Piece> section) {
    List<Unit> units = new ArrayList<>();
    Span head = null;
    for (Piece piece : section) {
      Span span = piece.span();
      int size = size(span);
      if (piece.isRow()) {
        units.add(new Unit(span, size, head, false));
        head = head == null ? span : head;
        continue;
      }
      head = null;
      if (size > GOAL) {
        sentences(span).forEach(s -> units.add(new Unit(s, size(s), null, false)));
      } else {
        units.add(new Unit(span, size, null, document.text().charAt(span.end() - 1) == ':'));
      }
    }
    return units;
  }

  private List<Span> sentences(Span span) {
    List<Span> sentences = new ArrayList<>();
    for (Sentences.Place place : Sentences.places(span.of(document.text()))) {
      int start = span.start() + place.start();
      int end = span.start() + place.end();
      while (end - start > LONGEST_SENTENCE) {
        int cut = wordEnd(start, start + LONGEST_SENTENCE);
        sentences.add(Piece.stripped(document.text(), start, cut));
        start = cut;
      }
      sentences.add(Piece.stripped(document.text(), start, end));
    }
    return sentences;
  }

  /** What has no end for pages is no sentence: it is cut between words, or anywhere. */
  private int wordEnd(int start, int most) {
    String text = document.text();
    for (int end = most; end > (start + most) / 2; end--) {
      if (Character.isWhitespace(text.charAt(end))) {
        return end;
      }
    }
    return Character.isLowSurrogate(text.charAt(most)) ? most - 1 : most;
  }

  private int size(Span span) {
    return Size.of(document.text().substring(span.start(), span.end()));
  }

  private void add(List<Unit> part, @Nullable Integer page) {
    int start = part.getFirst().span().start();
    int end = part.getLast().span().end();
    String text = document.text().substring(start, end);
    String said = Size.of(text) >= SPEAKING ? Language.of(text).getLanguage() : language;
    passages.add(new Passage(source, link(page), path(part), page, start, end, text, said));
  }

  /** The rows of a table that goes on say nothing without its head. */
  private List<String> path(List<Unit> part) {
    Span head = part.getFirst().tableHead();
    if (head == null) {
      return outline.path();
    }
    List<String> path = new ArrayList<>(outline.path());
    String line = VisibleText.line(head.of(document.text()).replace("\t", " | "));
    path.add(line.substring(0, Math.min(LONGEST_HEAD, line.length())));
    return path;
  }

  private String link(@Nullable Integer page) {
    String anchor = page == null ? outline.anchor() : "page=" + page;
    try {
      return new URI(null, null, source, anchor).toString();
    } catch (URISyntaxException e) {
      return anchor == null ? source : source + "#" + anchor;
    }
  }
}
