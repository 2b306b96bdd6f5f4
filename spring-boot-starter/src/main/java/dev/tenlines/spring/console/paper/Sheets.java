package dev.tenlines.spring.console.paper;

import dev.tenlines.document.Block;
import dev.tenlines.document.Block.Kind;
import dev.tenlines.document.Box;
import dev.tenlines.document.Document;
import dev.tenlines.document.Page;
import dev.tenlines.document.Placed;
import dev.tenlines.document.Span;
import dev.tenlines.spring.console.view.PaperView;
import dev.tenlines.spring.console.view.PaperView.Piece;
import dev.tenlines.spring.console.view.PaperView.Sheet;
import dev.tenlines.spring.console.view.PaperView.Spot;
import dev.tenlines.spring.console.view.Shown;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes a document ready to be shown, with its fields marked.
 *
 * @param pictures what the addresses of its pages start with
 */
record Sheets(Document document, List<Mark> marks, String pictures) {
  private static final int MOST_PAGES = 20;
  private static final int MOST_TEXT = 150_000;
  private static final Set<Kind> ASIDE =
      Set.of(Kind.HEADER_FIELD, Kind.QUOTED_REPLY, Kind.SIGNATURE, Kind.FOOTER);

  PaperView view() {
    if (document.pages().isEmpty() || !document.mediaType().equals("application/pdf")) {
      int end = Math.min(document.text().length(), MOST_TEXT);
      return new PaperView(
          Shown.of(document.name()).plain(),
          List.of(),
          0,
          pieces(new Span(0, end)),
          end < document.text().length());
    }
    List<Page> pages = pages();
    return new PaperView(
        Shown.of(document.name()).plain(),
        pages.stream().map(this::sheet).toList(),
        document.pages().size() - pages.size(),
        List.of(),
        false);
  }

  /** The first pages, and before all those on which a field stands. */
  private List<Page> pages() {
    Set<Integer> wanted = new LinkedHashSet<>();
    for (Mark mark : marks) {
      document.places(mark.span()).forEach(place -> wanted.add(place.page()));
    }
    document.pages().forEach(page -> wanted.add(page.number()));
    Set<Integer> shown = wanted.stream().limit(MOST_PAGES).collect(Collectors.toSet());
    return document.pages().stream().filter(page -> shown.contains(page.number())).toList();
  }

  private Sheet sheet(Page page) {
    List<Spot> words =
        document.words().stream()
            .filter(word -> word.page() == page.number())
            .map(word -> spot(word, "", ""))
            .toList();
    List<Spot> spots = new ArrayList<>();
    for (Mark mark : marks) {
      for (Placed place : document.places(mark.span())) {
        if (place.page() == page.number()) {
          spots.add(spot(place, String.valueOf(mark.field()), mark.tone()));
        }
      }
    }
    int end = Math.min(page.span().end(), page.span().start() + MOST_TEXT);
    return new Sheet(
        page.number(),
        pictures + page.number() + ".png",
        size(page.width()),
        size(page.height()),
        spots,
        words,
        pieces(new Span(page.span().start(), end)));
  }

  private Spot spot(Placed place, String field, String tone) {
    Box box = place.box();
    Span span = place.span();
    return new Spot(
        size(box.x()),
        size(box.y()),
        size(box.width()),
        size(box.height()),
        span.start(),
        span.end(),
        span.end() <= document.text().length() ? span.of(document.text()) : "",
        field,
        tone);
  }

  /** A file may claim any number. */
  private static double size(double points) {
    return Double.isFinite(points) ? Math.clamp(Math.round(points * 10) / 10.0, 0, 100_000) : 0;
  }

  /** Words, and what lies between: no piece crosses the border of a mark. */
  private List<Piece> pieces(Span part) {
    String text = document.text();
    TreeSet<Integer> borders = new TreeSet<>();
    marks.forEach(mark -> borders.addAll(List.of(mark.span().start(), mark.span().end())));
    BitSet aside = aside();
    List<Piece> pieces = new ArrayList<>();
    int at = part.start();
    while (at < part.end()) {
      boolean space = Character.isWhitespace(text.charAt(at));
      Integer border = borders.higher(at);
      int most = border == null ? part.end() : Math.min(border, part.end());
      int end = at + 1;
      while (end < most
          && Character.isWhitespace(text.charAt(end)) == space
          && aside.get(end) == aside.get(at)) {
        end++;
      }
      pieces.add(piece(new Span(at, end), !space, aside.get(at)));
      at = end;
    }
    return pieces;
  }

  private Piece piece(Span span, boolean word, boolean aside) {
    String raw = span.of(document.text());
    Shown shown = Shown.of(raw);
    List<Mark> own = marks.stream().filter(mark -> mark.span().contains(span)).toList();
    return new Piece(
        shown,
        shown.plain().equals(raw) ? "" : raw,
        span.start(),
        span.end(),
        word,
        own.stream()
            .map(mark -> String.valueOf(mark.field()))
            .distinct()
            .collect(Collectors.joining(" ")),
        own.isEmpty() ? "" : own.getFirst().tone(),
        aside);
  }

  private BitSet aside() {
    BitSet aside = new BitSet();
    for (Block block : document.blocks()) {
      if (ASIDE.contains(block.kind())) {
        aside.set(block.span().start(), block.span().end());
      }
    }
    return aside;
  }
}
