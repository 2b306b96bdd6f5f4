package dev.tenlines.identifiers;

import dev.tenlines.text.Found;
import dev.tenlines.text.Recognizer;
import dev.tenlines.text.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Finds addresses, phone numbers and codes. What is found first in the order of the kinds keeps its
 * place: an address of the web contains no hashtag.
 */
public final class Identifiers implements Recognizer {
  private final List<Finder> finders;

  private Identifiers(List<Finder> finders) {
    this.finders = finders;
  }

  /** Finds all kinds that are known by their form or their check digits alone. */
  public static Identifiers all() {
    return new Identifiers(List.copyOf(known().values()));
  }

  /**
   * Finds some kinds: {@code email}, {@code url}, {@code ip}, {@code guid}, {@code phone}, {@code
   * mention}, {@code hashtag}, or a kind of {@link Codes}.
   */
  public static Identifiers only(String... kinds) {
    Map<String, Finder> known = known();
    List<Finder> finders = new ArrayList<>();
    for (String kind : kinds) {
      Finder finder = known.get(kind);
      finders.add(finder == null ? CodeFinder.of(kind) : finder);
    }
    return new Identifiers(finders);
  }

  private static Map<String, Finder> known() {
    Map<String, Finder> known = new LinkedHashMap<>();
    known.put("url", new Urls());
    known.put("email", new Emails());
    known.put("guid", new Guids());
    known.put("ip", new Addresses());
    known.put("code", CodeFinder.strong());
    known.put("phone", new Phones());
    known.put("mention", Handles.mentions());
    known.put("hashtag", Handles.hashtags());
    return known;
  }

  @Override
  public List<Found> find(String text, Setting setting) {
    TreeSet<Found> all = new TreeSet<>(Comparator.comparingInt(Found::start));
    for (Finder finder : finders) {
      for (Found found : finder.find(text, setting)) {
        Found before = all.floor(found);
        Found after = all.ceiling(found);
        if ((before == null || !before.overlaps(found))
            && (after == null || !after.overlaps(found))) {
          all.add(found);
        }
      }
    }
    return List.copyOf(all);
  }
}
