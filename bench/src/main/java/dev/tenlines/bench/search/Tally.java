package dev.tenlines.bench.search;

/** What became of a set of questions. */
final class Tally {
  int right;
  int wrong;
  int asked;
  int refused;

  /** What became of one question. */
  enum Fate {
    RIGHT,
    WRONG,
    /** Several readings were offered. */
    ASKED,
    REFUSED
  }

  void add(Fate fate) {
    switch (fate) {
      case RIGHT -> right++;
      case WRONG -> wrong++;
      case ASKED -> asked++;
      case REFUSED -> refused++;
    }
  }

  int all() {
    return right + wrong + asked + refused;
  }

  double precision() {
    return share(right, right + wrong);
  }

  double recall() {
    return share(right, all());
  }

  double answered() {
    return share(right + wrong, all());
  }

  static double share(int part, int all) {
    return all == 0 ? 0 : (double) part / all;
  }
}
