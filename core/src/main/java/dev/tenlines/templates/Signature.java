package dev.tenlines.templates;

import dev.tenlines.templates.Cell.Label;
import dev.tenlines.text.Found;
import dev.tenlines.text.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What documents of one sender and layout share.
 *
 * @param sender the domain that its mails come from; empty for other files
 * @param cells words without figures that stand alone, such as labels and headings
 * @param marks what the sender is known by: domains, numbers of accounts and of taxes, telephones
 */
public record Signature(String sender, List<String> cells, List<String> marks) {
  private static final Pattern DOMAIN = Pattern.compile("@([\\p{L}\\p{N}.-]+)");
  private static final int LONGEST = 60;

  /** A document fits from here on … */
  private static final double FITS = 0.45;

  /** … or from here, where there is little to go by. */
  private static final double SURELY_FITS = 0.7;

  private static final int LITTLE = 8;

  public Signature {
    cells = List.copyOf(cells);
    marks = List.copyOf(marks);
  }

  static Signature of(Sheet sheet) {
    Matcher domain = DOMAIN.matcher(sheet.header("From"));
    Set<String> cells = new TreeSet<>();
    for (List<Cell> row : sheet.rows()) {
      for (Cell cell : row) {
        String words = constant(sheet.text(), cell);
        if (words.length() > 2 && words.length() <= LONGEST) {
          cells.add(words);
        }
      }
    }
    String sender = domain.find() ? domain.group(1).toLowerCase(Locale.ROOT) : "";
    return new Signature(sender, List.copyOf(cells), List.copyOf(marks(sheet)));
  }

  /** The words of a cell up to its first figure. */
  private static String constant(String text, Cell cell) {
    int digit = cell.span().start();
    while (digit < cell.span().end() && !Character.isDigit(text.charAt(digit))) {
      digit++;
    }
    int first = digit;
    return cell.labels().stream()
        .filter(label -> label.span().end() <= first)
        .map(Label::folded)
        .collect(Collectors.joining(" "));
  }

  private static Set<String> marks(Sheet sheet) {
    Set<String> marks = new TreeSet<>();
    for (Found found : sheet.founds()) {
      if (found.value() instanceof Value.Identifier(String kind, String normal, boolean checked)) {
        switch (kind) {
          case "email" -> marks.add(normal.substring(normal.indexOf('@') + 1));
          case "url" ->
              marks.add(
                  normal
                      .replaceFirst("^\\w+://", "")
                      .replaceFirst("^www\\.", "")
                      .split("[/?#]")[0]);
          case "phone" -> marks.add(normal);
          default -> {
            if (checked) {
              marks.add(normal);
            }
          }
        }
      }
    }
    return marks;
  }

  /** What both share. */
  Signature and(Signature other) {
    return new Signature(
        sender.equals(other.sender) ? sender : "",
        shared(cells, other.cells),
        shared(marks, other.marks));
  }

  private static List<String> shared(List<String> one, Collection<String> other) {
    List<String> shared = new ArrayList<>(one);
    shared.retainAll(other);
    return shared;
  }

  /** How well a document fits, from 0 to 1. */
  double fit(Signature document) {
    double cell = share(cells, document.cells);
    if (!sender.isEmpty() || !document.sender.isEmpty()) {
      return sender.equals(document.sender) && (cells.isEmpty() || cell > 0.1)
          ? 0.6 + 0.4 * cell
          : 0;
    }
    return marks.isEmpty() ? cell : (cell + share(marks, document.marks)) / 2;
  }

  /** From which fit on a document is of the same sender and layout. */
  double least() {
    return sender.isEmpty() && marks.isEmpty() && cells.size() < LITTLE ? SURELY_FITS : FITS;
  }

  private static double share(List<String> of, List<String> in) {
    return of.isEmpty() ? 0 : (double) shared(of, in).size() / of.size();
  }
}
