package dev.tenlines.notices;

import dev.tenlines.document.Span;
import dev.tenlines.notices.Line.Zone;
import dev.tenlines.text.Found;
import dev.tenlines.text.Value.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who signed a letter, as a list of pieces: between bars, dots and ends of lines. */
final class Signature {
  private static final Pattern BORDER =
      Pattern.compile(" ?[|·•‖] ?|\\t+| {3,}|(?<= )[–—-]{1,2}(?= )|(?<=\\p{L}) / (?=\\p{L})");
  private static final Pattern LABEL =
      Pattern.compile(
          "(?iu)^(?:name|contact|kontakt|ansprechpartner(?:in)?|firma|company|organi[sz]ation|org|adresse?|address|anschrift|fn|title|role|position|function|funktion|fonction|cargo|functie|ruolo|società|société|empresa|bedrijf|dirección|indirizzo|adres)[ .]*: *");
  private static final Pattern ON_BEHALF =
      Pattern.compile(
          "^(?:i\\. ?A\\.|i\\. ?V\\.|ppa\\.|p\\. ?p\\.|gez\\.|p\\.o\\.|[-–—~]{1,2})\\s+");

  /** A piece of a signature: where it stands, what it says, and the line it is on. */
  record Piece(Span span, String said, int line) {}

  final List<Line> lines;
  final List<Piece> pieces = new ArrayList<>();
  final Span whole;
  private final Letter letter;

  Signature(Letter letter) {
    this.letter = letter;
    List<Line> signed = letter.lines(Zone.SIGNATURE);
    // What stands under a rule as a notice is no signature, but may be all there is.
    lines = signed;
    whole =
        lines.isEmpty()
            ? new Span(0, 0)
            : new Span(lines.getFirst().span().start(), lines.getLast().span().end());
    for (int i = 0; i < lines.size(); i++) {
      split(lines.get(i), i);
    }
  }

  private void split(Line line, int number) {
    if (Terms.CLOSING.matcher(line.said()).matches() || line.said().matches("[-_=*~–— ]+")) {
      return;
    }
    Matcher border = BORDER.matcher(line.said());
    int at = 0;
    while (border.find()) {
      add(line, at, border.start(), number);
      at = border.end();
    }
    add(line, at, line.said().length(), number);
  }

  private void add(Line line, int from, int until, int number) {
    Span span = letter.stripped(line.span().start() + from, line.span().start() + until);
    span = without(LABEL, without(ON_BEHALF, span));
    int end = span.end();
    while (end > span.start() && ",;*".indexOf(letter.text.charAt(end - 1)) >= 0) {
      end--;
    }
    int start = span.start();
    while (start < end && letter.text.charAt(start) == '*') {
      start++;
    }
    if (start < end) {
      Span bare = new Span(start, end);
      pieces.add(new Piece(bare, bare.of(letter.text), number));
    }
  }

  private Span without(Pattern prefix, Span span) {
    Matcher matcher = prefix.matcher(span.of(letter.text));
    return matcher.lookingAt() ? new Span(span.start() + matcher.end(), span.end()) : span;
  }

  /** Whether a piece has a number, an address of the net or a date in it. */
  boolean isPlain(Piece piece) {
    return piece.said().indexOf('@') < 0
        && letter.found.stream()
            .filter(one -> one.start() < piece.span().end() && piece.span().start() < one.end())
            .noneMatch(Signature::isCode);
  }

  private static boolean isCode(Found found) {
    return found.value() instanceof Identifier code
        && (code.kind().equals("email")
            || code.kind().equals("url")
            || code.kind().equals("phone"));
  }
}
