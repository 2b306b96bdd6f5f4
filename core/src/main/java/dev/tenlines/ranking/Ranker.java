package dev.tenlines.ranking;

import dev.tenlines.document.Document;
import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldFinder;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.Reviewed;
import dev.tenlines.text.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A small model of where the values of a schema's fields stand, learned from reviewed documents. It
 * weighs all places of a document that may hold a value against each other and against there being
 * none, so that scores are shares of being right.
 */
public final class Ranker implements FieldFinder {
  private static final double UNLIKELY = 0.005;
  private static final int MOST = 20;

  private final Map<String, FieldModel> models;
  private final Map<String, Known> known = new HashMap<>();

  /** A document is mostly asked for all of its fields, one after another. */
  private final AtomicReference<@Nullable Reading> latest = new AtomicReference<>();

  Ranker(Map<String, FieldModel> models) {
    this.models = new LinkedHashMap<>(models);
    models.forEach((name, model) -> known.put(name, Learner.known(model.memory())));
  }

  /** Learns fields from documents; a field that none of them has is found nowhere. */
  public static Ranker learn(
      List<Reviewed> documents, List<FieldSpec> fields, Setting setting, long seed) {
    List<Reading> readings =
        documents.stream().map(d -> new Reading(d.document(), setting)).toList();
    Map<String, FieldModel> models = new LinkedHashMap<>();
    for (FieldSpec field : fields) {
      if (documents.stream().anyMatch(d -> d.values().containsKey(field.name()))) {
        models.put(field.name(), Learner.learn(field, documents, readings, seed));
      }
    }
    return new Ranker(models);
  }

  /** Reads what {@link #bytes} wrote. */
  public static Ranker read(byte[] bytes) {
    return new Ranker(RankerFile.read(bytes));
  }

  /** The model as it is kept. */
  public byte[] bytes() {
    return RankerFile.bytes(models);
  }

  @Override
  public List<Candidate> find(Document document, FieldSpec field, Setting setting) {
    FieldModel model = models.get(field.name());
    if (model == null || model.field().type() != field.type() || document.text().isBlank()) {
      return List.of();
    }
    Reading reading = reading(document, setting);
    Known phrases = known.getOrDefault(field.name(), new Known(List.of()));
    List<Group> groups = Group.of(reading, model.field(), phrases);
    double[] likely =
        model.probabilities(
            groups.stream().map(g -> Learner.withMemory(g, model.memory(), false)).toList());
    Describer describer = new Describer(reading, model.field());
    List<Candidate> found = new ArrayList<>();
    for (int i = 0; i < likely.length; i++) {
      if (likely[i] >= UNLIKELY) {
        found.add(candidate(model, groups.get(i), likely[i], describer));
      }
    }
    found.sort(
        Comparator.comparingDouble((Candidate c) -> -c.score())
            .thenComparingInt(c -> c.span().start())
            .thenComparingInt(c -> c.span().end()));
    List<Candidate> kept = model.field().many() ? apart(found) : found;
    return List.copyOf(kept.subList(0, Math.min(MOST, kept.size())));
  }

  /** Of values that are parts of each other only the likeliest: a name with and without a title. */
  private static List<Candidate> apart(List<Candidate> found) {
    List<Candidate> kept = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (Candidate candidate : found) {
      String key = Spelling.key(candidate.text());
      if (keys.stream().noneMatch(other -> other.contains(key) || key.contains(other))) {
        keys.add(key);
        kept.add(candidate);
      }
    }
    return kept;
  }

  private Reading reading(Document document, Setting setting) {
    Reading before = latest.get();
    if (before != null && before.isOf(document, setting)) {
      return before;
    }
    Reading reading = new Reading(document, setting);
    latest.set(reading);
    return reading;
  }

  private static Candidate candidate(
      FieldModel model, Group group, double likely, Describer describer) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < group.own().size() && group.own().size() > 1; i++) {
      double score = model.places().score(group.own().get(i));
      if (score > most) {
        most = score;
        best = i;
      }
    }
    Mention mention = group.mentions().get(best);
    return new Candidate(
        mention.span(),
        mention.text(),
        value(model, mention),
        Math.min(likely, 1),
        describer.label(mention));
  }

  /** Words that differ from a reviewed value in spaces and signs only are spelled as it is. */
  private static Object value(FieldModel model, Mention mention) {
    if (!Mentions.isText(model.field().type())) {
      return mention.value();
    }
    String spelling = model.memory().spelling(mention.key());
    return spelling == null ? mention.value() : spelling;
  }
}
