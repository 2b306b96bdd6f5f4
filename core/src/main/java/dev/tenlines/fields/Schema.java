package dev.tenlines.fields;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tenlines.TenlinesException;
import dev.tenlines.text.Digest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON Schema (2020-12) of an object whose properties are fields. Objects within are read as
 * fields with names of two parts, {@code supplier.name}.
 */
public final class Schema {
  private final JsonNode root;
  private final com.networknt.schema.Schema validator;
  private final List<FieldSpec> fields;

  private Schema(JsonNode root, com.networknt.schema.Schema validator, List<FieldSpec> fields) {
    this.root = root;
    this.validator = validator;
    this.fields = List.copyOf(fields);
  }

  /**
   * Reads a schema.
   *
   * @param file its name, for complaints
   * @throws TenlinesException TL-290 when it is none, TL-291 when it declares no field
   */
  public static Schema parse(String file, String json) {
    JsonNode root = json(file, json);
    try {
      com.networknt.schema.Schema validator = validator(root, Map.of());
      validator.validate("{}", InputFormat.JSON);
      return new Schema(root, validator, SchemaFields.of(file, root));
    } catch (SchemaException e) {
      throw broken(file, e.getMessage());
    }
  }

  /** The schema of a Java record: its components are the fields. */
  public static Schema of(Class<? extends Record> type) {
    ObjectNode root = RecordSchema.of(type);
    return parse(type.getSimpleName(), root.toString());
  }

  /**
   * A validator as the official tests of JSON Schema need it.
   *
   * @param remotes other schemas by their addresses; nothing is ever fetched
   */
  static com.networknt.schema.Schema validator(JsonNode root, Map<String, String> remotes) {
    return SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(remotes))
        .getSchema(root);
  }

  private static JsonNode json(String file, String json) {
    try {
      JsonNode root = JsonMapper.shared().readTree(json);
      if (!root.isObject()) {
        throw broken(file, "it is no JSON object");
      }
      return root;
    } catch (JacksonException e) {
      throw broken(file, e.getOriginalMessage());
    }
  }

  private static TenlinesException broken(String file, @Nullable String why) {
    return new TenlinesException(
        "TL-290",
        "The schema (" + file + ") cannot be used: " + why + ".",
        "Maybe start with {\"type\": \"object\", \"properties\": {…}}.");
  }

  /** The fields, as declared. */
  public List<FieldSpec> fields() {
    return fields;
  }

  /** A field by its name. */
  public Optional<FieldSpec> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /** What is wrong with values by name, each in a sentence; a missing value is nobody's fault. */
  public List<String> violations(Map<String, ? extends @Nullable Object> values) {
    ObjectNode object = JsonMapper.shared().createObjectNode();
    values.forEach((name, value) -> {
      if (value != null) {
        place(object, name, JsonMapper.shared().valueToTree(value));
      }
    });
    return validator.validate(object).stream()
        .filter(error -> !"required".equals(error.getKeyword()))
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }

  private static void place(ObjectNode object, String name, JsonNode value) {
    int dot = name.indexOf('.');
    if (dot < 0) {
      object.set(name, value);
    } else {
      String outer = name.substring(0, dot);
      ObjectNode inner =
          object.get(outer) instanceof ObjectNode there ? there : object.putObject(outer);
      inner.set(name.substring(dot + 1), value);
    }
  }

  /** Changes with every letter of the schema. */
  public String digest() {
    return Digest.of(root.toString()).substring(0, 8);
  }

  /** The schema as JSON. */
  @Override
  public String toString() {
    return root.toString();
  }
}
