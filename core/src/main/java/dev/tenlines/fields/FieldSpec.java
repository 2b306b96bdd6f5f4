package dev.tenlines.fields;

import java.util.List;

/**
 * One field that a schema asks for.
 *
 * @param name as the schema has it: {@code invoice_number}
 * @param kind of an {@link FieldType#IDENTIFIER}: {@code iban}, {@code vat}; otherwise empty
 * @param labels what documents may call it, the likeliest first: its name in words, its title, and
 *     what the schema's author adds
 * @param description what the schema says about it; may be empty
 * @param required whether a document without it is incomplete
 * @param many whether a document may hold several, which are one list
 * @param choices what a {@link FieldType#CHOICE} may be
 */
public record FieldSpec(
    String name,
    FieldType type,
    String kind,
    List<String> labels,
    String description,
    boolean required,
    boolean many,
    List<String> choices) {
  public FieldSpec {
    labels = List.copyOf(labels);
    choices = List.copyOf(choices);
  }

  /** An optional field that is called by its name. */
  public static FieldSpec of(String name, FieldType type) {
    String words = name.replace('_', ' ').replace('-', ' ');
    return new FieldSpec(name, type, "", List.of(words), "", false, false, List.of());
  }
}
