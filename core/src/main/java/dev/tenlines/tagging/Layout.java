package dev.tenlines.tagging;

import dev.tenlines.document.Block;
import dev.tenlines.document.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a token stands: on which line, under which label, between which other lines. */
final class Layout {
  /** The words before the first colon of a line that is not one of a time or an address. */
  private static final Pattern LABEL =
      Pattern.compile("^[\\s*>|-]*(\\p{L}[\\p{L}\\p{N} ./()_-]{0,30}?)\\s*:(?![\\d/])");

  private static final Pattern DAY =
      Pattern.compile(
          "(?i)\\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\b"
              + "|\\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\b");

  private static final Pattern CLOCK =
      Pattern.compile("(?i)\\d:\\d\\d|\\d ?[ap]\\.?m\\b|\\bnoon\\b");
  private static final Pattern PLACE =
      Pattern.compile(
          "(?i)\\b(?:room|hall|rm|auditorium|building|center)\\b|\\b\\p{L}+\\s?\\d{3,4}\\b");
  private static final int FAR_IN = 8;
  private static final int MANY = 4;

  private final Clues clues;
  private final String text;

  private Layout(Clues clues, String text) {
    this.clues = clues;
    this.text = text;
  }

  /** A line that is not blank, by its tokens; the label may be of a line above. */
  private record Line(int from, int to, int indent, String text, String label, boolean own) {}

  static void add(Clues clues, Document document) {
    Layout layout = new Layout(clues, document.text());
    List<Line> lines = layout.lines();
    for (int i = 0; i < lines.size(); i++) {
      layout.line(lines, i);
    }
    layout.blocks(document.blocks());
  }

  private List<Line> lines() {
    List<Token> tokens = clues.tokens();
    List<Line> lines = new ArrayList<>();
    for (int from = 0; from < tokens.size(); ) {
      int to = from + 1;
      while (to < tokens.size() && !tokens.get(to).isFirst()) {
        to++;
      }
      int start = text.lastIndexOf('\n', tokens.get(from).start()) + 1;
      String line = text.substring(start, tokens.get(to - 1).end());
      int indent = tokens.get(from).start() - start;
      Matcher label = LABEL.matcher(line);
      if (label.find()) {
        lines.add(new Line(from, to, indent, line, normal(label.group(1)), true));
      } else {
        lines.add(
            new Line(from, to, indent, line, inherited(lines, tokens.get(from), indent), false));
      }
      from = to;
    }
    return lines;
  }

  /** A line that stands further in goes on with what the labelled line above began. */
  private static String inherited(List<Line> lines, Token first, int indent) {
    if (lines.isEmpty() || first.gap() == Token.Gap.BLANK_LINE) {
      return "";
    }
    Line above = lines.getLast();
    return above.own ? indent > above.indent ? above.label : "" : above.label;
  }

  private static String normal(String label) {
    return label.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
  }

  private void line(List<Line> lines, int at) {
    Line line = lines.get(at);
    List<Token> tokens = clues.tokens();
    String above = look(lines, at - 1);
    String below = look(lines, at + 1);
    String own = look(lines, at);
    String kind = kind(line);
    boolean blankAbove = tokens.get(line.from).gap() == Token.Gap.BLANK_LINE;
    boolean blankBelow =
        line.to >= tokens.size() || tokens.get(line.to).gap() == Token.Gap.BLANK_LINE;
    for (int i = line.from; i < line.to; i++) {
      int place = i - line.from;
      int rest = line.to - 1 - i;
      if (!line.label.isEmpty()) {
        boolean behind = !line.own || tokens.get(i).start() >= labelEnd(line, tokens);
        String label = (behind ? "under=" : "in=") + line.label;
        clues.here(i, label);
        clues.here(i, label + (line.own ? "" : " next"));
        clues.here(i, label + " " + Math.min(line.own ? place : -1, MANY));
      } else {
        clues.here(i, "no label");
      }
      clues.here(i, "place=" + Math.min(place, MANY));
      clues.here(i, "rest=" + Math.min(rest, MANY));
      clues.here(i, "line " + (at < 10 ? at : at < 20 ? "10" : "20"));
      clues.here(i, "indent " + (line.indent == 0 ? 0 : line.indent < FAR_IN ? 1 : 2));
      clues.here(i, "above " + above);
      clues.here(i, "below " + below);
      clues.here(i, "own " + own);
      clues.here(i, kind);
      clues.here(i, kind + " above " + above + " " + blankAbove);
      clues.here(i, kind + " below " + below + " " + blankBelow);
      clues.here(i, kind + " starts " + (place == 0) + " ends " + (rest == 0));
      clues.here(i, "blank " + blankAbove + blankBelow);
      if (at == lines.size() - 1) {
        clues.here(i, "last line");
      }
    }
  }

  private int labelEnd(Line line, List<Token> tokens) {
    int start = tokens.get(line.from).start() - line.indent;
    return text.indexOf(':', start);
  }

  /** What a glance at a line tells. */
  private static String look(List<Line> lines, int at) {
    if (at < 0 || at >= lines.size()) {
      return "none";
    }
    String line = lines.get(at).text;
    String look =
        (CLOCK.matcher(line).find() ? "clock " : "")
            + (DAY.matcher(line).find() ? "day " : "")
            + (PLACE.matcher(line).find() ? "place " : "");
    return look.isEmpty() ? line.contains("\"") ? "quote" : kind(lines.get(at)) : look;
  }

  /** Whether a line is a few words in capitals, a title, or a part of running text. */
  private static String kind(Line line) {
    int words = 0;
    int capitals = 0;
    int letters = 0;
    int big = 0;
    boolean inside = false;
    for (int i = 0; i < line.text.length(); i++) {
      char c = line.text.charAt(i);
      boolean letter = Character.isLetter(c);
      if (letter && !inside) {
        words++;
        capitals += Character.isUpperCase(c) ? 1 : 0;
      }
      letters += letter ? 1 : 0;
      big += letter && Character.isUpperCase(c) ? 1 : 0;
      inside = letter || inside && c == '\'';
    }
    String length =
        words == 0 ? "no words" : words <= MANY ? "short" : words <= 9 ? "middle" : "long";
    String style = big == letters ? "loud" : capitals >= words - words / 3 ? "title" : "plain";
    return "line " + length + " " + style + (line.indent >= FAR_IN ? " in" : "");
  }

  private void blocks(List<Block> blocks) {
    List<Token> tokens = clues.tokens();
    for (Block block : blocks) {
      if (block.kind() == Block.Kind.PARAGRAPH) {
        continue;
      }
      int at = Tokens.first(tokens, block.span().start());
      for (int i = at; i < tokens.size() && tokens.get(i).start() < block.span().end(); i++) {
        clues.here(i, "block=" + block.kind());
      }
    }
  }
}
