package dev.tenlines.ranking;

import dev.tenlines.document.Span;
import dev.tenlines.fields.FieldSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The mentions of one value in one document.
 *
 * @param features of the value: all that its mentions have, and how many they are
 * @param own of each mention
 */
record Group(String key, List<Mention> mentions, long[] features, List<long[]> own) {
  /** Of a value that stands everywhere, so many mentions speak for it. */
  private static final int MOST = 24;

  /** The values that a document may have for a field. */
  static List<Group> of(Reading reading, FieldSpec field, Known known) {
    Map<String, List<Mention>> byKey = new LinkedHashMap<>();
    for (Mention mention : Mentions.of(reading, field, known)) {
      byKey.computeIfAbsent(mention.key(), key -> new ArrayList<>(2)).add(mention);
    }
    Describer describer = new Describer(reading, field);
    List<Group> groups = new ArrayList<>(byKey.size());
    byKey.forEach((key, mentions) -> groups.add(group(key, mentions, describer)));
    return groups;
  }

  private static Group group(String key, List<Mention> mentions, Describer describer) {
    List<long[]> own = new ArrayList<>(mentions.size());
    Features all = new Features();
    int places = 0;
    Span last = new Span(0, 0);
    for (Mention mention : mentions) {
      if (own.size() < MOST) {
        own.add(describer.describe(mention));
        all.addAll(own.getLast());
      }
      places += mention.span().overlaps(last) ? 0 : 1;
      last = mention.span();
    }
    all.add("places", Math.min(places, 9));
    return new Group(key, mentions.subList(0, own.size()), all.distinct(), own);
  }
}
