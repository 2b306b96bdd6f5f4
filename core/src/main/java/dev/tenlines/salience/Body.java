package dev.tenlines.salience;

import dev.tenlines.document.Block;
import dev.tenlines.document.Block.Kind;
import dev.tenlines.document.Document;
import dev.tenlines.document.PlainBlocks;
import dev.tenlines.document.Span;
import dev.tenlines.text.Words;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sentences of a document, read once: their words, and where they stand. */
final class Body {
  /** What its author did not say in sentences. */
  private static final Set<Kind> PASSED_OVER =
      Set.of(Kind.TABLE_ROW, Kind.HEADER_FIELD, Kind.QUOTED_REPLY, Kind.SIGNATURE, Kind.FOOTER);

  private static final int LONGEST_HEADING = 12;
  private static final String ENDS = ".!?…。！？؟।";
  private static final String OPENS = "“„«‹「";
  private static final String SHUTS = "”»›」";
  private static final String CLOSES = "\"'’”»)]*_";

  private final Document document;
  private final List<Sentence> sentences = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> stems = new ArrayList<>();
  private int blocks;

  private Body(Document document) {
    this.document = document;
  }

  /** Reads a document; where it holds nothing but tables, mail heads and the like, these count. */
  static Body of(Document document) {
    List<Span> places = document.sentences();
    Body body = new Body(document);
    body.read(places, PASSED_OVER);
    if (body.sentences.stream().allMatch(Sentence::heading)) {
      body = new Body(document);
      body.read(places, Set.of());
    }
    return body;
  }

  /** Reads some sentences of a document, or parts of them, as if there were no others. */
  static Body of(Document document, List<Span> places) {
    Body body = new Body(document);
    body.read(places, Set.of());
    return body;
  }

  /** The paragraphs of a plain text. */
  static Body of(String text) {
    return of(
        new Document(
            "",
            "text/plain",
            text,
            List.of(),
            PlainBlocks.of(text, new Span(0, text.length())),
            List.of(),
            List.of(),
            List.of(),
            List.of()));
  }

  /** The stems of a text, in order. */
  static List<String> stems(String text) {
    return Words.of(text).all().stream().map(Words.Word::stem).toList();
  }

  private void read(List<Span> places, Set<Kind> passedOver) {
    List<Block> order =
        document.blocks().stream()
            .sorted(Comparator.comparingInt(block -> block.span().start()))
            .toList();
    int last = -1;
    for (int i = 0; i < places.size(); i++) {
      Span place = places.get(i);
      Block block = around(order, place, passedOver);
      if (block != null && passedOver.contains(block.kind())) {
        continue;
      }
      int start = block == null ? -2 - i : block.span().start();
      boolean first = start != last;
      blocks += first ? 1 : 0;
      last = start;
      boolean alone =
          first
              && (i + 1 == places.size()
                  || block == null
                  || places.get(i + 1).start() >= block.span().end());
      add(place, first, block, alone);
    }
  }

  /** The innermost block that holds a sentence, but one that is passed over before all others. */
  private static @Nullable Block around(List<Block> order, Span place, Set<Kind> passedOver) {
    int low = 0;
    int high = order.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (order.get(middle).span().start() <= place.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    Block inner = null;
    for (int i = low - 1; i >= Math.max(0, low - 50); i--) {
      Block block = order.get(i);
      if (block.span().contains(place)) {
        if (passedOver.contains(block.kind())) {
          return block;
        }
        inner = inner == null ? block : inner;
      }
    }
    return inner;
  }

  private void add(Span span, boolean first, @Nullable Block block, boolean alone) {
    String text = span.of(document.text());
    List<Words.Word> words = Words.of(text).all();
    if (words.isEmpty()) {
      return;
    }
    int[] stems = new int[words.size()];
    BitSet capital = new BitSet();
    for (int i = 0; i < stems.length; i++) {
      stems[i] = number(words.get(i).stem());
      capital.set(i, Character.isUpperCase(text.codePointAt(words.get(i).start())));
    }
    int count = Counting.words(text);
    boolean whole = ends(text);
    Kind kind = block == null ? Kind.PARAGRAPH : block.kind();
    boolean heading =
        kind == Kind.HEADING
            || text.startsWith("#")
            || kind == Kind.PARAGRAPH && alone && !whole && count <= LONGEST_HEADING;
    sentences.add(
        new Sentence(
            sentences.size(),
            span,
            text,
            count,
            stems,
            capital,
            blocks - 1,
            first,
            heading,
            whole,
            quoted(text),
            torn(text),
            Sentence.pointsBack(words)));
  }

  private int number(String stem) {
    Integer number = numbers.get(stem);
    if (number == null) {
      number = stems.size();
      numbers.put(stem, number);
      stems.add(stem);
    }
    return number;
  }

  /** Which share of a text somebody says in it. */
  private static double quoted(String text) {
    int inside = 0;
    boolean open = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || OPENS.indexOf(c) >= 0 || SHUTS.indexOf(c) >= 0) {
        open = c == '"' ? !open : OPENS.indexOf(c) >= 0;
      }
      inside += open ? 1 : 0;
    }
    return (double) inside / Math.max(1, text.length());
  }

  /** Whether its quotation marks do not go in pairs. */
  private static boolean torn(String text) {
    int open = 0;
    int straight = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      straight += c == '"' ? 1 : 0;
      open += OPENS.indexOf(c) >= 0 ? 1 : SHUTS.indexOf(c) >= 0 ? -1 : 0;
    }
    return straight % 2 != 0 || open != 0;
  }

  /** Whether a text ends as sentences end. */
  static boolean ends(String text) {
    int end = text.length();
    while (end > 0 && CLOSES.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && ENDS.indexOf(text.charAt(end - 1)) >= 0;
  }

  Document document() {
    return document;
  }

  List<Sentence> sentences() {
    return sentences;
  }

  /** How many different stems it has. */
  int stems() {
    return stems.size();
  }

  String stem(int number) {
    return stems.get(number);
  }

  int blocks() {
    return blocks;
  }

  /** The number of a stem, or -1. */
  int find(String stem) {
    return numbers.getOrDefault(stem, -1);
  }
}
