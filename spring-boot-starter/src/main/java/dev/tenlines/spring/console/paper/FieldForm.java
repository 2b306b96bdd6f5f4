package dev.tenlines.spring.console.paper;

import dev.tenlines.document.Span;
import dev.tenlines.fields.FieldReader;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.FieldType;
import dev.tenlines.fields.Schema;
import dev.tenlines.spring.console.view.FormView.State;
import dev.tenlines.text.Setting;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands in the form of a document's fields.
 *
 * @param told the proposal, by field
 * @param setting where and when the document was written
 */
record FieldForm(Schema schema, Map<String, Told> told, String text, Setting setting) {
  private static final int LONGEST_SHOWN = 60;

  /** What the words around it belong to, not the value. */
  private static final String OPENING = "([{\"'„“‚‘«»";

  private static final String CLOSING = ",;:!?)]}\"'“”’«»";

  /** A full stop may be a part of these. */
  private static final Set<FieldType> WRITTEN =
      Set.of(FieldType.TEXT, FieldType.PERSON, FieldType.ORGANISATION, FieldType.ADDRESS);

  /**
   * What a form means.
   *
   * @param fields as a verdict says them
   * @param same whether the proposal stands as it was
   * @param wrong why fields cannot be taken, by name
   */
  record Filled(Map<String, @Nullable Object> fields, boolean same, Map<String, String> wrong) {
    boolean empty() {
      return fields.values().stream().allMatch(one -> one == null);
    }
  }

  /** Nothing can be read from a field's words. */
  private static final class Wrong extends Exception {
    Wrong(String why) {
      super(why);
    }
  }

  Filled read(Posted posted) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    Map<String, String> wrong = new LinkedHashMap<>();
    boolean same = !told.isEmpty();
    for (FieldSpec field : schema.fields()) {
      Told was = told.getOrDefault(field.name(), Told.open());
      try {
        Map<String, Object> right = right(field, was, posted.entry(field.name()));
        fields.put(field.name(), right);
        same &= right == null ? was.value() == null : right.equals(was.right());
        same &= was.state() != State.AMBIGUOUS;
      } catch (Wrong e) {
        wrong.put(field.name(), String.valueOf(e.getMessage()));
      }
    }
    return new Filled(fields, same, wrong);
  }

  private @Nullable Map<String, Object> right(FieldSpec field, Told was, Posted.Entry entry)
      throws Wrong {
    Told chosen = chosen(was, entry);
    if (chosen != null) {
      return chosen.right();
    }
    if (entry.value().isEmpty()) {
      if (was.state() == State.AMBIGUOUS && !entry.choice().equals(Posted.NONE)) {
        throw new Wrong("Several values are as likely. Choose one, or none of them.");
      }
      return null;
    }
    if (entry.value().equals(was.typed())
        && (entry.starts().isEmpty() || entry.starts().equals(was.starts()))) {
      return was.right();
    }
    return field.many() ? several(field, was, entry) : one(field, entry);
  }

  /** A choice counts as long as nothing else was typed over it. */
  private static @Nullable Told chosen(Told was, Posted.Entry entry) {
    int number = entry.choice().matches("\\d") ? Integer.parseInt(entry.choice()) : -1;
    List<Told> candidates = was.candidates();
    if (number < 0 || number >= candidates.size()) {
      return null;
    }
    Told candidate = candidates.get(number);
    return List.of("", was.typed(), candidate.typed()).contains(entry.value()) ? candidate : null;
  }

  private Map<String, Object> one(FieldSpec field, Posted.Entry entry) throws Wrong {
    List<Span> places = entry.places(text);
    Span place = places.size() == 1 ? picked(field, entry.value(), places.getFirst()) : null;
    Map<String, Object> right = new LinkedHashMap<>();
    right.put("value", value(field, place == null ? entry.value() : place.of(text)));
    if (place != null) {
      right.put("raw", place.of(text));
      right.put("evidence", List.of(evidence(place)));
    }
    return right;
  }

  private Map<String, Object> several(FieldSpec field, Told was, Posted.Entry entry) throws Wrong {
    List<String> lines =
        entry.value().lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    List<Span> places = entry.places(text);
    boolean placed = places.size() == lines.size();
    List<Object> values = new ArrayList<>();
    List<Object> evidence = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Span place = placed ? places.get(i) : null;
      int known = was.items().indexOf(lines.get(i));
      boolean kept = known >= 0 && (place == null || was.spans().contains(place));
      Span picked = kept || place == null ? place : picked(field, lines.get(i), place);
      values.add(
          kept
              ? was.values().get(known)
              : value(field, picked == null ? lines.get(i) : picked.of(text)));
      if (picked != null) {
        evidence.add(evidence(picked));
      }
    }
    Map<String, Object> right = new LinkedHashMap<>();
    right.put("value", values);
    if (evidence.size() == values.size()) {
      right.put("evidence", evidence);
    }
    return right;
  }

  /** The place, where the words in the form are the words that stand there. */
  private @Nullable Span picked(FieldSpec field, String typed, Span place) {
    Span bare = bare(field, text, place);
    Span own = bare(field, typed, new Span(0, typed.length()));
    return oneLine(bare.of(text)).equals(oneLine(own.of(typed))) ? bare : null;
  }

  private static String oneLine(String words) {
    return words.replaceAll("\\s+", " ").strip();
  }

  /** Without the brackets, commas and full stops that the words around it need. */
  private static Span bare(FieldSpec field, String text, Span place) {
    String closing = WRITTEN.contains(field.type()) ? CLOSING : CLOSING + ".";
    int start = place.start();
    int end = place.end();
    while (end - start > 1 && loose(text, start, end, end - 1, closing)) {
      end--;
    }
    while (end - start > 1 && loose(text, start, end, start, OPENING)) {
      start++;
    }
    return new Span(start, end);
  }

  private static boolean loose(String text, int start, int end, int at, String signs) {
    char sign = text.charAt(at);
    String within = text.substring(start, end);
    boolean pair =
        sign == ')' && within.indexOf('(') >= 0 || sign == '(' && within.indexOf(')') >= 0;
    return Character.isWhitespace(sign) || signs.indexOf(sign) >= 0 && !pair;
  }

  private Object value(FieldSpec field, String words) throws Wrong {
    Object value = FieldReader.read(field, words, setting);
    if (value == null) {
      String shown =
          words.length() > LONGEST_SHOWN ? words.substring(0, LONGEST_SHOWN) + "…" : words;
      throw new Wrong("“" + oneLine(shown) + "” cannot be read as " + kind(field) + ".");
    }
    return value;
  }

  private Map<String, Object> evidence(Span place) {
    Map<String, Object> evidence = new LinkedHashMap<>();
    evidence.put("kind", "span");
    evidence.put("source", "input");
    evidence.put("start", place.start());
    evidence.put("end", place.end());
    evidence.put("text", place.of(text));
    return evidence;
  }

  private static String kind(FieldSpec field) {
    return switch (field.type()) {
      case DATE -> "one day";
      case TIME -> "a time of day";
      case MOMENT -> "a day with a time";
      case DURATION -> "a length of time";
      case MONEY -> "an amount";
      case NUMBER -> "a number";
      case INTEGER -> "a whole number";
      case PERCENT -> "a percentage";
      case CURRENCY -> "a currency";
      case EMAIL -> "an e-mail address";
      case PHONE -> "a phone number";
      case URL -> "a web address";
      case IDENTIFIER -> "a valid " + field.kind();
      case CODE -> "a code";
      case CHOICE -> "one of " + String.join(", ", field.choices());
      case PERSON, ORGANISATION, ADDRESS, TEXT -> "words";
    };
  }
}
