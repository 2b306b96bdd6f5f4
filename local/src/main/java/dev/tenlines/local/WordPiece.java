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

  /** The ids of a text between start and end marks, cut to a length. */
  long[] ids(String text, int most) {
    List<Integer> ids = new ArrayList<>();
    ids.add(start);
    for (String word : words(text)) {
      if (ids.size() >= most) {
        break;
      }
      pieces(word, ids);
    }
    int size = Math.min(ids.size(), most - 1);
    long[] out = new long[size + 1];
    for (int i = 0; i < size; i++) {
      out[i] = ids.get(i);
    }
    out[size] = end;
    return out;
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

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    String lower = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    lower
        .codePoints()
        .forEach(c -> {
          if (dropped(c)) {
            return;
          }
          boolean alone = ideograph(c) || punctuation(c);
          if (alone || space(c)) {
            flush(word, words);
          }
          if (alone) {
            words.add(Character.toString(c));
          } else if (!space(c)) {
            word.appendCodePoint(c);
          }
        });
    flush(word, words);
    return words;
  }

  private static void flush(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
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
