package dev.tenlines.document;

import dev.tenlines.TenlinesException;

/**
 * A file that does not become a document.
 *
 * @param what the reason, with the value it is about
 */
public record Refused(Kind kind, String what) implements Read, Pictured {

  /** Why a file is refused. */
  public enum Kind {
    TOO_LARGE("TL-280", "split it, or send the part that matters."),
    TIMEOUT("TL-281", "it was made to be slow; print it into a new file."),
    BROKEN("TL-282", "save or send it again."),
    ENCRYPTED("TL-283", "remove the password and send it again."),
    UNSUPPORTED("TL-284", "send a mail, HTML, plain text or a PDF."),
    TOO_MANY_PARTS("TL-285", "send its parts one by one.");

    private final String id;
    private final String hint;

    Kind(String id, String hint) {
      this.id = id;
      this.hint = hint;
    }
  }

  /** The reason as an error for users. */
  public TenlinesException exception() {
    return new TenlinesException(kind.id, what, "Maybe " + kind.hint);
  }
}
