package dev.tenlines.indexing;

import dev.tenlines.document.Block.Heading;
import dev.tenlines.document.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The headings above a place of a document, as the place moves down. */
final class Outline {
  /** What programs write where nobody wrote a title. */
  private static final Pattern NO_TITLE =
      Pattern.compile(
          "(?i)untitled.*|microsoft (?:word|powerpoint) - .*|.*\\.(?:docx?|pdf|indd|tex)");

  private static final int LONGEST = 200;

  private final Document document;
  private final String title;
  private final List<Above> above = new ArrayList<>();

  /** A heading that the place stands under. */
  private record Above(int level, String text, @Nullable String anchor) {}

  private Outline(Document document, String title) {
    this.document = document;
    this.title = title;
  }

  static Outline of(String source, Document document, List<Piece> pieces) {
    return new Outline(document, title(source, document, pieces));
  }

  /** What it says of itself, else the heading above all others, else the name of its file. */
  private static String title(String source, Document document, List<Piece> pieces) {
    return document.fields().stream()
        .filter(f ->
            switch (f.source()) {
              case "html", "front matter", "pdf" -> f.name().equalsIgnoreCase("title");
              case "mail header" -> f.name().equals("Subject");
              default -> false;
            })
        .map(f -> shortened(VisibleText.line(f.value())))
        .filter(said -> !said.isEmpty() && !NO_TITLE.matcher(said).matches())
        .findFirst()
        .or(() -> highest(document, pieces))
        .orElseGet(() -> source.substring(source.lastIndexOf('/') + 1));
  }

  private static Optional<String> highest(Document document, List<Piece> pieces) {
    List<Piece> headings = pieces.stream().filter(Piece::isHeading).toList();
    int top = headings.stream().mapToInt(Outline::level).min().orElse(0);
    List<Piece> all = headings.stream().filter(h -> level(h) == top).toList();
    boolean first = !all.isEmpty() && all.getFirst().equals(headings.getFirst());
    return first && (all.size() == 1 || top == 1)
        ? Optional.of(text(document, all.getFirst()))
        : Optional.empty();
  }

  private static int level(Piece heading) {
    Heading known = known(heading);
    return known == null ? 1 : known.level();
  }

  private static @Nullable Heading known(Piece heading) {
    return heading.block() == null ? null : heading.block().heading();
  }

  private static String text(Document document, Piece heading) {
    return shortened(VisibleText.line(heading.span().of(document.text())));
  }

  private static String shortened(String line) {
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
  }

  /** Moves below a heading. */
  void enter(Piece heading) {
    int level = level(heading);
    while (!above.isEmpty() && above.getLast().level() >= level) {
      above.removeLast();
    }
    Heading known = known(heading);
    above.add(new Above(level, text(document, heading), known == null ? null : known.anchor()));
  }

  /** Whether nothing stands under a heading, not even other headings. */
  boolean isBare(List<Piece> pieces, int heading) {
    Piece next = heading + 1 < pieces.size() ? pieces.get(heading + 1) : null;
    return next == null || next.isHeading() && level(next) <= level(pieces.get(heading));
  }

  /** The title and the headings; one that only repeats the title is left out. */
  List<String> path() {
    List<String> path = new ArrayList<>();
    path.add(title);
    for (int i = 0; i < above.size(); i++) {
      String heading = above.get(i).text();
      if (i > 0 || !repeats(heading)) {
        path.add(heading);
      }
    }
    return path;
  }

  /** Titles of pages go on with the name of the site. */
  private boolean repeats(String heading) {
    String said = heading.toLowerCase(Locale.ROOT);
    String whole = title.toLowerCase(Locale.ROOT);
    if (!whole.startsWith(said)) {
      return false;
    }
    String rest = whole.substring(said.length()).strip();
    return rest.isEmpty() || !Character.isLetterOrDigit(rest.codePointAt(0));
  }

  /** What a link to the place has behind {@code #}; the nearest heading that has one. */
  @Nullable String anchor() {
    for (Above heading : above.reversed()) {
      if (heading.anchor() != null) {
        return heading.anchor();
      }
    }
    return null;
  }
}
