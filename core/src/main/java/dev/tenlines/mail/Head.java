package dev.tenlines.mail;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The head of an earlier mail inside a text: "From: … Sent: … Subject: …", with the line that
 * separates it from what stands above.
 *
 * @param end the index of the first line behind it
 * @param separated a separator stands above it
 */
record Head(int end, boolean separated, Map<Role, String> values) {
  private static final int MOST_CONTINUED = 4;
  private static final int LONGEST_LABEL = 32;
  private static final int LONGEST_SEPARATOR = 120;

  /** What a line of a head says. */
  enum Role {
    FROM,
    TO,
    CC,
    REPLY,
    DATE,
    SUBJECT,
    IMPORTANCE
  }

  private static final Map<Role, Pattern> LABELS = labels();
  private static final Pattern LABELLED =
      Pattern.compile("^\\*{0,2}[\\p{L}][\\p{L} '’-]{0,24}\\*{0,2} ?[:：]\\*{0,2}\\s*(.*)$");
  private static final Pattern RULE = Pattern.compile("^[-_=*–—]{3,}$");
  private static final Pattern SEPARATOR =
      Pattern.compile(
          "(?iu)^[-_=*–—\\s>]{2,}\\s*(?:fwd?:\\s*)?"
              + MailWords.any("separator", "forwarded")
              + "[^\\n]{0,60}?[-_=*–—\\s:]{2,}$|^"
              + MailWords.any("forwarded")
              + "\\s?[:：]?$");
  private static final Set<String> FORWARDED = MailWords.first("forwarded");
  private static final Pattern DASHED = Pattern.compile("^-{3,}\\s?[\\p{L} ’']{3,40}\\s?-{3,}$");

  /** The head that begins at this line, or null. */
  static @Nullable Head at(List<Line> lines, int from) {
    String first = lines.get(from).text();
    boolean separator =
        first.length() <= LONGEST_SEPARATOR && drawn(first) && SEPARATOR.matcher(first).matches();
    if (separator || RULE.matcher(first).matches() || DASHED.matcher(first).matches()) {
      int next = nonBlank(lines, from + 1, 3);
      Head below = next < 0 ? null : labelled(lines, next, true);
      if (below != null) {
        return below;
      }
      return separator ? new Head(from + 1, true, Map.of()) : null;
    }
    return labelled(lines, from, false);
  }

  private static boolean drawn(String text) {
    return !text.isEmpty()
        && (!Character.isLetterOrDigit(text.charAt(0))
            || FORWARDED.contains(MailWords.firstWord(text)));
  }

  private static @Nullable Head labelled(List<Line> lines, int from, boolean separated) {
    Map<Role, String> values = new EnumMap<>(Role.class);
    int end = from;
    int at = from;
    int others = 0;
    int continued = 0;
    @Nullable Role last = null;
    while (at >= 0 && at < lines.size()) {
      String text = lines.get(at).text();
      Role role = role(text);
      if (role != null) {
        last = role;
        values.putIfAbsent(role, value(role, text));
      } else if (end == from
          || !separated && !LABELLED.matcher(text).matches() && !wraps(lines, at, values)) {
        break;
      } else if (LABELLED.matcher(text).matches()) {
        others++;
        last = null;
      } else if (wraps(lines, at, values) && continued++ < MOST_CONTINUED) {
        if (last != null) {
          values.merge(last, text, (a, b) -> a + " " + b);
        }
      } else {
        break;
      }
      end = ++at;
      if (at < lines.size() && lines.get(at).blank()) {
        // Some programs leave lines between the fields.
        int next = nonBlank(lines, at, 3);
        boolean more = next >= 0 && role(lines.get(next).text()) != null;
        if (!more || values.containsKey(role(lines.get(next).text()))) {
          break;
        }
        at = next;
      }
    }
    boolean unknown = values.isEmpty() && foreign(lines, from);
    if (unknown) {
      return new Head(from + 3, separated, values);
    }
    return isHead(values, others, separated) ? new Head(end, separated, values) : null;
  }

  private static boolean isHead(Map<Role, String> values, int others, boolean separated) {
    if (!values.containsKey(Role.FROM)) {
      return separated && values.size() >= 2 && others <= values.size();
    }
    boolean address = values.values().stream().anyMatch(v -> Intro.ADDRESS.matcher(v).find());
    String date = values.get(Role.DATE);
    boolean day = date != null && Intro.day(date);
    return separated
        || values.size() >= 3 && (address || day || values.containsKey(Role.SUBJECT))
        || values.size() >= 2 && address;
  }

  /** A field goes on in a line that is indented, or before which a value was not finished. */
  private static boolean wraps(List<Line> lines, int at, Map<Role, String> values) {
    if (values.isEmpty() || at == 0) {
      return false;
    }
    String before = lines.get(at - 1).text();
    String text = lines.get(at).text();
    boolean open = before.endsWith(",") || before.endsWith(";") || before.endsWith("<");
    boolean address = text.startsWith("<") && Intro.ADDRESS.matcher(text).find();
    int next = at + 1;
    boolean more = next < lines.size() && role(lines.get(next).text()) != null;
    return open || address || more || text.startsWith("<");
  }

  private static @Nullable Role role(String text) {
    if (!labelled(text)) {
      return null;
    }
    for (Map.Entry<Role, Pattern> label : LABELS.entrySet()) {
      if (label.getValue().matcher(text).lookingAt()) {
        return label.getKey();
      }
    }
    return null;
  }

  /** Most lines have no label, which is quickly seen. */
  private static boolean labelled(String text) {
    for (int i = 0; i < Math.min(text.length(), LONGEST_LABEL); i++) {
      if (text.charAt(i) == ':' || text.charAt(i) == '：') {
        return true;
      }
    }
    return false;
  }

  private static String value(Role role, String text) {
    Matcher label = Objects.requireNonNull(LABELS.get(role)).matcher(text);
    return label.lookingAt() ? text.substring(label.end()).strip() : text;
  }

  /** A head in a language we do not know: three labelled lines, an address first, and a day. */
  private static boolean foreign(List<Line> lines, int from) {
    if (from + 3 > lines.size()) {
      return false;
    }
    boolean address = false;
    boolean day = false;
    for (int i = from; i < from + 3; i++) {
      Matcher labelled = LABELLED.matcher(lines.get(i).text());
      if (!labelled.matches()) {
        return false;
      }
      address |= i == from && Intro.ADDRESS.matcher(labelled.group(1)).find();
      day |= Intro.day(labelled.group(1));
    }
    return address && day;
  }

  private static int nonBlank(List<Line> lines, int from, int within) {
    for (int i = from; i < Math.min(lines.size(), from + within + 1); i++) {
      if (!lines.get(i).blank()) {
        return i;
      }
    }
    return -1;
  }

  private static Map<Role, Pattern> labels() {
    Map<Role, Pattern> labels = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      String words = MailWords.any(role.name().toLowerCase(Locale.ROOT));
      labels.put(
          role,
          Pattern.compile(
              "(?iu)^\\*{0,2}" + words + "\\*{0,2}[ \\t\u00a0]{0,3}[:：][ \\t]?\\*{0,2}"));
    }
    return labels;
  }
}
