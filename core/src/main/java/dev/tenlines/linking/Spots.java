package dev.tenlines.linking;

import dev.tenlines.catalog.Dictionary;
import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Match;
import dev.tenlines.linking.Names.Ref;
import dev.tenlines.query.Said;
import dev.tenlines.text.Found;
import dev.tenlines.text.Setting;
import dev.tenlines.text.Value;
import dev.tenlines.text.Words;
import dev.tenlines.text.Words.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Divides a question into pieces that each mean something: few and long ones are best. */
final class Spots {
  private static final Pattern QUOTED =
      Pattern.compile(
          "\"([^\"]{1,120})\"|[“„]([^”“]{1,120})[”“]|`([^`]{1,120})`|(?<![\\p{L}\\d])'([^']{1,120})'(?![\\p{L}\\d])");

  private static final Set<String> CALLED = Set.of("named", "called", "titled", "listed");

  private static final Set<String> ARTICLES = Set.of("the", "a", "an", "each", "every");

  private static final double WORD = 10;

  /** Enough for two pieces to count more than one. */
  private static final double WITH_KIND = 3;

  private final Words text;
  private final List<Word> words;
  private final Map<Long, Spot> spots = new LinkedHashMap<>();

  /** What fields each piece has, by entity and name: a common word is the name of many. */
  private final Map<Spot, Map<String, Ref>> fields = new HashMap<>();

  Spots(Words text) {
    this.text = text;
    this.words = text.all();
  }

  /** Reads a question once; every list of it that grammar rules mark is a fresh one. */
  List<Spot> read(Names names, Dictionary dictionary, Moments moments, Setting setting) {
    quotes();
    dictionary.scan(text).forEach(at -> value(names, at.from(), at.to(), at.match()));
    names.parts(words).forEach(hit -> field(hit.from(), hit.to(), hit.meaning()));
    names.fields(words).forEach(hit -> field(hit.from(), hit.to(), hit.meaning()));
    names.things(words).forEach(hit -> add(hit.from(), hit.to(), 2).things.add(hit.meaning()));
    names.verbs(words).forEach(hit -> add(hit.from(), hit.to(), 0).verbs.add(hit.meaning()));
    names.measures(words).forEach(hit -> add(hit.from(), hit.to(), 3).measured.add(hit.meaning()));
    names.units(words).forEach(hit -> add(hit.from(), hit.to(), 0).cues.add(Cue.GLUE));
    Cue.find(words).forEach(hit -> add(hit.from(), hit.to(), -.5).cues.add(hit.meaning()));
    Extremes.find(words).forEach(hit -> add(hit.from(), hit.to(), -.5).extremes.add(hit.meaning()));
    moments.times(text, setting).forEach(this::period);
    moments.figures(text, setting).forEach(this::figure);
    spots.values().removeIf(this::isNewThing);
    spots.values().removeIf(Spots::isOnlyCalled);
    spots.values().stream().filter(this::isNamedWithKind).forEach(s -> s.weight -= WITH_KIND);
    spots.values().stream().filter(Spot::isThing).forEach(s -> s.fields.removeIf(f -> f.fit() < 1));
    spots.values().stream()
        .filter(s -> !s.extremes.isEmpty() || s.cues.stream().anyMatch(c -> !c.isLight()))
        .forEach(s -> s.fields.removeIf(f -> f.fit() < 1));
    spots.values().stream()
        .filter(s -> !s.verbs.isEmpty() || s.fields.stream().anyMatch(f -> f.fit() == 1))
        .forEach(s -> s.fields.removeIf(f -> f.fit() < 1));
    spots.values().stream().filter(s -> s.quote != null).forEach(s -> s.things.clear());
    spots.values().stream().filter(s -> !s.cues.isEmpty()).forEach(s -> unmistake(s, names));
    return cover();
  }

  /** {@code borders the state that} is no {@code border state}: an article begins a thing. */
  private boolean isNewThing(Spot spot) {
    Spot last = spots.get((long) (spot.to - 1) << 32 | spot.to);
    boolean article = spot.to - spot.from > 2 && ARTICLES.contains(words.get(spot.to - 2).folded());
    if (article && last != null && last.isThing()) {
      spot.fields.clear();
      return spot.isUnknown();
    }
    return false;
  }

  /** {@code the Ohio River}, if there is a river called Ohio: what it is stands beside its name. */
  private boolean isNamedWithKind(Spot spot) {
    Spot kind = spots.get((long) (spot.to - 1) << 32 | spot.to);
    Spot name = spots.get((long) spot.from << 32 | (spot.to - 1));
    return spot.isValue()
        && kind != null
        && name != null
        && name.values.stream()
            .anyMatch(m ->
                kind.isRow(m.entity())
                    || kind.fields.stream()
                        .anyMatch(f -> f.fit() == 1 && f.isField(m.entity(), m.field())));
  }

  /** {@code does} is not Mr Doe, nor the key of a domain; {@code received} is no citation. */
  private static void unmistake(Spot spot, Names names) {
    spot.values.removeIf(match -> match.kind() == Match.Kind.STEM);
    if (spot.is(Cue.GLUE)) {
      String word = spot.said.words().toLowerCase(Locale.ROOT);
      boolean participle = word.endsWith("ed");
      if (participle && !names.isSpelled(word)) {
        spot.things.clear();
      }
      spot.fields.removeIf(ref -> participle && ref.fit() < 1 || isKey(ref, word));
    }
  }

  private static boolean isKey(Ref ref, String word) {
    return ref.field() != null
        && ref.field().type() == Field.Type.KEY
        && ref.field().name().equals(word);
  }

  /** {@code a jockey named Smith}: no name is asked for. */
  private static boolean isOnlyCalled(Spot spot) {
    if (CALLED.contains(spot.said.words().toLowerCase(Locale.ROOT))) {
      spot.fields.clear();
      return spot.cues.isEmpty();
    }
    return false;
  }

  private void quotes() {
    Matcher quoted = QUOTED.matcher(text.text());
    while (quoted.find()) {
      int[] range = range(quoted.start(), quoted.end());
      if (range != null) {
        Spot spot = add(range[0], range[1], 50);
        String inner = quoted.group();
        spot.quote = inner.substring(1, inner.length() - 1).strip();
      }
    }
  }

  private void value(Names names, int from, int to, Match match) {
    Spot spot = add(from, to, match.kind() == Match.Kind.STEM ? -1 : 1);
    enter(spot, match);
    for (Ref ref : names.naming(match.entity(), match.field())) {
      enter(spot, new Match(ref.entity(), name(ref), match.value(), match.kind()));
    }
  }

  private static void enter(Spot spot, Match match) {
    if (!spot.values.contains(match)) {
      spot.values.add(match);
    }
  }

  private void field(int from, int to, Ref ref) {
    Spot spot = add(from, to, ref.fit() == 1 ? 2 : -2 + ref.fit());
    Map<String, Ref> known = fields.computeIfAbsent(spot, s -> new HashMap<>());
    String name = ref.entity() + '.' + name(ref);
    Ref old = known.get(name);
    if (old == null || old.fit() <= ref.fit()) {
      known.put(name, ref);
      if (old != null) {
        spot.fields.remove(old);
      }
      spot.fields.add(ref);
    }
  }

  private static String name(Ref ref) {
    return ref.field() == null ? "" : ref.field().name();
  }

  private void period(Moments.Time time) {
    int[] range = range(time.start(), time.end());
    if (range != null) {
      Spot spot = add(range[0], range[1], 1);
      spot.periods.addAll(time.periods());
    }
  }

  private void figure(Found found) {
    int[] range = range(found.start(), found.end());
    if (range == null) {
      return;
    }
    Spot spot = add(range[0], range[1], 0);
    switch (found.value()) {
      case Value.Numeric number -> spot.number = number.value();
      case Value.Percent percent -> spot.number = percent.value();
      case Value.Quantity quantity -> spot.number = quantity.value();
      case Value.Amount amount -> {
        spot.number = amount.value();
        spot.currency = amount.currency().isEmpty() ? null : amount.currency();
      }
      default -> spot.weight -= WORD;
    }
  }

  /** The words that a place covers, or null where it cuts one. */
  private int @Nullable [] range(int start, int end) {
    int from = 0;
    while (from < words.size() && words.get(from).end() <= start) {
      from++;
    }
    int to = from;
    while (to < words.size() && words.get(to).start() < end) {
      to++;
    }
    boolean whole = to > from && words.get(from).start() >= start && words.get(to - 1).end() <= end;
    return whole ? new int[] {from, to} : null;
  }

  private Spot add(int from, int to, double extra) {
    Spot spot =
        spots.computeIfAbsent((long) from << 32 | to, key -> new Spot(from, to, said(from, to)));
    spot.weight = Math.max(spot.weight, WORD * (to - from) - 4 + extra);
    return spot;
  }

  private Said said(int from, int to) {
    int start = words.get(from).start();
    int end = words.get(to - 1).end();
    return new Said(start, end, text.text().substring(start, end));
  }

  /** The pieces that say most, none over another. */
  private List<Spot> cover() {
    int n = words.size();
    double[] best = new double[n + 1];
    Spot[] last = new Spot[n + 1];
    List<List<Spot>> ending = new ArrayList<>();
    for (int i = 0; i <= n; i++) {
      ending.add(new ArrayList<>(2));
    }
    spots.values().forEach(spot -> ending.get(spot.to).add(spot));
    for (int to = 1; to <= n; to++) {
      best[to] = best[to - 1];
      for (Spot spot : ending.get(to)) {
        if (best[spot.from] + spot.weight > best[to]) {
          best[to] = best[spot.from] + spot.weight;
          last[to] = spot;
        }
      }
    }
    List<Spot> cover = new ArrayList<>();
    for (int to = n; to > 0; ) {
      Spot spot = last[to];
      cover.addFirst(spot == null ? new Spot(to - 1, to, said(to - 1, to)) : spot);
      to = spot == null ? to - 1 : spot.from;
    }
    return cover;
  }
}
