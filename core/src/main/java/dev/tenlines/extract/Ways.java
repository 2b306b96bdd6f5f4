package dev.tenlines.extract;

import dev.tenlines.Parts;
import dev.tenlines.extract.Reading.Way;
import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldFinder;
import dev.tenlines.fields.Schema;
import dev.tenlines.labels.Labels;
import dev.tenlines.labels.Structured;
import dev.tenlines.notices.Notices;
import dev.tenlines.ranking.Ranker;
import dev.tenlines.text.Setting;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/** What finds fields without a language model. */
final class Ways {
  static final String STRUCTURED = "structured";
  static final String RULES = "rules";
  static final String TEMPLATES = "templates";
  static final String LEARNED = "learned";

  private static final long SEED = 1;

  private Ways() {}

  /** The surest first: what people taught of a layout goes before what holds for any. */
  static List<Way> of(Schema schema, Settings place, Parts parts) {
    FieldFinder structured = new Structured();
    FieldFinder rules = surer(new Notices(), new Labels());
    Taught layouts = new Taught(parts, LayoutPupil.beginner(schema, place));
    Setting usual =
        new Setting(
            place.locale() == null ? Locale.ENGLISH : place.locale(),
            ZonedDateTime.now(place.clock()));
    Taught models =
        new Taught(
            parts,
            ModelPupil.beginner(
                documents -> Ranker.learn(documents, schema.fields(), usual, SEED),
                Thread::startVirtualThread));
    return List.of(
        new Way(STRUCTURED, tenant -> structured),
        new Way(TEMPLATES, layouts),
        new Way(LEARNED, models),
        new Way(RULES, tenant -> rules));
  }

  /** Asks both, and believes the one that is surer. */
  private static FieldFinder surer(FieldFinder one, FieldFinder other) {
    return (document, field, setting) -> {
      List<Candidate> first = one.find(document, field, setting);
      List<Candidate> second = other.find(document, field, setting);
      return likelihood(first) >= likelihood(second) ? first : second;
    };
  }

  private static double likelihood(List<Candidate> found) {
    return found.isEmpty() ? 0 : found.getFirst().score();
  }
}
