package dev.tenlines.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Made-up tickets whose labels can be learned, with some noise. */
public final class Tickets {
  private static final String[][] WORDS = {
    {"delivery", "parcel", "late", "tracking", "courier", "arrive", "where"},
    {"refund", "return", "send back", "money back", "label", "exchange"},
    {"password", "login", "account", "email address", "sign in", "locked"},
  };
  private static final String[] FILLER = {
    "hello", "please", "my order", "can you help", "thanks", "the", "since monday", "again", "it is"
  };

  private Tickets() {}

  /** So many tickets of three labels; the given share of the labels is wrong. */
  public static List<Example> some(int count, double noise, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Example> tickets = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int label = random.nextInt(WORDS.length);
      StringBuilder text = new StringBuilder("No " + i);
      for (int w = 0; w < 6; w++) {
        String[] from = w % 2 == 0 ? WORDS[label] : FILLER;
        text.append(' ').append(from[random.nextInt(from.length)]);
      }
      int given = random.nextDouble() < noise ? random.nextInt(WORDS.length) : label;
      tickets.add(new Example(text.toString(), WORDS[given][0]));
    }
    return tickets;
  }
}
