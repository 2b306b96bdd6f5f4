package dev.tenlines.mail;

import dev.tenlines.document.Decoding;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameters of a header, in pieces and in foreign charsets as RFC 2231 has them. */
final class Parameters {
  private static final Pattern PARAMETER =
      Pattern.compile(
          ";\\s*([\\w!#$%&+.^`{|}~-]+?)(\\*\\d{1,3})?(\\*)?\\s*=\\s*(\"(?:[^\"\\\\]|\\\\.){0,4000}+\"?|[^;]*)");

  private Parameters() {}

  /** Names, in lower case, and values. */
  static Map<String, String> of(String header) {
    Map<String, Map<Integer, String>> pieces = new HashMap<>();
    Map<String, Boolean> encoded = new HashMap<>();
    Matcher parameter = PARAMETER.matcher(header);
    while (parameter.find()) {
      String name = parameter.group(1).toLowerCase(Locale.ROOT);
      int number =
          parameter.group(2) == null ? 0 : Integer.parseInt(parameter.group(2).substring(1));
      boolean star = parameter.group(3) != null;
      if (star && parameter.group(2) == null) {
        pieces.remove(name);
      }
      encoded.merge(name, star, Boolean::logicalOr);
      pieces
          .computeIfAbsent(name, n -> new TreeMap<>())
          .putIfAbsent(number, bare(parameter.group(4)));
    }
    Map<String, String> values = new HashMap<>();
    pieces.forEach((name, parts) -> {
      String joined = String.join("", parts.values());
      boolean star = encoded.getOrDefault(name, false);
      values.put(name, star ? foreign(joined) : HeaderText.decode(joined));
    });
    return Collections.unmodifiableMap(values);
  }

  private static String bare(String value) {
    String plain = value.strip();
    if (!plain.startsWith("\"")) {
      return plain;
    }
    int end = plain.length() > 1 && plain.endsWith("\"") ? plain.length() - 1 : plain.length();
    return plain.substring(1, end).replaceAll("\\\\(.)", "$1");
  }

  /** {@code utf-8'en'na%C3%AFve}. */
  private static String foreign(String value) {
    String[] parts = value.split("'", 3);
    String charset = parts.length == 3 ? parts[0] : "utf-8";
    String text = parts.length == 3 ? parts[2] : value;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
      int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
      if (text.charAt(i) == '%' && high >= 0 && low >= 0) {
        bytes.write(high * 16 + low);
        i += 2;
      } else {
        bytes.writeBytes(String.valueOf(text.charAt(i)).getBytes(StandardCharsets.UTF_8));
      }
    }
    return Decoding.decode(bytes.toByteArray(), charset);
  }
}
