package dev.tenlines.labels;

import dev.tenlines.document.Span;
import dev.tenlines.fields.FieldType;
import dev.tenlines.text.Found;
import dev.tenlines.text.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what may be a number of an invoice, an order or a customer: {@code RE-2026/0815}. */
final class CodeTokens {
  private static final Pattern TOKEN =
      Pattern.compile("[\\p{L}\\p{Nd}](?:[\\p{L}\\p{Nd}_]|[-/.\\\\:+][-/]?(?=[\\p{L}\\p{Nd}]))*+");

  /** Letters before the figures: {@code F 1234/56}. */
  private static final Pattern PREFIX = Pattern.compile("\\p{Lu}{1,5}");

  private static final Pattern GROUP = Pattern.compile("\\p{Nd}{2,4}");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\p{Nd}{2}");

  private final Sheet sheet;

  CodeTokens(Sheet sheet) {
    this.sheet = sheet;
  }

  /** The codes in a stretch, in its order. */
  List<Typed> in(int from, int to) {
    List<int[]> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(sheet.text).region(from, to);
    while (matcher.find()) {
      tokens.add(new int[] {matcher.start(), matcher.end()});
    }
    List<Typed> codes = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      int last = last(tokens, i);
      if (digit(said(tokens.get(i))) || last > i) {
        Typed code = code(tokens.get(i)[0], tokens.get(last)[1]);
        if (code != null) {
          codes.add(code);
        }
        i = last;
      }
    }
    if (codes.isEmpty() && tokens.size() == 1 && !said(tokens.getFirst()).isEmpty()) {
      capitals(tokens.getFirst()).ifPresent(codes::add);
    }
    return codes;
  }

  /** The last token of the code that begins with this one. */
  private int last(List<int[]> tokens, int first) {
    int last = first;
    while (last + 1 < tokens.size()
        && joins(tokens.get(last), tokens.get(last + 1), last == first)) {
      last++;
    }
    return last;
  }

  private boolean joins(int[] one, int[] two, boolean first) {
    String between = sheet.text.substring(one[1], two[0]);
    if (!between.equals(" ")
        && !between.equals("\u00A0")
        && !between.equals(" - ")
        && !between.equals(" / ")) {
      return false;
    }
    String before = said(one);
    String after = said(two);
    boolean prefix = first && PREFIX.matcher(before).matches() && digit(after);
    boolean groups =
        between.length() == 1 && GROUP.matcher(before).matches() && GROUP.matcher(after).matches();
    return prefix || groups;
  }

  private @org.jspecify.annotations.Nullable Typed code(int start, int end) {
    Span span = new Span(start, end);
    String said = span.of(sheet.text);
    Found covering = sheet.covering(span);
    if (covering != null && isOther(covering, said)) {
      return null;
    }
    boolean year = YEAR.matcher(said).matches();
    return new Typed(span, said, year ? 0.6 : said.length() < 3 ? 0.85 : 1);
  }

  /** What has another meaning is no code: dates, amounts with a currency, addresses. */
  private static boolean isOther(Found found, String said) {
    boolean longer = found.end() - found.start() > said.length();
    return switch (found.value()) {
      case Value.Period period ->
          FieldType.DATE.value(period) != null && (longer || said.length() > 5)
              || FieldType.TIME.value(period) != null;
      case Value.Amount amount -> !amount.currency().isEmpty();
      case Value.Percent percent -> true;
      case Value.Identifier identifier when longer && identifier.checked() -> true;
      case Value.Identifier identifier ->
          identifier.kind().equals("email") || identifier.kind().equals("url") && digitless(said);
      default -> false;
    };
  }

  /** A word in capitals that stands alone. */
  private java.util.Optional<Typed> capitals(int[] token) {
    String said = said(token);
    boolean code = said.length() >= 4 && said.chars().noneMatch(Character::isLowerCase);
    return code
        ? java.util.Optional.of(new Typed(new Span(token[0], token[1]), said, 0.6))
        : java.util.Optional.empty();
  }

  private String said(int[] token) {
    return sheet.text.substring(token[0], token[1]);
  }

  private static boolean digit(String said) {
    return said.chars().anyMatch(Character::isDigit);
  }

  private static boolean digitless(String said) {
    return !digit(said);
  }
}
