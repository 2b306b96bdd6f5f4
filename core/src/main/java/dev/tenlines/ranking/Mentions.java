package dev.tenlines.ranking;

import dev.tenlines.document.Span;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.FieldType;
import dev.tenlines.ranking.Layout.Cell;
import dev.tenlines.ranking.Mention.Kind;
import dev.tenlines.text.Found;
import dev.tenlines.text.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every place in a document that may hold the value of one field. */
final class Mentions {
  private static final Known PLACES = new Known(Names.places());

  /** What stands before a value in its own cell: {@code Date:}. */
  private static final Pattern LABEL = Pattern.compile("^[^:\\d]{1,40}?: *(?=\\S)");

  /** A number that a register gives, at the end of a name. */
  private static final Pattern NUMBER =
      Pattern.compile(
          " *[(<\\[]? *[\\p{L}\\d. ]{0,12}\\d{4,}[^)>\\]]{0,6}[)>\\]]?[,.]?(?: *\\(.{1,8}\\))?$");

  private static final Pattern BEFORE_NAME = Pattern.compile("^[^\\p{L}]+ (?=\\p{L})");
  private static final int LONGEST_RUN = 300;

  private final Reading reading;
  private final FieldSpec field;
  private final BitSet taken = new BitSet();
  private final Map<Span, Mention> found = new LinkedHashMap<>();

  private Mentions(Reading reading, FieldSpec field) {
    this.reading = reading;
    this.field = field;
  }

  /**
   * The mentions of a field in the order of their places.
   *
   * @param known values that reviewed documents have
   */
  static List<Mention> of(Reading reading, FieldSpec field, Known known) {
    Mentions mentions = new Mentions(reading, field);
    mentions.shaped();
    mentions.recognised();
    switch (field.type()) {
      case ORGANISATION -> mentions.names(3);
      case PERSON -> mentions.names(1);
      case ADDRESS -> mentions.names(6);
      case TEXT, CODE -> mentions.names(2);
      case CHOICE -> mentions.known(new Known(field.choices()));
      default -> {}
    }
    if (isText(field.type())) {
      mentions.known(known);
    }
    List<Mention> all = new ArrayList<>(mentions.found.values());
    all.sort((a, b) ->
        a.span().start() != b.span().start()
            ? a.span().start() - b.span().start()
            : a.span().end() - b.span().end());
    return all;
  }

  /** Whether values of a type are words as they stand. */
  static boolean isText(FieldType type) {
    return switch (type) {
      case TEXT, ORGANISATION, PERSON, ADDRESS, CHOICE, CODE -> true;
      default -> false;
    };
  }

  private void shaped() {
    List<Mention> shaped =
        switch (field.type()) {
          case DATE -> reading.days();
          case DURATION -> reading.durations();
          case MONEY, NUMBER -> reading.amounts();
          default -> List.of();
        };
    shaped.forEach(this::add);
    shaped.forEach(mention -> taken.set(mention.span().start(), mention.span().end()));
  }

  private void recognised() {
    for (Found one : reading.found(field.type())) {
      for (Value meaning : one.readings()) {
        Object value = field.type().value(meaning);
        boolean kind =
            field.kind().isEmpty()
                || meaning instanceof Value.Identifier code && code.kind().equals(field.kind());
        if (value != null && kind) {
          String key =
              value instanceof BigDecimal number
                  ? number.stripTrailingZeros().toPlainString()
                  : value.toString();
          Span span = new Span(one.start(), one.end());
          // A part of what a shape explains says less: a day without the year behind it.
          boolean part = !taken.get(span.start(), span.end()).isEmpty();
          if (!part || field.type() == FieldType.MONEY) {
            add(new Mention(span, one.text(), value, key, Kind.RECOGNISED));
          }
          break;
        }
      }
    }
  }

  private void add(Mention mention) {
    found.putIfAbsent(mention.span(), mention);
  }

  private void names(int most) {
    List<Cell> cells = reading.layout().cells();
    for (int i = 0; i < cells.size(); i++) {
      Cell first = cells.get(i);
      for (int n = 1; n <= most && i + n <= cells.size(); n++) {
        Cell last = cells.get(i + n - 1);
        if (reading.isProse(i + n - 1)
            || last.span().end() - first.span().start() > LONGEST_RUN
            || n > 1 && last.blank() > 1 && last.column() == 0) {
          break;
        }
        variants(first, last, n == 1 ? Kind.CELL : Kind.RUN);
      }
    }
    if (field.type() != FieldType.ADDRESS) {
      Phrases.of(reading).forEach(span -> add(span, Kind.PHRASE));
    }
    if (field.type() == FieldType.TEXT) {
      known(PLACES);
    }
  }

  /** A stretch of cells, and the same without what is often written before or after a value. */
  private void variants(Cell first, Cell last, Kind kind) {
    String text = reading.text();
    int start = first.span().start();
    int end = last.span().end();
    add(new Span(start, end), kind);
    String head = first.span().of(text);
    Matcher label = LABEL.matcher(head);
    if (label.find() && label.end() < head.length()) {
      add(new Span(start + label.end(), end), kind);
      start += label.end();
    } else if (field.type() != FieldType.ADDRESS) {
      Matcher before = BEFORE_NAME.matcher(head);
      if (before.find()) {
        add(new Span(start + before.end(), end), kind);
        start += before.end();
      }
    }
    int signs = end;
    while (signs > start && ",.;".indexOf(text.charAt(signs - 1)) >= 0) {
      signs--;
    }
    if (signs < end) {
      add(Layout.trimmed(text, start, signs), kind);
    }
    if (field.type() != FieldType.ADDRESS) {
      int tail = Math.max(start, last.span().start());
      Matcher number = NUMBER.matcher(text.substring(tail, end));
      if (number.find() && tail + number.start() > start) {
        add(Layout.trimmed(text, start, tail + number.start()), kind);
      }
      int form = reading.formAfter(start + 3, end - 1);
      while (form >= 0) {
        add(new Span(start, form), kind);
        form = reading.formAfter(form, end - 1);
      }
    }
  }

  private void known(Known phrases) {
    phrases.find(reading.layout().tokens()).forEach(span -> add(span, Kind.KNOWN));
  }

  private void add(Span span, Kind kind) {
    String text = span.of(reading.text());
    String key = Spelling.key(text);
    if (!key.isEmpty()) {
      add(new Mention(span, text, Spelling.line(text), key, kind));
    }
  }
}
