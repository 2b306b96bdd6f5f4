package dev.tenlines.mock;

import dev.tenlines.TenlinesException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scripts as they are written on a command line. */
final class ScriptText {
  private static final Pattern ITEM =
      Pattern.compile("(ok|[a-z][0-9]{2})(?:\\s*[x*]\\s*([0-9]{1,6}))?");
  private static final Pattern ALWAYS = Pattern.compile("always\\s+([a-z][0-9]{2}|ok)");
  private static final Pattern SHARE =
      Pattern.compile(
          "([0-9]{1,3}(?:\\.[0-9]+)?)\\s*%\\s+([a-z][0-9]{2})(?:\\s+seed\\s+([0-9]{1,18}))?");
  private static final Pattern PACE =
      Pattern.compile("pace\\s+([0-9]{1,7})\\s*ms(?:\\s*[x*]\\s*([0-9]{1,6}))?");
  private static final Pattern CACHED =
      Pattern.compile("cached\\s+([0-9]{1,9})(?:\\s*/\\s*([0-9]{1,9}))?");
  private static final Pattern THINKING = Pattern.compile("thinking\\s+([0-9]{1,6})");
  private static final Pattern WAIT = Pattern.compile("retry-after\\s+([0-9]{1,6})");

  private ScriptText() {}

  static Script parse(String text) {
    Script script = Script.answers();
    boolean ended = false;
    for (String part : List.of(text.toLowerCase(Locale.ROOT).split("[,;\\n]"))) {
      String item = part.strip();
      if (item.isEmpty()) {
        continue;
      }
      boolean last = item.startsWith("always") || item.contains("%");
      if (ended && (last || ITEM.matcher(item).matches())) {
        throw wrong(item, "Maybe put it before what goes on for ever.");
      }
      ended |= last;
      script = add(script, item);
    }
    return script;
  }

  private static Script add(Script script, String item) {
    Matcher m = ITEM.matcher(item);
    if (m.matches()) {
      int times = m.group(2) == null ? 1 : Integer.parseInt(m.group(2));
      return m.group(1).equals("ok")
          ? script.thenGood(times)
          : script.then(Fault.of(m.group(1)), times);
    }
    m = ALWAYS.matcher(item);
    if (m.matches()) {
      return m.group(1).equals("ok") ? script : script.then(Script.always(Fault.of(m.group(1))));
    }
    m = SHARE.matcher(item);
    if (m.matches()) {
      double share = Double.parseDouble(m.group(1)) / 100;
      long seed = m.group(3) == null ? 1 : Long.parseLong(m.group(3));
      return script.then(Script.sometimes(Fault.of(m.group(2)), share, seed));
    }
    return style(script, item);
  }

  private static Script style(Script script, String item) {
    Matcher m = PACE.matcher(item);
    if (m.matches()) {
      int events = m.group(2) == null ? 0 : Integer.parseInt(m.group(2));
      return script.paced(Duration.ofMillis(Long.parseLong(m.group(1))), events);
    }
    m = CACHED.matcher(item);
    if (m.matches()) {
      long written = m.group(2) == null ? 0 : Long.parseLong(m.group(2));
      return script.cached(Long.parseLong(m.group(1)), written);
    }
    m = THINKING.matcher(item);
    if (m.matches()) {
      return script.thinking(Integer.parseInt(m.group(1)));
    }
    m = WAIT.matcher(item);
    if (m.matches()) {
      return script.retryAfter(Duration.ofSeconds(Long.parseLong(m.group(1))));
    }
    throw wrong(item, "Maybe write S01,S08x3,ok,C09 or 30% S08 seed 7 or always S07.");
  }

  private static TenlinesException wrong(String item, String hint) {
    return new TenlinesException(
        "TL-321", "The script's part (" + item + ") is not understood.", hint);
  }
}
