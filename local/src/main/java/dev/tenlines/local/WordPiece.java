package dev.tenlines.local;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * BERT's uncased tokenizer: text is lower-cased, freed of accents, cut at white space and
 * punctuation, and each word is cut into the longest pieces the vocabulary holds (Devlin et al.,
 * 2019).
 */
final class WordPiece {
  private static final int LONGEST_WORD = 100;

  private final Map<String, Integer> vocabulary;
  private final int start;
  private final int end;
  private final int unknown;

  /** Takes the ids of all pieces; pieces inside a word begin with {@code ##}. */
  WordPiece(Map<String, Integer> vocabulary) {
    this.vocabulary = vocabulary;
    this.start = id("[CLS]");
    this.end = id("[SEP]");
    this.unknown = id("[UNK]");
  }

  /**
   * A text in pieces.
   *
   * @param starts where each piece begins in the text; a piece inside a word begins with its word,
   *     the marks before and after the text at -1
   */
  record Pieces(long[] ids, int[] starts) {}

  /** A word in lower case and where it begins. */
  private record Word(String text, int start) {}

  /** The pieces of a text between start and end marks, cut to a length. */
  Pieces pieces(String text, int most) {
    List<Integer> ids = new ArrayList<>();
    List<Integer> starts = new ArrayList<>();
    ids.add(start);
    starts.add(-1);
    for (Word word : words(text)) {
      if (ids.size() >= most) {
        break;
      }
      pieces(word.text(), ids);
      while (starts.size() < ids.size()) {
        starts.add(word.start());
      }
    }
    int size = Math.min(ids.size(), most - 1);
    long[] out = new long[size + 1];
    int[] places = new int[size + 1];
    for (int i = 0; i < size; i++) {
      out[i] = ids.get(i);
      places[i] = starts.get(i);
    }
    out[size] = end;
    places[size] = -1;
    return new Pieces(out, places);
  }

  private int id(String piece) {
    Integer id = vocabulary.get(piece);
    if (id == null) {
      throw new IllegalArgumentException("The vocabulary has no " + piece);
    }
    return id;
  }

  private void pieces(String word, List<Integer> ids) {
    if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
      ids.add(unknown);
      return;
    }
    int before = ids.size();
    int from = 0;
    while (from < word.length()) {
      int to = word.length();
      Integer piece = null;
      while (to > from) {
        String part = word.substring(from, to);
        piece = vocabulary.get(from == 0 ? part : "##" + part);
        if (piece != null) {
          break;
        }
        to--;
      }
      if (piece == null) {
        ids.subList(before, ids.size()).clear();
        ids.add(unknown);
        return;
      }
      ids.add(piece);
      from = to;
    }
  }

  private static List<Word> words(String text) {
    List<Word> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    String lower = text.toLowerCase(Locale.ROOT);
    int start = 0;
    int at = 0;
    while (at < lower.length()) {
      int sign = lower.codePointAt(at);
      int place = at;
      at += Character.charCount(sign);
      for (int c : decomposed(sign)) {
        if (dropped(c)) {
          continue;
        }
        boolean alone = ideograph(c) || punctuation(c);
        if (alone || space(c)) {
          flush(word, start, words);
        }
        if (alone) {
          words.add(new Word(Character.toString(c), place));
        } else if (!space(c)) {
          start = word.isEmpty() ? place : start;
          word.appendCodePoint(c);
        }
      }
    }
    flush(word, start, words);
    return words;
  }

  private static int[] decomposed(int sign) {
    return sign < 128
        ? new int[] {sign}
        : Normalizer.normalize(Character.toString(sign), Normalizer.Form.NFD)
            .codePoints()
            .toArray();
  }

  private static void flush(StringBuilder word, int start, List<Word> words) {
    if (!word.isEmpty()) {
      words.add(new Word(word.toString(), start));
      word.setLength(0);
    }
  }

  private static boolean space(int c) {
    return c == ' '
        || c == '\t'
        || c == '\n'
        || c == '\r'
        || Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  /** Control signs and, after decomposition, accents. */
  private static boolean dropped(int c) {
    if (c == '\t' || c == '\n' || c == '\r') {
      return false;
    }
    int type = Character.getType(c);
    return c == 0
        || c == 0xFFFD
        || type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.PRIVATE_USE
        || type == Character.SURROGATE
        || type == Character.NON_SPACING_MARK;
  }

  private static boolean punctuation(int c) {
    if (c >= 33 && c <= 47 || c >= 58 && c <= 64 || c >= 91 && c <= 96 || c >= 123 && c <= 126) {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  private static boolean ideograph(int c) {
    return c >= 0x4E00 && c <= 0x9FFF
        || c >= 0x3400 && c <= 0x4DBF
        || c >= 0x20000 && c <= 0x2A6DF
        || c >= 0x2A700 && c <= 0x2CEAF
        || c >= 0xF900 && c <= 0xFAFF
        || c >= 0x2F800 && c <= 0x2FA1F;
  }
}
