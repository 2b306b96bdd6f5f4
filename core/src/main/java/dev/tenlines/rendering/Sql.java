package dev.tenlines.rendering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A piece of a statement, with the values for its question marks in their order. */
final class Sql {
  private final StringBuilder text = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();

  /** A piece of nothing but our own words, and names from the catalogue. */
  static Sql of(String text) {
    return new Sql().add(text);
  }

  static Sql bound(Object value) {
    return new Sql().bind(value);
  }

  static Sql join(String between, List<Sql> pieces) {
    Sql sql = new Sql();
    for (int i = 0; i < pieces.size(); i++) {
      sql.add(i == 0 ? "" : between).add(pieces.get(i));
    }
    return sql;
  }

  /** Pieces put where a pattern has a percent sign and an s, one after the other. */
  static Sql format(String pattern, Sql... pieces) {
    List<String> parts = Arrays.asList(pattern.split("%s", -1));
    Sql sql = new Sql();
    for (int i = 0; i < parts.size(); i++) {
      sql.add(parts.get(i));
      if (i < pieces.length) {
        sql.add(pieces[i]);
      }
    }
    return sql;
  }

  Sql add(String more) {
    text.append(more);
    return this;
  }

  Sql add(Sql more) {
    text.append(more.text);
    parameters.addAll(more.parameters);
    return this;
  }

  Sql bind(Object value) {
    text.append('?');
    parameters.add(value);
    return this;
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  String text() {
    return text.toString();
  }

  List<Object> parameters() {
    return parameters;
  }
}
