package dev.tenlines.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The sentences of a text; a line break ends one, too, unless it only wraps a long line. */
public final class Sentences {
  /** A point after these ends no sentence, nor after a single capital: J. Smith. */
  private static final Pattern ABBREVIATION =
      Pattern.compile(
          "(?iu)(?:^|[\\s(])(?:mr|mrs|ms|dr|prof|st|vs|no|nr|bzw|ca|e\\.g|i\\.e|z\\. ?b|d\\. ?h|u\\. ?a"
              + "|approx|fig|art|abs|tel|ref|ext|dept|attn|sr|sra|mme|hr|fr|dott|\\p{Lu})\\.\\s*$");

  private static final Pattern NEW_ITEM = Pattern.compile("^\\s*(?:[-*•>|]|\\d{1,2}[.)]\\s)");
  private static final int WRAPPED = 50;

  private Sentences() {}

  /** Where a sentence stands. */
  public record Place(int start, int end) {}

  /** The sentences in order, without the white space between them. */
  public static List<String> of(String text) {
    List<String> sentences = new ArrayList<>();
    for (String line : text.split("\\R")) {
      places(line).forEach(p -> sentences.add(line.substring(p.start(), p.end())));
    }
    return sentences;
  }

  /** Where the sentences stand, in order, without the white space around them. */
  public static List<Place> places(String text) {
    List<Place> places = new ArrayList<>();
    char[] flat = text.toCharArray();
    int start = 0;
    while (start < flat.length) {
      int end = hardBreak(text, flat, start);
      split(new String(flat, start, end - start), start, places);
      start = end + 1;
    }
    return places;
  }

  /** The end of what was one line before it was wrapped; soft breaks become spaces. */
  private static int hardBreak(String text, char[] flat, int start) {
    int lineStart = start;
    while (true) {
      int end = text.indexOf('\n', lineStart);
      if (end < 0) {
        return flat.length;
      }
      int nextEnd = text.indexOf('\n', end + 1);
      String next = text.substring(end + 1, nextEnd < 0 ? text.length() : nextEnd);
      boolean soft =
          end - lineStart >= WRAPPED && !next.isBlank() && !NEW_ITEM.matcher(next).find();
      if (!soft) {
        return end;
      }
      flat[end] = ' ';
      lineStart = end + 1;
    }
  }

  private static void split(String line, int offset, List<Place> places) {
    BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
    breaks.setText(line);
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      boolean last = end == line.length();
      String before = line.substring(Math.max(start, end - 12), end);
      if (!last && ABBREVIATION.matcher(before).find()) {
        continue;
      }
      int from = start;
      int to = end;
      while (from < to && Character.isWhitespace(line.charAt(from))) {
        from++;
      }
      while (to > from && Character.isWhitespace(line.charAt(to - 1))) {
        to--;
      }
      if (from < to) {
        places.add(new Place(offset + from, offset + to));
      }
      start = end;
    }
  }
}
