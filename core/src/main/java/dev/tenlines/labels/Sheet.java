package dev.tenlines.labels;

import dev.tenlines.document.Document;
import dev.tenlines.document.Span;
import dev.tenlines.fields.FieldType;
import dev.tenlines.fields.Recognizers;
import dev.tenlines.text.Found;
import dev.tenlines.text.Setting;
import dev.tenlines.text.Value;
import dev.tenlines.text.Words;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A document in which everything that fields are found by has been looked up once. */
final class Sheet {
  private static final Recognizers RECOGNIZERS = new Recognizers();

  private static final Pattern GAP = Pattern.compile("\\t| {3,}");
  private static final Pattern SPLIT = Pattern.compile("\\n|\\t| {3,}");

  final Document document;
  final String text;
  final List<Words.Word> words;
  final Cells cells;

  /** All labels of the dictionary, in the order of the text. */
  final List<Mark> marks;

  final Tongue tongue;

  /** All values that have a form of their own, in the order of the text. */
  final List<Found> found;

  private final Marks finder;

  Sheet(Document document, Setting setting) {
    this.document = document;
    this.text = document.text();
    this.words = Words.of(text).all();
    this.cells = new Cells(document, words);
    Marks every = new Marks(this, "");
    this.tongue = Tongue.of(text, words, every.all(), setting);
    this.finder = new Marks(this, tongue.language());
    this.marks = finder.all();
    this.found = found();
  }

  private List<Found> found() {
    List<Found> all = new ArrayList<>(Regional.find(text, tongue.language()));
    BitSet taken = new BitSet();
    all.forEach(found -> taken.set(found.start(), found.end()));
    for (Found found : RECOGNIZERS.find(text, tongue.setting())) {
      int next = taken.nextSetBit(found.start());
      if (next < 0 || next >= found.end()) {
        all.addAll(parted(found));
      }
    }
    all.sort(Comparator.comparingInt(Found::start));
    return all;
  }

  /** What stands on one line and in one cell; only money may stand apart from its currency. */
  private List<Found> parted(Found found) {
    boolean wide = GAP.matcher(found.text()).find() && !(found.value() instanceof Value.Amount);
    if (!wide && found.text().indexOf('\n') < 0) {
      return List.of(day(found));
    }
    List<Found> parts = new ArrayList<>();
    int at = found.start();
    for (String part : SPLIT.split(found.text())) {
      int start = text.indexOf(part, at);
      for (Found inner : RECOGNIZERS.find(part, tongue.setting())) {
        parts.add(
            new Found(start + inner.start(), start + inner.end(), inner.text(), inner.readings()));
      }
      at = start + part.length();
    }
    boolean same = parts.stream().anyMatch(p -> p.value().getClass() == found.value().getClass());
    return same || wide ? parts : List.of(day(found));
  }

  /** The day itself of "by 3 December 2026", which is all time before it. */
  private Found day(Found found) {
    if (!(found.value() instanceof Value.Period period) || !isOpen(period)) {
      return found;
    }
    int at = found.start();
    for (int i = 0; i < 3 && at < found.end() && Character.isLetter(text.charAt(at)); i++) {
      while (at < found.end() && !Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      while (at < found.end() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      String rest = text.substring(at, found.end());
      for (Found inner : RECOGNIZERS.find(rest, tongue.setting())) {
        if (FieldType.MOMENT.value(inner.value()) != null && inner.text().equals(rest)) {
          return new Found(at, found.end(), rest, inner.readings());
        }
      }
    }
    return found;
  }

  /** What is open at one end, or begins right now. */
  private boolean isOpen(Value.Period period) {
    return period.from() == null
        || period.until() == null
        || period.from().equals(tongue.setting().now().toLocalDateTime());
  }

  /** The labels that a schema's author gave a field, without those inside a longer label. */
  List<Mark> own(List<String> labels, Concept concept) {
    return finder.own(labels, concept).stream()
        .filter(own ->
            marks.stream()
                .noneMatch(m ->
                    m.span().contains(own.span())
                        && m.span().length() > own.span().length()
                        && m.tier(concept) == null))
        .toList();
  }

  /** The first label that begins in a stretch, or null. */
  @Nullable Mark markIn(int from, int to) {
    int low = 0;
    int high = marks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (marks.get(middle).span().start() < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < marks.size() && marks.get(low).span().start() < to ? marks.get(low) : null;
  }

  /** Whether a cell begins with a label. */
  boolean isLabelled(Cell cell) {
    int first = cell.from() < cell.to() ? words.get(cell.from()).end() : cell.span().end();
    return markIn(cell.span().start(), first) != null;
  }

  /** Whether a sign behind a label shows that it is one. */
  boolean isSigned(Mark mark) {
    int at = mark.span().end();
    while (at < text.length() && " .)*\u00A0".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length() && text.charAt(at) == ':';
  }

  /** The values that lie in a stretch. */
  List<Found> found(int from, int to) {
    int low = 0;
    int high = found.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (found.get(middle).start() < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    List<Found> within = new ArrayList<>();
    for (int i = low; i < found.size() && found.get(i).start() < to; i++) {
      // The gap between a currency and its number may be wide.
      if (found.get(i).end() <= to || found.get(i).value() instanceof Value.Amount) {
        within.add(found.get(i));
      }
    }
    return within;
  }

  /** The value that covers a stretch, or null. */
  @Nullable Found covering(Span span) {
    for (Found near :
        found(Math.max(0, span.start() - 40), Math.min(text.length(), span.end() + 40))) {
      if (near.start() <= span.start() && span.end() <= near.end()) {
        return near;
      }
    }
    return null;
  }

  /** The words that begin in a stretch. */
  List<Words.Word> words(int from, int to) {
    int low = 0;
    int high = words.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (words.get(middle).start() < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int end = low;
    while (end < words.size() && words.get(end).start() < to) {
      end++;
    }
    return words.subList(low, end);
  }
}
