package dev.tenlines.ranking;

import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.Reviewed;
import dev.tenlines.fields.Reviewed.Right;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Learns one field from reviewed documents. */
final class Learner {
  private static final float DECAY = 2e-3f;
  private static final int FEWEST_EPOCHS = 20;
  private static final int MOST_EPOCHS = 100;

  /** Of a few documents each is looked at more often. */
  private static final int LOOKS = 2_000;

  private final FieldSpec field;
  private final Memory memory = Memory.empty();
  private final Trainer values;
  private final Trainer places;

  private Learner(FieldSpec field, int documents) {
    this.field = field;
    int epochs = Math.clamp(LOOKS / Math.max(1, documents), FEWEST_EPOCHS, MOST_EPOCHS);
    values = new Trainer(field.many(), DECAY, epochs);
    places = new Trainer(false, DECAY, epochs);
  }

  static FieldModel learn(
      FieldSpec field, List<Reviewed> documents, List<Reading> readings, long seed) {
    Learner learner = new Learner(field, documents.size());
    for (Reviewed document : documents) {
      for (Right right : document.values().getOrDefault(field.name(), List.of())) {
        learner.memory.add(
            Spelling.key(right.value().toString()), Spelling.line(right.value().toString()));
      }
    }
    Known known = known(learner.memory);
    for (int i = 0; i < documents.size(); i++) {
      List<Right> rights = documents.get(i).values().getOrDefault(field.name(), List.of());
      learner.add(readings.get(i), rights, known);
    }
    Trainer.Learned values = learner.values.train(seed);
    Trainer.Learned places = learner.places.train(seed);
    return new FieldModel(
        field, learner.memory, values.weights(), places.weights(), values.none(), 1);
  }

  static Known known(Memory memory) {
    Set<String> all = new LinkedHashSet<>();
    memory.spellings().values().forEach(spellings -> all.addAll(spellings.keySet()));
    return new Known(all);
  }

  private void add(Reading reading, List<Right> rights, Known known) {
    List<Group> groups = Group.of(reading, field, known);
    Alignment alignment = Alignment.of(groups, rights, field.type());
    if (!rights.isEmpty() && !alignment.found()) {
      return; // Its value stands nowhere that is looked at, which tells nothing of other places.
    }
    List<long[]> rows = new ArrayList<>(groups.size());
    boolean[] right = new boolean[groups.size()];
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      right[i] = alignment.isRight(i);
      rows.add(withMemory(group, memory, right[i]));
      boolean[] own = alignment.mentions(i);
      if (right[i] && alignment.isAsWritten(i)) {
        memory.asWritten().merge(groups.get(i).key(), 1, Integer::sum);
      }
      if (own != null && own.length > 1) {
        places.add(group.own(), own);
      }
    }
    values.add(rows, right);
  }

  /** A value's features, with how often it was right in other documents. */
  static long[] withMemory(Group group, Memory memory, boolean here) {
    long[] features = Arrays.copyOf(group.features(), group.features().length + 1);
    int seen = memory.seen(group.key(), here);
    features[features.length - 1] = Hash.of("seen", Math.clamp(seen, 0, 3));
    return features;
  }
}
