package dev.tenlines.trial;

import java.util.List;
import java.util.Locale;

/** The trial's pictures as SVG, readable on light and dark ground. */
final class Charts {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final int LEFT = 60;
  private static final int TOP = 40;
  private static final int RIGHT = 610;
  private static final int BOTTOM = 310;
  private static final int POINTS = 200;

  private Charts() {}

  /** Error among the answers against the share answered, with the promise as a line. */
  static String riskCoverage(double[] risk, double promised, double coverage) {
    double highest = Math.max(2 * promised, risk.length == 0 ? 0 : risk[risk.length - 1]) * 1.1;
    StringBuilder path = new StringBuilder();
    int step = Math.max(1, risk.length / POINTS);
    for (int i = 0; i < risk.length; i += step) {
      path.append(path.isEmpty() ? "M" : "L")
          .append(point(x((i + 1.0) / risk.length), y(Math.min(risk[i], highest) / highest)));
    }
    StringBuilder out = start("Risk and coverage of the small model");
    for (int tick = 0; tick <= 4; tick++) {
      out.append(text(x(tick / 4.0), BOTTOM + 18, "middle", tick * 25 + " %"));
      out.append(
          text(
              LEFT - 8,
              y(tick / 4.0) + 4,
              "end",
              String.format(Locale.ROOT, "%.1f %%", highest * 25 * tick)));
      out.append(line(LEFT, y(tick / 4.0), RIGHT, y(tick / 4.0), "#8884"));
    }
    out.append(line(LEFT, y(promised / highest), RIGHT, y(promised / highest), "#d33"));
    out.append(text(RIGHT, y(promised / highest) - 6, "end", "promised error"));
    out.append(line(x(coverage), TOP, x(coverage), BOTTOM, "#2a7"));
    out.append(text(x(coverage) - 4, TOP + 12, "end", "the ladder answers this share"));
    out.append("<path d=\"")
        .append(path)
        .append("\" fill=\"none\" stroke=\"#36c\" stroke-width=\"2\"/>\n");
    out.append(text((LEFT + RIGHT) / 2.0, BOTTOM + 38, "middle", "share answered, surest first"));
    return out.append("</svg>\n").toString();
  }

  /** The labels most often taken for each other. */
  static String confusions(List<Figures.Confusion> confusions, String note) {
    StringBuilder out = start("Costliest confusions of the small model");
    int most = confusions.stream().mapToInt(Figures.Confusion::rows).max().orElse(1);
    for (int i = 0; i < confusions.size(); i++) {
      Figures.Confusion confusion = confusions.get(i);
      double top = TOP + i * 27.0;
      double length = 250.0 * confusion.rows() / most;
      out.append(text(320, top + 15, "end", confusion.right() + " → " + confusion.answered()));
      out.append(
          String.format(
              Locale.ROOT,
              "<rect x=\"330\" y=\"%.1f\" width=\"%.1f\" height=\"20\" fill=\"#36c\"/>%n",
              top,
              length));
      out.append(text(336 + length, top + 15, "start", Integer.toString(confusion.rows())));
    }
    out.append(text(LEFT, BOTTOM + 38, "start", confusions.isEmpty() ? "none" : note));
    return out.append("</svg>\n").toString();
  }

  private static StringBuilder start(String title) {
    return new StringBuilder()
        .append(
            String.format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                    + " font-family=\"system-ui, sans-serif\" font-size=\"12\">%n"
                    + "<title>%s</title>%n<style>text{fill:#222}@media(prefers-color-scheme:dark)"
                    + "{text{fill:#ddd}}</style>%n",
                WIDTH, HEIGHT, escaped(title)))
        .append(text(LEFT, 22, "start", title));
  }

  private static String text(double x, double y, String anchor, String content) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
        x,
        y,
        anchor,
        escaped(content));
  }

  private static String line(double x1, double y1, double x2, double y2, String color) {
    return String.format(
        Locale.ROOT,
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>%n",
        x1,
        y1,
        x2,
        y2,
        color);
  }

  private static String point(double x, double y) {
    return String.format(Locale.ROOT, "%.1f %.1f", x, y);
  }

  private static double x(double share) {
    return LEFT + share * (RIGHT - LEFT);
  }

  private static double y(double share) {
    return BOTTOM - share * (BOTTOM - TOP);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
