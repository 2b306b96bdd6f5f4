package dev.tenlines.templates;

/** How a value is written compared with the text it was read from. */
public enum Form {
  /** With one space between words. */
  PLAIN,
  /** Its lines parted by commas. */
  LISTED,
  /** Without spaces. */
  SQUEEZED,
  /** Without spaces and signs. */
  BARE;

  String of(String text) {
    return switch (this) {
      case PLAIN -> text.strip().replaceAll("[\\s\\p{Z}]+", " ");
      case LISTED ->
          text.strip().replaceAll(",?[ \\t]*\\R[\\s\\p{Z}]*", ", ").replaceAll("[\\s\\p{Z}]+", " ");
      case SQUEEZED -> text.replaceAll("[\\s\\p{Z}]+", "");
      case BARE -> text.replaceAll("[^\\p{L}\\p{N}]+", "");
    };
  }
}
