package dev.tenlines.tagging;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is known of each token of a text, as hashes: a model needs to know again what it has seen,
 * not to spell it.
 */
final class Clues {
  private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private final List<Token> tokens;
  private final Bag[] here;
  private final Bag[] near;
  private final long[] nature;
  private final List<Set<Meaning>> meanings;

  Clues(List<Token> tokens) {
    this.tokens = tokens;
    here = new Bag[tokens.size()];
    near = new Bag[tokens.size()];
    Arrays.setAll(here, i -> new Bag());
    Arrays.setAll(near, i -> new Bag());
    nature = new long[tokens.size()];
    meanings = tokens.stream().<Set<Meaning>>map(token -> EnumSet.noneOf(Meaning.class)).toList();
  }

  List<Token> tokens() {
    return tokens;
  }

  /** Something that says nothing of the tokens around. */
  void here(int token, String clue) {
    here[token].add(hash(clue));
  }

  /** Something that says something of the tokens around, too. */
  void near(int token, String clue) {
    near[token].add(hash(clue));
  }

  /** In a word, what the token is; who comes first is right. */
  void nature(int token, String clue) {
    if (nature[token] == 0) {
      nature[token] = hash(clue);
    }
  }

  void meant(int token, Meaning... all) {
    meanings.get(token).addAll(List.of(all));
  }

  boolean means(int token, Meaning meaning) {
    return meanings.get(token).contains(meaning);
  }

  long[] here(int token) {
    return here[token].all();
  }

  /** Empty outside of the text. */
  long[] near(int token) {
    return token < 0 || token >= near.length ? Bag.NONE : near[token].all();
  }

  /** One for all places outside of the text. */
  long nature(int token) {
    return token < 0 || token >= nature.length ? 1 : nature[token];
  }

  static long hash(String clue) {
    long hash = OFFSET_BASIS;
    for (int i = 0; i < clue.length(); i++) {
      hash = (hash ^ clue.charAt(i)) * PRIME;
    }
    return mixed(hash);
  }

  static long joined(long first, long second) {
    return mixed(first * 31 + second);
  }

  /** Spreads every bit over all (the finaliser of MurmurHash3). */
  private static long mixed(long hash) {
    long h = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    h = (h ^ h >>> 33) * 0xc4ceb9fe1a85ec53L;
    return h ^ h >>> 33;
  }

  private static final class Bag {
    private static final long[] NONE = {};
    private long[] items = NONE;
    private int size;

    private void add(long item) {
      if (size == items.length) {
        items = Arrays.copyOf(items, Math.max(8, 2 * size));
      }
      items[size++] = item;
    }

    private long[] all() {
      if (items.length != size) {
        items = Arrays.copyOf(items, size);
      }
      return items;
    }
  }
}
