package dev.tenlines.identifiers;

import dev.tenlines.text.Found;
import dev.tenlines.text.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Internet addresses in numbers, of version 4 and 6. */
final class Addresses implements Finder {
  private static final Pattern CHUNK = Pattern.compile("[\\p{L}\\p{N}_:.]++");
  private static final Pattern FOUR = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");
  private static final int LONGEST = 48;

  @Override
  public List<Found> find(String text, Setting setting) {
    List<Found> found = new ArrayList<>();
    Matcher matcher = CHUNK.matcher(text);
    while (matcher.find()) {
      int end = matcher.end();
      if (text.charAt(end - 1) == '.'
          || text.charAt(end - 1) == ':'
              && end - 2 >= matcher.start()
              && text.charAt(end - 2) != ':') {
        end--;
      }
      int start = matcher.start();
      if (end > start && end - start <= LONGEST) {
        String chunk = text.substring(start, end);
        boolean four = isFour(port(chunk));
        int stop = four ? start + port(chunk).length() : end;
        if (four || isSix(chunk)) {
          String normal = text.substring(start, stop).toLowerCase(Locale.ROOT);
          found.add(Finder.found(text, start, stop, four ? "ipv4" : "ipv6", normal, true));
        }
      }
    }
    return found;
  }

  /** The part before a port. */
  private static String port(String chunk) {
    int colon = chunk.indexOf(':');
    return colon > 0 && chunk.substring(colon + 1).matches("[0-9]{1,5}")
        ? chunk.substring(0, colon)
        : chunk;
  }

  private static boolean isFour(String chunk) {
    if (!FOUR.matcher(chunk).matches()) {
      return false;
    }
    for (String part : chunk.split("\\.")) {
      if (Integer.parseInt(part) > 255) {
        return false;
      }
    }
    return true;
  }

  /** Eight groups of hexadecimal digits; one gap may stand for groups of zeros. */
  private static boolean isSix(String chunk) {
    int gap = chunk.indexOf("::");
    if (gap < 0) {
      return groups(chunk) == 8;
    }
    if (chunk.indexOf("::", gap + 1) >= 0) {
      return false;
    }
    String after = chunk.substring(gap + 2);
    int left = gap == 0 ? 0 : groups(chunk.substring(0, gap));
    int right = after.isEmpty() ? 0 : groups(after);
    return left >= 0 && right >= 0 && left + right <= 7;
  }

  /** How many groups there are, or less than zero where one is none. */
  private static int groups(String part) {
    int count = 0;
    String[] all = part.split(":", -1);
    for (String group : all) {
      count++;
      boolean four = count == all.length && isFour(group);
      if (!four && !group.matches("[0-9A-Fa-f]{1,4}")) {
        return -100;
      }
      count += four ? 1 : 0;
    }
    return count;
  }
}
