package dev.tenlines.bench.search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statements that are right for a question, as defog writes them, and which fit a plan. */
final class Golds {
  private static final Pattern CHOICE = Pattern.compile("\\{([^{}]+)}");
  private static final Pattern TEXT = Pattern.compile("'(?:[^']|'')*'");

  /** Reports: steps, windows, unions, cases, tables made on the way, reckoning with columns. */
  private static final Pattern REPORT =
      Pattern.compile(
          "(?is)\\bwith\\b|\\bover\\s*\\(|\\b(union|intersect|except|case|lateral|filter|stddev|percentile_cont)\\b"
              + "|\\bfrom\\s*\\(\\s*select|\\bjoin\\s*\\(\\s*select|\\bextract\\s*\\("
              + "|[\\w)]\\s*/\\s*[\\w(]|[\\w)]\\s*\\*\\s*[\\w(]|\\)\\s*-\\s*|\\w\\s+-\\s+(?!interval|'')\\w");

  private Golds() {}

  /** Of {@code {a, b}} any one column is enough, or all of them. */
  static List<String> of(String all) {
    List<String> out = new ArrayList<>();
    for (String sql : statements(all)) {
      Matcher choice = CHOICE.matcher(sql);
      if (!choice.find()) {
        out.add(sql);
        continue;
      }
      List<String> columns = new ArrayList<>(List.of(choice.group(1).split(",")));
      columns.add(choice.group(1));
      for (String column : columns) {
        String chosen = sql.substring(0, choice.start()) + column + sql.substring(choice.end());
        String grouped = column.replaceAll("(?i)\\s+as\\s+\\w+", "");
        out.add(chosen.replace("{}", grouped));
      }
    }
    return out;
  }

  /** A semicolon within a text ends nothing. */
  private static List<String> statements(String all) {
    List<String> out = new ArrayList<>();
    int start = 0;
    boolean text = false;
    for (int i = 0; i <= all.length(); i++) {
      boolean end = i == all.length() || all.charAt(i) == ';' && !text;
      if (i < all.length() && all.charAt(i) == '\'') {
        text = !text;
      }
      if (end) {
        String sql = all.substring(start, i).strip();
        if (!sql.isEmpty()) {
          out.add(sql);
        }
        start = i + 1;
      }
    }
    return out;
  }

  /** Whether a typed plan can say it, as far as its words tell. */
  static boolean fitsPlan(String sql) {
    return !REPORT.matcher(TEXT.matcher(sql).replaceAll("''")).find();
  }
}
