package dev.tenlines.document;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The one JSON shape of a document, or of the reason why there is none. */
public final class DocumentJson {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private DocumentJson() {}

  /** As JSON in UTF-8. */
  public static byte[] write(Read read) {
    return MAPPER.writeValueAsBytes(read);
  }

  /** Reads what {@link #write} wrote; says {@code BROKEN} where it is something else. */
  public static Read read(byte[] json) {
    try {
      JsonNode tree = MAPPER.readTree(json);
      Class<? extends Read> type = tree.has("kind") ? Refused.class : Document.class;
      return MAPPER.treeToValue(tree, type);
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      return new Refused(Refused.Kind.BROKEN, "The file gave no document.");
    }
  }
}
