package dev.tenlines.extract;

import dev.tenlines.Evidence;
import dev.tenlines.document.Document;
import dev.tenlines.document.Field;
import dev.tenlines.extract.Extracted.Choice;
import dev.tenlines.extract.Extracted.State;
import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a schema in a document: finds candidates, decides, checks. */
final class Extractor {
  /** What is less likely than this is not read at all. */
  private static final double LEAST = 0.3;

  /** Two values are as likely as each other when so little lies between them. */
  private static final double CLOSE = 0.1;

  /** Somebody who decides has to see what else there was, but not everything. */
  private static final int MOST_CHOICES = 5;

  private final Schema schema;
  private final Checks checks;

  Extractor(Schema schema) {
    this.schema = schema;
    this.checks = Checks.of(schema);
  }

  /** What found a field, and where. */
  record Source(String rung, List<Candidate> candidates) {
    /** How likely the likeliest is. */
    double likelihood() {
      return candidates.isEmpty() ? 0 : candidates.getFirst().score();
    }
  }

  /** The extraction that the sources allow, the surest source of each field first. */
  Extraction of(Document document, Function<FieldSpec, Source> found) {
    Map<String, @Nullable Extracted> fields = new LinkedHashMap<>();
    for (FieldSpec field : schema.fields()) {
      fields.put(field.name(), decide(document, field, found.apply(field)));
    }
    return checked(fields);
  }

  /** Fields from several hands, held against each other. */
  Extraction checked(Map<String, @Nullable Extracted> fields) {
    return new Extraction(checks.checked(fields));
  }

  private static @Nullable Extracted decide(Document document, FieldSpec field, Source source) {
    List<Candidate> likely =
        source.candidates().stream().filter(one -> one.score() >= LEAST).toList();
    if (likely.isEmpty()) {
      return null;
    }
    if (field.many()) {
      return all(document, likely, source.rung());
    }
    Candidate best = likely.getFirst();
    List<Candidate> distinct = distinct(likely);
    boolean unsure = distinct.size() > 1 && best.score() - distinct.get(1).score() < CLOSE;
    List<Choice> choices =
        distinct.stream().limit(MOST_CHOICES).map(one -> choice(document, one)).toList();
    return unsure
        ? new Extracted(
            null,
            null,
            State.AMBIGUOUS,
            "several values are as likely",
            best.score(),
            source.rung(),
            List.of(),
            List.of(),
            choices)
        : new Extracted(
            best.value(),
            best.text(),
            State.FOUND,
            null,
            best.score(),
            source.rung(),
            List.of(evidence(document, best)),
            document.places(best.span()),
            distinct.size() > 1 ? choices : List.of());
  }

  /** A list holds everything that is likely, in the order of the document. */
  private static Extracted all(Document document, List<Candidate> likely, String rung) {
    List<Candidate> items = new ArrayList<>(distinct(likely));
    items.removeIf(one -> one.score() < Reading.LIKELY);
    if (items.isEmpty()) {
      items.add(likely.getFirst());
    }
    items.sort(Comparator.comparingInt(one -> one.span().start()));
    return new Extracted(
        items.stream().map(Candidate::value).toList(),
        String.join("; ", items.stream().map(Candidate::text).toList()),
        State.FOUND,
        null,
        items.stream().mapToDouble(Candidate::score).min().orElse(0),
        rung,
        items.stream().map(one -> evidence(document, one)).toList(),
        items.stream().flatMap(one -> document.places(one.span()).stream()).toList(),
        List.of());
  }

  /** The likeliest place of each value. */
  private static List<Candidate> distinct(List<Candidate> candidates) {
    Map<Object, Candidate> byValue = new LinkedHashMap<>();
    candidates.forEach(one -> byValue.putIfAbsent(Values.comparable(one.value()), one));
    return List.copyOf(byValue.values());
  }

  private static Choice choice(Document document, Candidate one) {
    return new Choice(
        one.value(),
        one.text(),
        one.score(),
        List.of(evidence(document, one)),
        document.places(one.span()));
  }

  /** What machines wrote beside the text is named by what they called it. */
  private static Evidence evidence(Document document, Candidate one) {
    if (one.span().length() == 0) {
      for (Field field : document.fields()) {
        int at = field.value().indexOf(one.text());
        if (at >= 0) {
          return new Evidence.Span(field.name(), at, at + one.text().length(), one.text());
        }
      }
    }
    return new Evidence.Span("input", one.span().start(), one.span().end(), one.text());
  }
}
