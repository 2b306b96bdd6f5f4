package dev.tenlines.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One part of a mail: parts of its own, or bytes. */
final class Part {
  private final List<Map.Entry<String, String>> headers = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private String mediaType = "text/plain";
  private @Nullable String charset;
  private byte[] bytes = new byte[0];

  void header(String name, String value) {
    headers.add(Map.entry(name, value));
  }

  void type(String mediaType, @Nullable String charset) {
    this.mediaType = mediaType.toLowerCase(Locale.ROOT);
    this.charset = charset;
  }

  void bytes(byte[] content) {
    this.bytes = content;
  }

  void add(Part part) {
    parts.add(part);
  }

  List<Map.Entry<String, String>> headers() {
    return headers;
  }

  /** The first value of a header, or an empty text. */
  String header(String name) {
    return headers.stream()
        .filter(h -> h.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  List<Part> parts() {
    return parts;
  }

  String mediaType() {
    return mediaType;
  }

  @Nullable String charset() {
    return charset;
  }

  byte[] bytes() {
    return bytes;
  }

  boolean is(String type) {
    return mediaType.equals(type);
  }

  /** The name of its file, or an empty text. */
  String fileName() {
    String name = Parameters.of(header("Content-Disposition")).get("filename");
    String other = Parameters.of(header("Content-Type")).get("name");
    String said = name == null ? other : name;
    // A path in a name says where it lay on somebody's machine.
    return said == null
        ? ""
        : said.substring(Math.max(said.lastIndexOf('/'), said.lastIndexOf('\\')) + 1);
  }

  boolean attached() {
    return header("Content-Disposition").strip().toLowerCase(Locale.ROOT).startsWith("attachment");
  }
}
