package dev.tenlines.reading;

import dev.tenlines.document.Read;

/** Reads files into documents. */
public final class DocumentReader implements AutoCloseable {

  /** The document of a file, or the reason why there is none; safe for many threads. */
  public Read read(String name, byte[] bytes) {
    return Readers.read(name, bytes);
  }

  @Override
  public void close() {}
}
