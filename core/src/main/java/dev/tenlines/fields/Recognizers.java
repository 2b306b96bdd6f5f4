package dev.tenlines.fields;

import dev.tenlines.dates.Times;
import dev.tenlines.figures.Figures;
import dev.tenlines.identifiers.Identifiers;
import dev.tenlines.text.Found;
import dev.tenlines.text.Recognizer;
import dev.tenlines.text.Setting;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Everything in a text that a field could be: addresses and codes, dates and times, amounts,
 * quantities and numbers. Where two stand in the same place the longer one says more; of equals the
 * one that is proved by its form goes before the one that is read from words.
 */
public final class Recognizers implements Recognizer {
  private static final Comparator<Found> LONGEST =
      Comparator.comparingInt((Found found) -> found.end() - found.start()).reversed();

  /** The surest first. */
  private final List<Recognizer> recognizers =
      List.of(Identifiers.all(), new Times(), Figures.all());

  @Override
  public List<Found> find(String text, Setting setting) {
    List<Found> all = new ArrayList<>();
    recognizers.forEach(recognizer -> all.addAll(recognizer.find(text, setting)));
    all.sort(LONGEST);
    List<Found> kept = new ArrayList<>();
    BitSet taken = new BitSet(text.length());
    for (Found found : all) {
      int next = taken.nextSetBit(found.start());
      if (next < 0 || next >= found.end()) {
        taken.set(found.start(), found.end());
        kept.add(found);
      }
    }
    kept.sort(Comparator.comparingInt(Found::start));
    return kept;
  }
}
