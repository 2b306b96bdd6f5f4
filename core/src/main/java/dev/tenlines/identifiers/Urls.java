package dev.tenlines.identifiers;

import dev.tenlines.text.Found;
import dev.tenlines.text.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Web addresses with a scheme, and names of hosts that end in a known domain. */
final class Urls implements Finder {
  private static final Set<String> DOMAINS = domains();
  private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_-]{0,62})";
  private static final String REST =
      "(?::[0-9]{1,5})?(?:[/?#][^\\s\"'<>\\u00AB\\u00BB{}|\\\\^`]*)?";
  private static final Pattern WITH_SCHEME =
      Pattern.compile(
          "(?<![a-zA-Z0-9])(?:https?|ftp|wss?)://(?<host>"
              + LABEL
              + "(?:\\."
              + LABEL
              + "){0,12})"
              + REST,
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BARE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}@._/:-])(?<host>"
              + LABEL
              + "(?:\\."
              + LABEL
              + "){1,12})(?![@\\p{L}\\p{N}_-])"
              + REST);
  private static final Pattern HOUR = Pattern.compile("(?:1[0-2]|[1-9])\\.[ap]m");

  @Override
  public List<Found> find(String text, Setting setting) {
    List<Found> found = new ArrayList<>();
    Matcher scheme = WITH_SCHEME.matcher(text);
    Matcher bare = BARE.matcher(text);
    boolean schemes = scheme.find();
    boolean bares = bare.find();
    while (schemes || bares) {
      boolean first = schemes && (!bares || scheme.start() <= bare.start());
      Matcher next = first ? scheme : bare;
      if (first ? isHost(scheme.group("host")) : isBare(bare)) {
        add(text, next, found);
      }
      int end = next.end();
      // What was found further on stays found: each matcher reads the text once.
      schemes = schemes && (scheme.start() >= end || end < text.length() && scheme.find(end));
      bares = bares && (bare.start() >= end || end < text.length() && bare.find(end));
    }
    return found;
  }

  private static boolean isBare(Matcher bare) {
    String host = bare.group("host");
    return isNamed(host) && !HOUR.matcher(host).matches();
  }

  private static boolean isHost(String host) {
    return host.equalsIgnoreCase("localhost")
        || isNamed(host)
        || host.matches("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");
  }

  /** Whether its last part is a domain of the internet. */
  private static boolean isNamed(String host) {
    String last = host.substring(host.lastIndexOf('.') + 1);
    String lower = last.toLowerCase(Locale.ROOT);
    boolean spelled = last.equals(lower) || host.equals(host.toUpperCase(Locale.ROOT));
    return host.indexOf('.') > 0 && spelled && DOMAINS.contains(lower);
  }

  private static void add(String text, Matcher matcher, List<Found> found) {
    int end = matcher.end();
    while (".,;:!?)]*".indexOf(text.charAt(end - 1)) >= 0 && !opened(text, matcher.start(), end)) {
      end--;
    }
    String url = text.substring(matcher.start(), end);
    String host = matcher.group("host");
    int at = matcher.start("host") - matcher.start();
    String normal =
        url.substring(0, at).toLowerCase(Locale.ROOT)
            + host.toLowerCase(Locale.ROOT)
            + url.substring(Math.min(url.length(), at + host.length()));
    found.add(Finder.found(text, matcher.start(), end, "url", normal, false));
  }

  /** A bracket at the end belongs to the address when it was opened in it. */
  private static boolean opened(String text, int start, int end) {
    char last = text.charAt(end - 1);
    return last == ')' && text.substring(start, end).indexOf('(') >= 0;
  }

  private static Set<String> domains() {
    Set<String> domains = new HashSet<>();
    for (String country : Locale.getISOCountries()) {
      domains.add(country.toLowerCase(Locale.ROOT));
    }
    domains.add("uk");
    domains.add("eu");
    try (InputStream in = Urls.class.getResourceAsStream("domains.txt")) {
      if (in == null) {
        throw new IllegalStateException("No list of domains");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      domains.addAll(List.of(text.trim().split("\\s+")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return domains;
  }
}
