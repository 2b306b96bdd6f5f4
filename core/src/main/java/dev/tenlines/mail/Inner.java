package dev.tenlines.mail;

import dev.tenlines.document.Document;
import dev.tenlines.document.Unreadable;

/** How files inside a mail are read, whatever they are. */
@FunctionalInterface
public interface Inner {

  /**
   * The document of a file.
   *
   * @param mediaType what the mail says it is, which may be wrong
   */
  Document read(String name, String mediaType, byte[] bytes) throws Unreadable;
}
