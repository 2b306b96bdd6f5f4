package dev.tenlines.mail;

import dev.tenlines.document.Block;
import dev.tenlines.document.Block.Kind;
import dev.tenlines.document.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what a mail's author wrote from what stood there before, and from signature and footer. */
public final class Replies {
  /** A wrapped quoted line leaves its rest without a mark. */
  private static final int WRAPPED = 60;

  private final List<Line> lines;
  private final @Nullable Kind[] kinds;

  private Replies(List<Line> lines) {
    this.lines = lines;
    this.kinds = new @Nullable Kind[lines.size()];
  }

  /** The quotes, signatures and footers of a mail's text. */
  public static List<Block> of(String text) {
    return of(text, List.of(), "");
  }

  /**
   * The quotes, signatures and footers of a mail's text.
   *
   * @param quoted stretches that are known to be quoted, from HTML
   * @param sender the name or address it came from, which often begins the signature
   */
  public static List<Block> of(String text, List<Span> quoted, String sender) {
    Replies replies = new Replies(Line.of(text, quoted));
    replies.quotes();
    Signatures.mark(replies.lines, replies.kinds, sender);
    return replies.blocks();
  }

  private void quotes() {
    int at = 0;
    while (at < lines.size()) {
      Line line = lines.get(at);
      if (line.quoted()) {
        int end = quotedRun(at);
        boolean open = introduced(at) >= end && nonBlank(end) < lines.size();
        end = open ? lines.size() : end;
        if (!remark(at, end)) {
          mark(at, end);
        }
        at = end;
        continue;
      }
      int introduced = line.blank() ? -1 : introduced(at);
      if (introduced > 0) {
        int next = nonBlank(introduced);
        boolean quotedNext = next < lines.size() && lines.get(next).quoted();
        int end = quotedNext ? next : lines.size();
        mark(at, end);
        at = end;
      } else {
        at++;
      }
    }
  }

  /** The index behind an introduction or a head that begins here, or -1. */
  private int introduced(int at) {
    Head head = Head.at(lines, at);
    return head != null ? head.end() : Intro.end(lines, at);
  }

  private int quotedRun(int from) {
    int end = from;
    for (int i = from; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (line.quoted()) {
        end = i + 1;
      } else if (!line.blank() && !leftover(i)) {
        break;
      }
    }
    return end;
  }

  /** The rest of a quoted line that a program wrapped. */
  private boolean leftover(int at) {
    Line before = lines.get(at - 1);
    return before.quoted()
        && before.text().length() >= WRAPPED
        && at + 1 < lines.size()
        && lines.get(at + 1).quoted();
  }

  /** One marked line at the very end that nothing introduces is the author's own. */
  private boolean remark(int at, int end) {
    int above = at - 1;
    while (above >= 0 && lines.get(above).blank()) {
      above--;
    }
    return end - at == 1
        && lines.get(at).marked()
        && nonBlank(end) == lines.size()
        && above >= 0
        && kinds[above] == null;
  }

  private int nonBlank(int from) {
    int at = from;
    while (at < lines.size() && lines.get(at).blank()) {
      at++;
    }
    return at;
  }

  private void mark(int from, int end) {
    Arrays.fill(kinds, from, end, Kind.QUOTED_REPLY);
  }

  private List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= kinds.length; i++) {
      if (i == kinds.length || kinds[i] != kinds[from]) {
        Kind kind = kinds[from];
        if (kind != null) {
          blocks.add(new Block(kind, new Span(lines.get(from).start(), lines.get(i - 1).end())));
        }
        from = i;
      }
    }
    return blocks;
  }
}
