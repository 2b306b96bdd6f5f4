package dev.tenlines.labels;

import dev.tenlines.document.Document;
import dev.tenlines.document.Field;
import dev.tenlines.document.Span;
import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldFinder;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.text.Setting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the values of fields among those that a machine wrote into the document: heads of mails,
 * calendars, business cards, schema.org, forms of PDFs and e-invoices. Nothing is guessed, so every
 * score is 1. A value that does not stand in the text has an empty span at its beginning.
 */
public final class Structured implements FieldFinder {
  /** By the concept; the surest name comes first. */
  private static final Map<String, List<String>> SOURCES = sources();

  private static final Pattern MOMENT =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[T ](\\d{2}:\\d{2})(:\\d{2})?)?.*", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,9})?");
  private static final int LONGEST = 10_000;

  private static Map<String, List<String>> sources() {
    Map<String, List<String>> all = new HashMap<>();
    Vocabulary.file("sources.yaml")
        .forEach((concept, names) -> all.put(concept, Vocabulary.parts(names)));
    return Map.copyOf(all);
  }

  @Override
  public List<Candidate> find(Document document, FieldSpec field, Setting setting) {
    List<Candidate> all = new ArrayList<>();
    Dictionary.Link link = Dictionary.get().link(field);
    Concept concept = link.concept();
    boolean customer = link.side() == Dictionary.Side.CUSTOMER;
    String id = concept == null ? "" : concept.id();
    // The tax number of a customer is not that of the seller.
    List<String> names =
        customer && !id.equals("customer") ? List.of() : SOURCES.getOrDefault(id, List.of());
    for (String name : names) {
      for (Field written : document.fields()) {
        if (isNamed(written, name)) {
          add(document, field, written, all);
        }
      }
      if (!all.isEmpty() && !field.many()) {
        return all;
      }
    }
    return all.isEmpty() ? forms(document, field, concept) : all;
  }

  /** Fields of forms have names that people gave them. */
  private static List<Candidate> forms(
      Document document, FieldSpec field, @Nullable Concept concept) {
    List<Candidate> all = new ArrayList<>();
    for (Field written : document.fields()) {
      if (written.source().equals("pdf form")) {
        String name = written.name().replaceFirst("^.*\\.", "");
        Dictionary.Link own =
            Dictionary.get()
                .link(
                    new FieldSpec(name, field.type(), "", List.of(), "", false, false, List.of()));
        String compact = Vocabulary.compact(name.replace('_', ' '));
        boolean same =
            concept != null && concept.equals(own.concept())
                || compact.equals(Vocabulary.compact(field.name().replace('_', ' ')))
                || field.labels().stream().anyMatch(l -> Vocabulary.compact(l).equals(compact));
        if (same) {
          add(document, field, written, all);
        }
      }
    }
    return all;
  }

  private static boolean isNamed(Field written, String name) {
    String plain = written.name().replaceAll("\\[\\d+\\]", "");
    boolean einvoice = written.source().startsWith("e-invoice");
    // One word alone is a name of our own reader of e-invoices, or that of a header or card.
    boolean word = name.indexOf('.') < 0 && Character.isLowerCase(name.charAt(0));
    return plain.equals(name) && (!word || einvoice);
  }

  private static void add(Document document, FieldSpec field, Field written, List<Candidate> all) {
    Object value = value(field, written.value().strip());
    if (value == null || written.value().length() > LONGEST) {
      return;
    }
    Span span = written.span();
    Span place = span == null ? place(document.text(), written.value().strip()) : span;
    if (all.stream().noneMatch(known -> known.value().equals(value))) {
      String words = place.length() == 0 ? written.value().strip() : place.of(document.text());
      all.add(new Candidate(place, words, value, 1, null));
    }
  }

  /** Where people read the value, if they do. */
  private static Span place(String text, String value) {
    int at = text.indexOf(value);
    return at < 0 ? new Span(0, 0) : new Span(at, at + value.length());
  }

  private static @Nullable Object value(FieldSpec field, String said) {
    Matcher moment = MOMENT.matcher(said);
    return switch (field.type()) {
      case DATE -> moment.matches() ? moment.group(1) : null;
      case TIME -> moment.matches() ? moment.group(2) : null;
      case MOMENT ->
          moment.matches() && moment.group(2) != null
              ? moment.group(1) + "T" + moment.group(2)
              : null;
      case MONEY, NUMBER, PERCENT -> NUMBER.matcher(said).matches() ? new BigDecimal(said) : null;
      case INTEGER ->
          NUMBER.matcher(said).matches() && new BigDecimal(said).scale() <= 0
              ? new BigDecimal(said).toBigInteger()
              : null;
      case CURRENCY -> said.matches("[A-Z]{3}") ? said : null;
      case EMAIL -> said.toLowerCase(Locale.ROOT).replaceFirst("^mailto:", "");
      case IDENTIFIER -> said.replaceAll("\\s", "");
      case CHOICE ->
          field.choices().stream().filter(said::equalsIgnoreCase).findFirst().orElse(null);
      case DURATION -> null;
      default -> said.isEmpty() ? null : said;
    };
  }
}
