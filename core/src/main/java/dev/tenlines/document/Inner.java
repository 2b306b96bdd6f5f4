package dev.tenlines.document;

/** How files inside a file are read, whatever they are. */
@FunctionalInterface
public interface Inner {

  /**
   * The document of a file.
   *
   * @param mediaType what the outer file says it is, which may be wrong
   */
  Document read(String name, String mediaType, byte[] bytes) throws Unreadable;
}
