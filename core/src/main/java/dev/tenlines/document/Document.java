package dev.tenlines.document;

import dev.tenlines.document.Block.Kind;
import dev.tenlines.text.Sentences;
import dev.tenlines.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file as text, and what stands where in it. Every span lies in {@link #text}.
 *
 * @param pages in order; empty where a file has none
 * @param words where each word stands on its page; empty where a file has no pages
 * @param fields what machines wrote into it
 * @param attachments files inside this file
 * @param warnings what a reader of the text has to know, such as a page without text
 */
public record Document(
    String name,
    String mediaType,
    String text,
    List<Page> pages,
    List<Block> blocks,
    List<Placed> words,
    List<Field> fields,
    List<Document> attachments,
    List<String> warnings)
    implements Read {
  public Document {
    pages = List.copyOf(pages);
    blocks = List.copyOf(blocks);
    words = List.copyOf(words);
    fields = List.copyOf(fields);
    attachments = List.copyOf(attachments);
    warnings = List.copyOf(warnings);
  }

  /** The sentences in order, without the white space around them; none crosses a block. */
  public List<Span> sentences() {
    List<Span> sentences = new ArrayList<>();
    int at = 0;
    for (int border : borders()) {
      for (Sentences.Place place : Sentences.places(text.substring(at, border))) {
        sentences.add(new Span(at + place.start(), at + place.end()));
      }
      at = border;
    }
    return sentences;
  }

  /** Where blocks begin or end, at last the end of the text. */
  private List<Integer> borders() {
    return Stream.concat(
            blocks.stream().flatMap(b -> Stream.of(b.span().start(), b.span().end())),
            Stream.of(text.length()))
        .distinct()
        .sorted()
        .toList();
  }

  /** The words of the text; signs between them are none. */
  public List<Span> tokens() {
    return Words.of(text).all().stream().map(w -> new Span(w.start(), w.end())).toList();
  }

  /** Where a stretch stands: a box for each line and page of it. Empty where there are no pages. */
  public List<Placed> places(Span span) {
    List<Placed> places = new ArrayList<>();
    for (int i = firstWord(span);
        i < words.size() && words.get(i).span().start() < span.end();
        i++) {
      Placed word = words.get(i);
      Placed last = places.isEmpty() ? null : places.getLast();
      if (last != null && sameLine(last, word)) {
        Span both = new Span(last.span().start(), word.span().end());
        places.set(places.size() - 1, new Placed(both, last.page(), last.box().and(word.box())));
      } else {
        places.add(word);
      }
    }
    return places;
  }

  private int firstWord(Span span) {
    int low = 0;
    int high = words.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (words.get(middle).span().end() <= span.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean sameLine(Placed a, Placed b) {
    double middle = b.box().y() + b.box().height() / 2;
    return a.page() == b.page()
        && middle >= a.box().y()
        && middle <= a.box().y() + a.box().height();
  }

  /** The text without the blocks of these kinds, such as what others wrote before. */
  public String without(Kind... kinds) {
    List<Kind> unwanted = Arrays.asList(kinds);
    StringBuilder rest = new StringBuilder();
    int at = 0;
    for (Block block :
        blocks.stream()
            .filter(b -> unwanted.contains(b.kind()))
            .sorted(Comparator.comparingInt(b -> b.span().start()))
            .toList()) {
      if (block.span().start() > at) {
        rest.append(text, at, block.span().start());
      }
      at = Math.max(at, block.span().end());
    }
    return rest.append(text, at, text.length()).toString();
  }

  /** What its author wrote: no head, no earlier mails, no signature, no footer. */
  public String written() {
    return without(Kind.HEADER_FIELD, Kind.QUOTED_REPLY, Kind.SIGNATURE, Kind.FOOTER).strip();
  }
}
