package dev.tenlines.templates;

import dev.tenlines.document.Document;
import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldFinder;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.Reviewed;
import dev.tenlines.text.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Templates of senders and layouts, learned from documents that people have read. A document that
 * fits none, or a field whose place is not clear, is left to others: nothing is guessed.
 */
public final class Templates implements FieldFinder {
  /** More documents of a layout hardly tell more. */
  private static final int MOST_LESSONS = 3;

  private final List<Template> all;

  /** The fields of a document are asked for one after the other. */
  private final AtomicReference<@Nullable Seen> last = new AtomicReference<>();

  private record Seen(Sheet sheet, Signature signature) {}

  public Templates(List<Template> all) {
    this.all = List.copyOf(all);
  }

  /**
   * Learns from reviewed documents, the oldest first. Documents of one sender or layout make one
   * template.
   *
   * @param setting how they are read
   */
  public static Templates learn(List<Reviewed> reviewed, List<FieldSpec> fields, Setting setting) {
    List<List<Lesson>> groups = new ArrayList<>();
    for (Reviewed one : reviewed) {
      Lesson lesson = Lesson.of(one, setting);
      group(lesson, groups).add(lesson);
    }
    return new Templates(
        groups.stream()
            .map(group ->
                Template.of(
                    group.subList(Math.max(0, group.size() - MOST_LESSONS), group.size()),
                    fields,
                    group.size()))
            .toList());
  }

  private static List<Lesson> group(Lesson lesson, List<List<Lesson>> groups) {
    double best = 0;
    List<Lesson> fitting = null;
    for (List<Lesson> group : groups) {
      Signature signature = group.getLast().signature();
      double fit = signature.fit(lesson.signature());
      if (fit >= signature.least() && fit >= best) {
        best = fit;
        fitting = group;
      }
    }
    if (fitting == null) {
      fitting = new ArrayList<>();
      groups.add(fitting);
    }
    return fitting;
  }

  /** All of them, also those that are retired. */
  public List<Template> all() {
    return all;
  }

  @Override
  public List<Candidate> find(Document document, FieldSpec field, Setting setting) {
    Seen seen = seen(document, setting);
    Template template = fitting(seen.signature());
    Candidate found =
        template == null
            ? null
            : template.find(seen.sheet(), field, template.signature().fit(seen.signature()));
    return found == null ? List.of() : List.of(found);
  }

  /** The template that a document fits best, or null where it fits none. */
  public @Nullable Template fitting(Document document, Setting setting) {
    return fitting(seen(document, setting).signature());
  }

  private @Nullable Template fitting(Signature document) {
    Template best = null;
    double most = 0;
    for (Template template : all) {
      double fit = template.signature().fit(document);
      if (!template.retired() && fit >= template.signature().least() && fit >= most) {
        most = fit;
        best = template;
      }
    }
    return best;
  }

  private Seen seen(Document document, Setting setting) {
    Seen seen = last.get();
    if (seen == null || !seen.sheet().shows(document, setting)) {
      Sheet sheet = new Sheet(document, setting);
      seen = new Seen(sheet, Signature.of(sheet));
      last.set(seen);
    }
    return seen;
  }

  /**
   * The same after a later review, which confirms or contradicts the template that the document
   * fits; one that is contradicted twice in five reviews is retired.
   */
  public Templates judged(Reviewed review, List<FieldSpec> fields, Setting setting) {
    Seen seen = seen(review.document(), setting);
    Template template = fitting(seen.signature());
    Boolean confirmed =
        template == null ? null : template.confirmed(seen.sheet(), review.values(), fields);
    return template == null || confirmed == null
        ? this
        : replaced(template, template.judged(confirmed));
  }

  /** The same after a person corrected one field, of which alone something is learned. */
  public Templates corrected(Reviewed review, FieldSpec field, Setting setting) {
    Lesson lesson = Lesson.of(review, setting);
    Template template = fitting(lesson.signature());
    if (template != null) {
      return replaced(template, template.taught(lesson, field));
    }
    List<Template> more = new ArrayList<>(all);
    more.add(Template.of(List.of(lesson), List.of(field), 1));
    return new Templates(more);
  }

  @SuppressWarnings("ReferenceEquality") // this template, not one like it
  private Templates replaced(Template old, Template fresh) {
    return new Templates(all.stream().map(t -> t == old ? fresh : t).toList());
  }
}
