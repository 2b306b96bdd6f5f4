package dev.tenlines.identifiers;

import dev.tenlines.text.Found;
import dev.tenlines.text.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mentions and hashtags: a sign and a name. */
final class Handles implements Finder {
  private static final Pattern MENTION = Pattern.compile("@[A-Za-z0-9_]{2,64}+(?![\\w@]|\\.\\w)");
  private static final Pattern HASHTAG = Pattern.compile("#[\\p{L}\\p{N}_]{1,100}+");

  private final String kind;
  private final Pattern pattern;

  private Handles(String kind, Pattern pattern) {
    this.kind = kind;
    this.pattern = pattern;
  }

  static Handles mentions() {
    return new Handles("mention", MENTION);
  }

  static Handles hashtags() {
    return new Handles("hashtag", HASHTAG);
  }

  @Override
  public List<Found> find(String text, Setting setting) {
    List<Found> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      if (stands(text, matcher.start())) {
        String handle = matcher.group().toLowerCase(Locale.ROOT);
        found.add(Finder.found(text, matcher.start(), matcher.end(), kind, handle, false));
      }
    }
    return found;
  }

  /** "C#" and the fragment of an address are no hashtags. */
  private boolean stands(String text, int at) {
    char before = at == 0 ? ' ' : text.charAt(at - 1);
    return kind.equals("mention")
        ? before != '.' && before != '/'
        : !Finder.isWord(text, at - 1) && "/&#?=.".indexOf(before) < 0;
  }
}
