package dev.tenlines.spring.console.paper;

import dev.tenlines.Feature;
import dev.tenlines.Tenlines;
import dev.tenlines.TenlinesException;
import dev.tenlines.document.Document;
import dev.tenlines.document.SourceFile;
import dev.tenlines.document.Span;
import dev.tenlines.extract.Extracting;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.Schema;
import dev.tenlines.reading.DocumentReader;
import dev.tenlines.review.Verdict;
import dev.tenlines.spring.console.view.FormView;
import dev.tenlines.spring.console.view.FormView.Line;
import dev.tenlines.spring.console.view.FormView.Option;
import dev.tenlines.spring.console.view.FormView.State;
import dev.tenlines.spring.console.view.PaperView;
import dev.tenlines.spring.console.view.Shown;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Documents and the forms of their fields, made ready to be shown; and what such forms say. */
public record Papers(Tenlines tenlines, Clock clock) {

  /** A document and its fields. */
  public record Desk(PaperView paper, FormView form) {}

  /**
   * What a form says.
   *
   * @param verdict null where fields cannot be read
   * @param wrong why, by name
   */
  public record Filling(@Nullable Verdict verdict, Map<String, String> wrong) {}

  /** Whether a feature reads fields. */
  public static boolean reads(@Nullable Feature feature) {
    return feature != null && feature.kind() == Feature.Kind.EXTRACT;
  }

  /** The parameters of fields among all of a form, to be shown again or read. */
  public static Map<String, String> posted(Map<String, String[]> parameters) {
    return Posted.of(parameters);
  }

  /** What a request is about: its file, else its text. */
  public Document document(String tenant, String request, String input) {
    try {
      SourceFile file = tenlines.file(tenant, request);
      return file == null ? DocumentReader.plain("input", input) : file.document();
    } catch (TenlinesException e) {
      return DocumentReader.plain("input", input); // a damaged file leaves its text
    }
  }

  /**
   * A document beside its fields.
   *
   * @param value a proposal or a verdict
   * @param typed what stands in the form already, by parameter
   * @param wrong why that cannot be taken, by field
   * @param pictures what the addresses of its pages start with
   */
  public Desk desk(
      Feature feature,
      Document document,
      @Nullable Object value,
      Map<String, String> typed,
      Map<String, String> wrong,
      String pictures) {
    Map<String, Told> told = Told.all(value);
    List<Line> lines = new ArrayList<>();
    List<Mark> marks = new ArrayList<>();
    Posted posted = new Posted(typed);
    for (FieldSpec field : Extracting.schema(feature).fields()) {
      Told was = told.getOrDefault(field.name(), Told.open());
      Posted.Entry entry =
          typed.containsKey(Posted.VALUE + field.name())
              ? posted.entry(field.name())
              : new Posted.Entry(was.typed(), was.starts(), was.ends(), "");
      int number = lines.size() + 1;
      lines.add(line(number, field, was, entry, wrong.getOrDefault(field.name(), "")));
      marks(number, was, entry, document).forEach(marks::add);
    }
    boolean sure = !told.isEmpty() && told.values().stream().noneMatch(Papers::unsure);
    return new Desk(
        new Sheets(document, marks, pictures).view(), new FormView(lines, sure, !typed.isEmpty()));
  }

  private static boolean unsure(Told field) {
    return field.state() == State.AMBIGUOUS;
  }

  private static Line line(
      int number, FieldSpec field, Told was, Posted.Entry entry, String wrong) {
    return new Line(
        number,
        field.name(),
        title(field),
        Shown.of(field.description()).plain(),
        field.required(),
        field.many(),
        field.choices(),
        entry.value(),
        entry.starts(),
        entry.ends(),
        Shown.of(was.raw()),
        was.state(),
        Shown.of(was.why()),
        was.sure(),
        was.rung(),
        was.candidates().stream().map(Papers::option).toList(),
        entry.choice(),
        Shown.of(wrong).plain());
  }

  private static String title(FieldSpec field) {
    String words = Shown.of(field.labels().getFirst()).plain();
    return words.isEmpty()
        ? field.name()
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static Option option(Told candidate) {
    return new Option(
        Shown.of(candidate.typed()),
        candidate.typed(),
        Shown.of(candidate.raw()),
        candidate.starts(),
        candidate.ends());
  }

  /** Where it was found, or where the reviewer pointed since. */
  private static List<Mark> marks(int number, Told was, Posted.Entry entry, Document document) {
    int length = document.text().length();
    List<Mark> marks = new ArrayList<>();
    if (!entry.starts().isEmpty() && !entry.starts().equals(was.starts())) {
      entry.places(document.text()).forEach(span -> marks.add(new Mark(number, "accent", span)));
      return marks;
    }
    List<Told> told = was.state() == State.AMBIGUOUS ? was.candidates() : List.of(was);
    for (Told one : told) {
      for (Span span : one.spans()) {
        if (span.end() <= length) {
          marks.add(new Mark(number, was.state().tone(), span));
        }
      }
    }
    return marks;
  }

  /**
   * What a form says of a document's fields: that the proposal is right, or what is right instead.
   *
   * @throws TenlinesException TL-170 when it says nothing, TL-173 when the schema forbids it
   */
  public Filling filled(
      Feature feature, Document document, @Nullable Object proposal, Map<String, String> typed) {
    Schema schema = Extracting.schema(feature);
    FieldForm form =
        new FieldForm(
            schema,
            Told.all(proposal),
            document.text(),
            Extracting.setting(feature, document, clock));
    FieldForm.Filled filled = form.read(new Posted(typed));
    if (!filled.wrong().isEmpty()) {
      return new Filling(null, filled.wrong());
    }
    if (filled.empty()) {
      throw new TenlinesException(
          "TL-170", "No field has a value.", "Maybe fill one in, or reject the document.");
    }
    return new Filling(
        filled.same()
            ? new Verdict.Approved()
            : new Verdict.Corrected(feature.kind().task().value(feature, filled.fields())),
        Map.of());
  }
}
