package dev.tenlines.identifiers;

import dev.tenlines.text.Found;
import dev.tenlines.text.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** E-mail addresses, found from their at sign. */
final class Emails implements Finder {
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_HOST = 255;
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9_%+'-]++(?:\\.[A-Za-z0-9_%+'-]++)*+");
  private static final Pattern HOST =
      Pattern.compile(
          "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,24}(?![A-Za-z0-9_-])"
              + "|\\[[0-9]{1,3}(?:\\.[0-9]{1,3}){3}\\]");

  @Override
  public List<Found> find(String text, Setting setting) {
    List<Found> found = new ArrayList<>();
    int last = 0;
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      int start = start(text, at, last);
      var host = HOST.matcher(text).region(at + 1, Math.min(text.length(), at + 1 + LONGEST_HOST));
      boolean named = start < at && NAME.matcher(text).region(start, at).matches();
      if (named && host.useTransparentBounds(true).lookingAt()) {
        String address = text.substring(start, host.end()).toLowerCase(Locale.ROOT);
        found.add(Finder.found(text, start, host.end(), "email", address, true));
        last = host.end();
      }
    }
    return found;
  }

  private static int start(String text, int at, int last) {
    int start = at;
    while (start > last && at - start < LONGEST_NAME && isName(text.charAt(start - 1))) {
      start--;
    }
    return start < at && text.charAt(start) == '\'' ? start + 1 : start;
  }

  private static boolean isName(char c) {
    return c < 128 && (Character.isLetterOrDigit(c) || "._%+'-".indexOf(c) >= 0);
  }
}
