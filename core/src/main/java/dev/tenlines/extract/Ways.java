package dev.tenlines.extract;

import dev.tenlines.Parts;
import dev.tenlines.document.Document;
import dev.tenlines.extract.Reading.Way;
import dev.tenlines.fields.FieldFinder;
import dev.tenlines.fields.Reviewed;
import dev.tenlines.fields.Schema;
import dev.tenlines.labels.Labels;
import dev.tenlines.labels.Structured;
import dev.tenlines.notices.Notices;
import dev.tenlines.ranking.Ranker;
import dev.tenlines.tagging.Mark;
import dev.tenlines.tagging.Tagged;
import dev.tenlines.tagging.Tagger;
import dev.tenlines.text.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
    FieldFinder rules = new Both(new Notices(), new Labels());
    Taught layouts = new Taught(parts, LayoutPupil.beginner(schema, place));
    Taught models =
        new Taught(
            parts,
            ModelPupil.beginner(
                documents -> trained(schema, place, documents), Thread::startVirtualThread));
    return List.of(
        new Way(STRUCTURED, tenant -> structured),
        new Way(TEMPLATES, layouts),
        new Way(LEARNED, models),
        new Way(RULES, tenant -> rules));
  }

  /** Places in documents are told by their surroundings, words in running text by their row. */
  private static FieldFinder trained(Schema schema, Settings place, List<Reviewed> documents) {
    Document newest = documents.getLast().document();
    Setting setting = place.of(newest);
    Ranker ranker = Ranker.learn(documents, schema.fields(), setting, SEED);
    List<Tagged> tagged = documents.stream().map(Ways::tagged).toList();
    return new Both(ranker, Tagger.learn(tagged, setting.locale(), SEED));
  }

  private static Tagged tagged(Reviewed reviewed) {
    List<Mark> marks = new ArrayList<>();
    reviewed
        .values()
        .forEach((field, rights) ->
            rights.forEach(right -> {
              if (right.span() != null) {
                marks.add(new Mark(field, right.span()));
              }
            }));
    return new Tagged(reviewed.document(), Map.of(), marks);
  }
}
