package dev.tenlines.answer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what a model says, statement by statement, as it comes. Whatever stands around the
 * statements is passed over, and what a model thinks aloud is not read; nothing of it is believed
 * anyway.
 */
final class Statements {
  private static final int LONGEST = 4_000;

  /** What is beyond them is no answer. */
  private static final int MOST = 60_000;

  private static final String[] THOUGHTS = {"think", "thinking"};

  private final StringBuilder text = new StringBuilder();
  private int at;

  /**
   * One statement as it was said.
   *
   * @param quote where it says to have it from
   * @param passage the number of the passage it names, or 0
   */
  record Said(String statement, String quote, int passage) {}

  /** Takes a further piece and hands out the statements that are whole by now. */
  List<Said> take(String piece) {
    text.append(piece, 0, Math.min(piece.length(), MOST - Math.min(MOST, text.length())));
    return read(false);
  }

  /** Hands out what is left: nothing more will come. */
  List<Said> rest() {
    return read(true);
  }

  private List<Said> read(boolean last) {
    List<Said> said = new ArrayList<>();
    if (!isThoughtOut() && !last) {
      return said;
    }
    for (int open = text.indexOf("{", at); open >= 0; open = text.indexOf("{", at)) {
      int end = end(open);
      if (end < 0 && !last && !isShell(open)) {
        at = open;
        break; // the rest of it is still to come
      }
      Said one = end < 0 ? null : statement(text.substring(open, end));
      if (one != null) {
        said.add(one);
      }
      // What is no statement itself may hold some.
      at = one == null ? open + 1 : end;
    }
    return said;
  }

  /** Whether anything came that could have been an answer at all. */
  boolean hasObject() {
    return text.indexOf("{") >= 0 || text.indexOf("[") >= 0;
  }

  /** A thought at the beginning has to end before anything counts. */
  private boolean isThoughtOut() {
    for (String name : THOUGHTS) {
      String open = "<" + name + ">";
      int start = text.indexOf(open, at);
      if (start < 0 || !text.substring(at, start).isBlank()) {
        continue;
      }
      int end = text.indexOf("</" + name + ">", start);
      if (end < 0) {
        return false;
      }
      at = end + name.length() + 3;
    }
    return true;
  }

  /** An object whose first value is a list or an object is the shell of the statements. */
  private boolean isShell(int open) {
    boolean quoted = false;
    for (int i = open + 1; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (quoted) {
        i += sign == '\\' ? 1 : 0;
        quoted = sign != '"';
      } else if (sign == '[' || sign == '{') {
        return true;
      } else if (sign == ',' || sign == '}') {
        return false;
      } else {
        quoted = sign == '"';
      }
    }
    return false;
  }

  /** Where the object ends that begins here, or -1 while it does not. */
  private int end(int open) {
    int depth = 0;
    boolean quoted = false;
    for (int i = open; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (quoted) {
        if (sign == '\\') {
          i++;
        } else if (sign == '"') {
          quoted = false;
        }
      } else if (sign == '"') {
        quoted = true;
      } else if (sign == '{') {
        depth++;
      } else if (sign == '}' && --depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }

  private static @Nullable Said statement(String json) {
    if (json.length() > LONGEST) {
      return null;
    }
    try {
      JsonNode node = JsonMapper.shared().readTree(json);
      JsonNode statement = node.path("statement");
      JsonNode quote = node.path("quote");
      return statement.isString() && quote.isString()
          ? new Said(
              statement.asString(), quote.asString(), Math.max(0, node.path("passage").asInt(0)))
          : null;
    } catch (JacksonException e) {
      return null;
    }
  }
}
