package dev.tenlines.mail;

import dev.tenlines.document.Decoding;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of a header: unfolded, its encoded words decoded as RFC 2047 has them. */
final class HeaderText {
  private static final Pattern ENCODED =
      Pattern.compile("=\\?([\\w.:*+-]{1,40})\\?([bBqQ])\\?([^?]*)\\?=");
  private static final int LONGEST = 20_000;

  private HeaderText() {}

  /** As a person reads it. */
  static String decode(String raw) {
    String line = raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw;
    if (!line.contains("=?")) {
      return tidy(line);
    }
    StringBuilder out = new StringBuilder();
    ByteArrayOutputStream pending = new ByteArrayOutputStream();
    @Nullable String charset = null;
    int at = 0;
    Matcher word = ENCODED.matcher(line);
    while (word.find()) {
      String between = line.substring(at, word.start());
      String name = word.group(1).replaceAll("\\*.*$", "").toLowerCase(Locale.ROOT);
      // Words that follow each other belong together: a letter may be cut between two of them.
      if (charset != null && (!between.isBlank() || !name.equals(charset))) {
        flush(pending, charset, out);
      }
      out.append(at > 0 && between.isBlank() ? "" : between);
      charset = name;
      pending.writeBytes(bytes(word.group(2), word.group(3)));
      at = word.end();
    }
    flush(pending, charset, out);
    return tidy(out + line.substring(at));
  }

  private static void flush(
      ByteArrayOutputStream pending, @Nullable String charset, StringBuilder out) {
    out.append(Decoding.decode(pending.toByteArray(), charset));
    pending.reset();
  }

  private static byte[] bytes(String how, String text) {
    if (how.equalsIgnoreCase("b")) {
      try {
        return Base64.getMimeDecoder().decode(text);
      } catch (IllegalArgumentException e) {
        return text.getBytes(StandardCharsets.UTF_8);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
      int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
      if (c == '=' && high >= 0 && low >= 0) {
        out.write(high * 16 + low);
        i += 2;
      } else {
        out.writeBytes((c == '_' ? " " : String.valueOf(c)).getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toByteArray();
  }

  private static String tidy(String text) {
    return Decoding.clean(text).replaceAll("\\s*\\n\\s*", " ").strip();
  }
}
