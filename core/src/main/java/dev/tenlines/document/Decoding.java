package dev.tenlines.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Bytes as text, where the charset is told, told wrongly, or not told. */
public final class Decoding {
  private static final List<String> OLD_CYRILLIC = List.of("windows-1251", "KOI8-R");
  private static final int LOOKED_AT = 20_000;

  private Decoding() {}

  /** The text of bytes in the declared charset if they are in it, else in the likeliest. */
  public static String decode(byte[] bytes, @Nullable String declared) {
    Charset marked = marked(bytes);
    if (marked != null) {
      return clean(new String(bytes, marked));
    }
    Charset told = charset(declared);
    if (told != null && !told.equals(StandardCharsets.US_ASCII)) {
      String text = strict(bytes, told);
      if (text != null) {
        return clean(text);
      }
    }
    String unicode = strict(bytes, StandardCharsets.UTF_8);
    if (unicode != null) {
      return clean(escaped(bytes) ? new String(bytes, Charset.forName("ISO-2022-JP")) : unicode);
    }
    if (told != null && !told.equals(StandardCharsets.US_ASCII)) {
      return clean(new String(bytes, told));
    }
    return clean(new String(bytes, likeliest(bytes)));
  }

  /** The charset of a name, or null where Java does not know it. */
  public static @Nullable Charset charset(@Nullable String name) {
    if (name == null || name.isBlank()) {
      return null;
    }
    String plain = name.strip().replaceAll("^[\"']+|[\"';]+$", "");
    try {
      // What says Latin 1 or GB2312 is in truth written by programs that use their supersets.
      return switch (plain.toLowerCase(Locale.ROOT)) {
        case "iso-8859-1", "latin1", "ascii-8bit", "8bit", "unknown-8bit" ->
            Charset.forName("windows-1252");
        case "gb2312", "gbk" -> Charset.forName("GB18030");
        case "ks_c_5601-1987", "euc-kr" -> Charset.forName("x-windows-949");
        case "utf8", "utf-8" -> StandardCharsets.UTF_8;
        default -> Charset.forName(plain);
      };
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return null;
    }
  }

  /** One kind of line end, and no signs that no reader sees and no database takes. */
  public static String clean(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r') {
        if (i + 1 >= text.length() || text.charAt(i + 1) != '\n') {
          out.append('\n');
        }
      } else if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
        out.append(pair ? text.substring(i, i + 2) : "\uFFFD");
        i += pair ? 1 : 0;
      } else if (c == '\f' || c == '\u000B' || c == '\u2028' || c == '\u2029' || c == '\u0085') {
        out.append('\n');
      } else if (c == '\n' || c == '\t' || !Character.isISOControl(c) && c != '\uFEFF') {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static @Nullable Charset marked(byte[] b) {
    if (b.length >= 3 && (b[0] & 255) == 0xEF && (b[1] & 255) == 0xBB && (b[2] & 255) == 0xBF) {
      return StandardCharsets.UTF_8;
    }
    if (b.length >= 2 && (b[0] & 255) == 0xFE && (b[1] & 255) == 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    if (b.length >= 2 && (b[0] & 255) == 0xFF && (b[1] & 255) == 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    return zeros(b, 1) ? StandardCharsets.UTF_16LE : zeros(b, 0) ? StandardCharsets.UTF_16BE : null;
  }

  /** Most western text in UTF-16 has a zero in every other byte, and no other zeros. */
  private static boolean zeros(byte[] b, int odd) {
    int zeros = 0;
    int length = Math.min(b.length, LOOKED_AT) & ~1;
    for (int i = 0; i < length; i += 2) {
      if (b[i + 1 - odd] == 0) {
        return false;
      }
      zeros += b[i + odd] == 0 ? 1 : 0;
    }
    return length >= 8 && zeros * 10 > length / 2 * 7;
  }

  private static boolean escaped(byte[] b) {
    for (int i = 0; i + 2 < b.length; i++) {
      if (b[i] == 27 && b[i + 1] == '$' && (b[i + 2] == 'B' || b[i + 2] == '@')) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String strict(byte[] bytes, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** Words of one script and case speak for a charset. */
  private static Charset likeliest(byte[] bytes) {
    byte[] some = bytes.length > LOOKED_AT ? Arrays.copyOf(bytes, LOOKED_AT) : bytes;
    Charset best = Charset.forName("windows-1252");
    int most = 2 * sense(new String(some, best)) + 8;
    for (String name : OLD_CYRILLIC) {
      int sense = sense(new String(some, Charset.forName(name)));
      if (sense > most) {
        most = sense;
        best = Charset.forName(name);
      }
    }
    return best;
  }

  private static int sense(String text) {
    int sense = 0;
    for (int i = 1; i < text.length(); i++) {
      char a = text.charAt(i - 1);
      char b = text.charAt(i);
      if (b > 127 && Character.isLowerCase(b) && Character.isLetter(a)) {
        boolean same = Character.UnicodeScript.of(a) == Character.UnicodeScript.of(b);
        sense += same ? (a > 127 ? 2 : 1) : -2;
      } else if (b > 127 && Character.isUpperCase(b) && Character.isLowerCase(a)) {
        sense -= 2;
      }
    }
    return sense;
  }
}
