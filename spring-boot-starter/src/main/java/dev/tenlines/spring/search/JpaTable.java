package dev.tenlines.spring.search;

import dev.tenlines.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A table with what entities say of it. */
final class JpaTable {
  private final Schema.Table table;
  private final Map<String, Schema.Column> columns = new HashMap<>();
  private final Set<String> dropped = new HashSet<>();
  private final Set<String> key = new LinkedHashSet<>();
  private final List<Schema.Reference> references;
  private String called = "";

  JpaTable(Schema.Table table) {
    this.table = table;
    this.references = new ArrayList<>(table.references());
  }

  String name() {
    return table.name();
  }

  String ownName() {
    return table.ownName();
  }

  void called(String name) {
    called = name;
  }

  Schema.@Nullable Column column(String name) {
    Schema.Column column = JpaNames.column(table, name);
    return column == null ? null : columns.getOrDefault(column.name(), column);
  }

  void change(Schema.Column column) {
    columns.put(column.name(), column);
  }

  void drop(Schema.Column column) {
    dropped.add(column.name());
  }

  void key(Schema.Column column) {
    key.add(column.name());
  }

  /** The key by its entity, else as the database has it. */
  List<String> key() {
    return key.isEmpty() ? table.key() : List.copyOf(key);
  }

  /** Takes the place of what names or a foreign key said of the same columns. */
  void refer(Schema.Reference reference) {
    references.removeIf(r -> r.columns().equals(reference.columns()));
    references.addFirst(reference);
  }

  /** What the named rows' entity calls the rows of this table that name them so. */
  void back(String target, String way, String back) {
    references.replaceAll(
        r -> r.table().equals(target) && r.called().equals(way) ? withBack(r, back) : r);
  }

  /** The same for an entity that knows only the columns that name it. */
  void backBy(List<String> by, String back) {
    references.replaceAll(r -> r.columns().equals(by) ? withBack(r, back) : r);
  }

  private static Schema.Reference withBack(Schema.Reference r, String back) {
    return new Schema.Reference(
        r.columns(), r.table(), r.toColumns(), r.guessed(), r.called(), back);
  }

  Schema.Table whole() {
    return new Schema.Table(
        table.name(),
        table.remarks(),
        table.columns().stream()
            .filter(c -> !dropped.contains(c.name()))
            .map(c -> columns.getOrDefault(c.name(), c))
            .toList(),
        key(),
        references,
        called);
  }
}
