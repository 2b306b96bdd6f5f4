package dev.tenlines.document;

import tools.jackson.core.JacksonException;
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
      // The names stand in the order of the alphabet: no document begins with its kind.
      boolean refused = json.length > 7 && json[2] == 'k';
      Class<? extends Read> type = refused ? Refused.class : Document.class;
      return MAPPER.readValue(json, type);
    } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
      return new Refused(Refused.Kind.BROKEN, "The file gave no document.");
    }
  }
}
