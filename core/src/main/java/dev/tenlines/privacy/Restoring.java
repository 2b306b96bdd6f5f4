package dev.tenlines.privacy;

import java.util.regex.Matcher;

/**
 * Puts values back into a text that comes in pieces. What could be the beginning of a token is held
 * back until it is clear; once the rest of a token turns up that cannot be put back, nothing more
 * comes out.
 */
public final class Restoring {
  private final Disguise disguise;
  private final StringBuilder held = new StringBuilder();
  private boolean failed;

  Restoring(Disguise disguise) {
    this.disguise = disguise;
  }

  /** The next piece; what may be shown by now. */
  public synchronized String add(String piece) {
    if (disguise.isEmpty()) {
      return piece;
    }
    held.append(piece);
    return restored(false);
  }

  /** What was held back, now that nothing follows. */
  public synchronized String end() {
    return restored(true);
  }

  /** Whether the rest of a token turned up. */
  public synchronized boolean failed() {
    return failed;
  }

  // A stream is what hitEnd is made for.
  @SuppressWarnings("JdkObsolete")
  private String restored(boolean last) {
    StringBuilder out = new StringBuilder();
    Matcher token = disguise.token(held);
    Matcher residue = disguise.residue(held);
    int at = 0;
    while (at < held.length() && !failed) {
      boolean whole = token.region(at, held.length()).lookingAt();
      boolean open = token.hitEnd();
      boolean rest = !whole && residue.region(at, held.length()).lookingAt();
      if (!last && (open || !whole && !rest && residue.hitEnd())) {
        break;
      }
      if (whole) {
        out.append(disguise.value(token.group()));
        at = token.end();
      } else if (rest) {
        failed = true;
      } else {
        out.append(held.charAt(at++));
      }
    }
    held.delete(0, at);
    return failed ? "" : out.toString();
  }
}
