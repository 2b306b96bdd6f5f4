package dev.tenlines.tagging;

import java.util.List;

/** Places among tokens. */
final class Tokens {
  private Tokens() {}

  /** The first token that ends behind a place of the text. */
  static int first(List<Token> tokens, int place) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).end() <= place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** {@code first}, {@code inner}, {@code last} or {@code whole}. */
  static String place(int at, int from, int to) {
    return at == from ? at == to - 1 ? "whole" : "first" : at == to - 1 ? "last" : "inner";
  }
}
