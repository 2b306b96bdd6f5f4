package dev.tenlines.document;

/** A file that a request brought: as it came, and as it was read. */
public final class SourceFile {
  private final byte[] bytes;
  private final Document document;

  public SourceFile(byte[] bytes, Document document) {
    this.bytes = bytes.clone();
    this.document = document;
  }

  /** The file, byte for byte. */
  public byte[] bytes() {
    return bytes.clone();
  }

  public Document document() {
    return document;
  }
}
