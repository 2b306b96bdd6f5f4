package dev.tenlines.notices;

import dev.tenlines.document.Span;
import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldReader;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.notices.Postal.Place;
import dev.tenlines.notices.Signature.Piece;
import dev.tenlines.text.Found;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The contact details of who wrote a letter. */
final class Contacts {
  private static final Pattern REGISTER =
      Pattern.compile(
          "(?iu)amtsgericht|handelsregister|\\bHR[AB]\\b|\\bVR ?[0-9]|registered|company (?:no|number)|charity|geschäftsführ(?:er|ung):? .|vorstand:|ust-?id|vat|siret|rcs|kvk|p\\. ?iva|cif|nif|confidential|vertraulich|this message|diese nachricht|visit us|besuchen sie|think before|bitte .*drucken");
  private static final Pattern DEGREE =
      Pattern.compile(
          "(?i)^(?:ph\\.?d|m\\.?sc|b\\.?sc|m\\.?a|mba|jr|sr|md|ra|frs|dipl.*|ing\\.?)\\.?$");

  private final Letter letter;
  private final Signature signature;
  private final List<Place> places;
  private final @Nullable Piece name;

  Contacts(Letter letter) {
    this.letter = letter;
    signature = new Signature(letter);
    places = Postal.in(letter.text, signature.whole);
    name = findName();
  }

  List<Candidate> find(Topic topic, FieldSpec field) {
    return switch (topic) {
      case NAME -> names();
      case ROLE -> roles();
      case ORGANISATION -> organisations();
      case ADDRESS -> addresses();
      case PHONE -> new Numbers(letter, signature).of(Numbers.Use.PHONE, field);
      case MOBILE -> new Numbers(letter, signature).of(Numbers.Use.MOBILE, field);
      case FAX -> new Numbers(letter, signature).of(Numbers.Use.FAX, field);
      case EMAIL -> emails(field);
      case WEBSITE, LINK -> websites(field);
      default -> List.of();
    };
  }

  private @Nullable Piece findName() {
    Piece best = null;
    double most = 0;
    int seen = 0;
    for (Piece piece : signature.pieces) {
      Piece bare = beforeComma(piece);
      if (REGISTER.matcher(piece.said()).find()
          || !People.isName(bare.said())
          || !signature.isPlain(bare)) {
        continue;
      }
      int agreeing = agreement(bare.said());
      double score =
          (agreeing > 0 ? 2 + agreeing : 1)
              + (People.isTitled(bare.said()) ? 0.5 : 0)
              - 0.2 * seen++;
      boolean elsewhere = agreeing == 0 && letter.agrees(bare.said(), letter.from);
      if (score > most && !elsewhere) {
        best = bare;
        most = score;
      }
    }
    return best;
  }

  /** "Wendy Cho, Colorist" is a name and what she does. */
  private Piece beforeComma(Piece piece) {
    int comma = piece.said().indexOf(", ");
    if (comma < 0 || DEGREE.matcher(piece.said().substring(comma + 2)).matches()) {
      return piece;
    }
    Span span = new Span(piece.span().start(), piece.span().start() + comma);
    return new Piece(span, span.of(letter.text), piece.line());
  }

  private int agreement(String said) {
    Span address = letter.address(letter.from);
    Span display = letter.display(letter.from);
    int byDisplay = display == null ? 0 : People.agreement(said, display.of(letter.text));
    String local = address == null ? "" : address.of(letter.text).replaceFirst("@.*", "");
    return Math.max(byDisplay, People.agreement(said, local));
  }

  private List<Candidate> names() {
    List<Candidate> all = new ArrayList<>();
    if (name != null) {
      int agreeing = agreement(name.said());
      all.add(letter.said(name.span(), agreeing > 0 ? 0.96 : letter.mail ? 0.85 : 0.72));
    }
    Span display = letter.display(letter.from);
    if (display != null && all.isEmpty()) {
      String said = display.of(letter.text);
      int comma = said.indexOf(", ");
      String turned = comma > 0 ? said.substring(comma + 2) + " " + said.substring(0, comma) : said;
      List<Span> inside = People.in(letter.text, display);
      if (People.isName(turned)) {
        all.add(letter.candidate(display, turned, 0.88));
      } else if (!inside.isEmpty()) {
        all.add(letter.said(inside.getFirst(), 0.8));
      }
    }
    return all;
  }

  private List<Candidate> roles() {
    List<Candidate> all = new ArrayList<>();
    if (name == null) {
      return all;
    }
    Span after = rest();
    if (after != null && !Terms.isOrganisation(after.of(letter.text))) {
      all.add(letter.said(after, Terms.ROLE.matcher(after.of(letter.text)).find() ? 0.93 : 0.7));
    }
    int distance = 0;
    for (Piece piece : signature.pieces) {
      if (piece.span().start() < name.span().end()
          || piece.line() == name.line() && piece.said().startsWith(name.said())) {
        continue;
      }
      distance++;
      boolean role = Terms.ROLE.matcher(piece.said()).find();
      boolean firm =
          Terms.LEGAL.matcher(piece.said()).find()
              || letter.agrees(piece.said(), letter.from)
              || !role && Terms.INSTITUTION.matcher(piece.said()).find();
      boolean words =
          signature.isPlain(piece)
              && !inPlace(piece)
              && !REGISTER.matcher(piece.said()).find()
              && piece.said().length() < 90
              && !piece.said().matches(".*[0-9]{3}.*");
      if (words && !firm && role && distance <= 4) {
        all.add(letter.said(piece.span(), distance <= 2 ? 0.94 : 0.75));
      } else if (words
          && !firm
          && distance == 1
          && piece.said().length() < 60
          && !piece.said().endsWith(".")
          && signature.pieces.size() > 2) {
        all.add(letter.said(piece.span(), 0.62));
      }
    }
    all.sort(Comparator.comparingDouble(Candidate::score).reversed());
    return all;
  }

  /** What stands behind the name and a comma in its piece. */
  private @Nullable Span rest() {
    if (name == null) {
      return null;
    }
    for (Piece piece : signature.pieces) {
      if (piece.span().start() == name.span().start() && piece.span().end() > name.span().end()) {
        Span rest = letter.stripped(name.span().end() + 1, piece.span().end());
        return rest.length() > 2 && rest.length() < 80 ? rest : null;
      }
    }
    return null;
  }

  /** Whether an address stands in the signature. */
  boolean isOwn(Place place) {
    return places.stream().anyMatch(own -> own.span().overlaps(place.span()));
  }

  private boolean inPlace(Piece piece) {
    return places.stream().anyMatch(place -> place.span().overlaps(piece.span()));
  }

  List<Candidate> organisations() {
    List<Candidate> all = new ArrayList<>();
    for (Piece piece : signature.pieces) {
      Span span = firm(piece);
      if (span == null) {
        continue;
      }
      String said = span.of(letter.text);
      boolean isName = name != null && name.said().equals(said);
      boolean legal = Terms.LEGAL.matcher(said).find();
      boolean agrees = letter.agrees(said, letter.from);
      boolean institution = Terms.INSTITUTION.matcher(said).find();
      boolean role = Terms.ROLE.matcher(said).find();
      double score =
          legal && agrees
              ? 0.97
              : legal
                  ? 0.92
                  : agrees && institution ? 0.94 : agrees ? 0.86 : institution && !role ? 0.74 : 0;
      if (score > 0 && !isName) {
        all.add(letter.said(span, score));
      }
    }
    Span display = letter.display(letter.from);
    if (display != null) {
      Span inBrackets = bracket(display);
      Span span = inBrackets == null ? display : inBrackets;
      String said = span.of(letter.text);
      boolean firm =
          Terms.isOrganisation(said) || letter.agrees(said, letter.from) && !People.isName(said);
      if (firm || inBrackets != null) {
        all.add(letter.said(span, firm ? 0.8 : 0.66));
      }
    }
    all.sort(Comparator.comparingDouble(Candidate::score).reversed());
    return all;
  }

  private @Nullable Span bracket(Span span) {
    int open = letter.text.indexOf('(', span.start());
    int close = letter.text.indexOf(')', span.start());
    return open > span.start() && close > open + 2 && close < span.end() + 1
        ? new Span(open + 1, close)
        : null;
  }

  /** The part of a piece that may be a firm: without the address behind it on the same line. */
  private @Nullable Span firm(Piece piece) {
    if (!signature.isPlain(piece)
        || REGISTER.matcher(piece.said()).find()
        || piece.said().length() > 100) {
      return null;
    }
    int end = piece.span().end();
    for (Place place : places) {
      if (place.span().overlaps(piece.span())) {
        end = Math.min(end, place.span().start());
      }
    }
    Span span = letter.stripped(piece.span().start(), Math.max(end, piece.span().start()));
    while (span.length() > 0 && ",-–·".indexOf(letter.text.charAt(span.end() - 1)) >= 0) {
      span = letter.stripped(span.start(), span.end() - 1);
    }
    // "Wendy Cho, Acme Ltd": the firm is behind the name.
    if (name != null && name.span().start() == span.start() && span.end() > name.span().end() + 2) {
      Matcher at =
          Pattern.compile("^(?:,| -| –| at| bei| chez)? *")
              .matcher(letter.text.substring(name.span().end(), span.end()));
      span = at.find() ? letter.stripped(name.span().end() + at.end(), span.end()) : span;
    }
    boolean capital =
        span.length() > 2
            && span.of(letter.text).split(" ").length <= 10
            && !span.of(letter.text).matches(".*\\p{Ll}{3}\\.$");
    return capital ? span : null;
  }

  List<Candidate> addresses() {
    List<Candidate> all = new ArrayList<>();
    for (Place place : places) {
      all.add(
          letter.candidate(place.span(), place.value(letter.text), place.street() ? 0.93 : 0.55));
    }
    all.sort(Comparator.comparingDouble(Candidate::score).reversed());
    return all;
  }

  List<Candidate> emails(FieldSpec field) {
    List<Candidate> all = new ArrayList<>();
    Span address = letter.address(letter.from);
    String own = address == null ? "" : address.of(letter.text);
    for (Found found : letter.codes("email", signature.whole)) {
      boolean same = found.text().equalsIgnoreCase(own);
      add(all, new Span(found.start(), found.end()), field, same ? 0.97 : letter.mail ? 0.6 : 0.85);
    }
    if (address != null) {
      add(all, address, field, 0.94);
    }
    all.sort(Comparator.comparingDouble(Candidate::score).reversed());
    return all;
  }

  private void add(List<Candidate> all, Span span, FieldSpec field, double score) {
    Object value = FieldReader.read(field, span.of(letter.text), letter.asked());
    if (value != null) {
      all.add(letter.candidate(span, value, score));
    }
  }

  private List<Candidate> websites(FieldSpec field) {
    List<Candidate> all = new ArrayList<>();
    for (Found found : letter.codes("url", signature.whole)) {
      boolean own =
          letter.agrees(
              found.text().replaceFirst("^(?:https?://)?(?:www\\.)?", "").replaceFirst("/.*", ""),
              letter.from);
      add(all, new Span(found.start(), found.end()), field, own ? 0.95 : letter.mail ? 0.65 : 0.8);
    }
    all.sort(Comparator.comparingDouble(Candidate::score).reversed());
    return all;
  }
}
