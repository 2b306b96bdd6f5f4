package dev.tenlines.salience;

import dev.tenlines.Evidence;
import dev.tenlines.document.Document;
import dev.tenlines.document.Span;
import dev.tenlines.summarize.Summary.KeyFact;
import dev.tenlines.text.Fact;
import dev.tenlines.text.Facts;
import dev.tenlines.text.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds who, when and how much: what a reader of a document wants to know exactly. */
public final class KeyFacts {
  private static final int PARTIES = 4;
  private static final int DATES = 5;
  private static final int AMOUNTS = 6;
  private static final int MOST = 12;
  private static final double FAR = 10_000;
  private static final double CUE = 2.5;
  private static final double DIGIT = 0.3;
  private static final String SOURCE = "input";

  /** What says that a date is one to keep in mind; word beginnings of six languages. */
  private static final Pattern DATE_CUE =
      Pattern.compile(
          "(?iu)\\b(?:commenc|start|begin|effective|end|expir|terminat|due|deadline|until|later than|clos|matur|sign|deliver"
              + "|beginn|endet|ende|fällig|frist|gültig|läuft|début|commence|expire|échéance|jusqu|inicio|vence|hasta|fecha"
              + "|ingang|eind|verval|uiterlijk|decorr|scad|entro)\\p{L}*");

  private static final Pattern AMOUNT_CUE =
      Pattern.compile(
          "(?iu)\\b(?:rent|deposit|price|fee|total|sum|salary|pay|cost|revenue|income|profit|credit|purchase|penalt|damages|insur|installment"
              + "|miete|kaution|preis|gebühr|gesamt|summe|gehalt|betrag|umsatz|gewinn|loyer|caution|prix|montant|total|chiffre"
              + "|precio|importe|alquiler|ingresos|huur|borg|prijs|bedrag|omzet|prezzo|importo|canone|ricavi)\\p{L}*");

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final int AROUND = 30;
  private static final Pattern DAY_OF =
      Pattern.compile(
          "(?i)(?<![\\p{L}\\p{N}])(?:[0-9]{1,2}(?:st|nd|rd|th)?|\\p{L}{3,7}(?:st|nd|rd|th))\\s+day\\s+of\\s+\\z");

  private final String text;
  private final List<Weighed> weighed = new ArrayList<>();

  private KeyFacts(String text) {
    this.text = text;
  }

  private record Weighed(KeyFact fact, double weight) {}

  /** What one value was found as. */
  private static final class Found {
    private final Span first;
    private final String kind;
    private Span best;
    private double weight;
    private int often;
    private int digits;

    private Found(Span first, String kind) {
      this.first = first;
      this.best = first;
      this.kind = kind;
    }
  }

  /** The parties, dates and amounts of a document, each value once, the most important first. */
  public static List<KeyFact> of(Document document) {
    KeyFacts facts = new KeyFacts(document.text());
    facts.values();
    for (Parties.Party party : Parties.of(document.text())) {
      facts.add("party", party.span(), party.role(), party.weight());
    }
    return facts.best();
  }

  /** Dates and amounts have digits: only around these the text is read. */
  private void values() {
    Map<String, Found> values = new HashMap<>();
    Matcher digits = DIGITS.matcher(text);
    int end = 0;
    int start = -1;
    while (digits.find()) {
      if (start >= 0 && digits.start() - AROUND > end) {
        values(start, end, values);
        start = -1;
      }
      start = start < 0 ? border(digits.start()) : start;
      end = Math.min(text.length(), digits.end() + AROUND);
    }
    if (start >= 0) {
      values(start, end, values);
    }
    for (Found value : values.values()) {
      String about = About.of(text, value.best);
      add(
          value.kind,
          value.first,
          about,
          value.weight + Math.log(value.often) / 2 + DIGIT * value.digits);
    }
  }

  /** Somewhat before a place, at a white space. */
  private int border(int at) {
    int border = Math.max(0, at - AROUND);
    while (border < at && border > 0 && !Character.isWhitespace(text.charAt(border - 1))) {
      border++;
    }
    return border;
  }

  private void values(int from, int to, Map<String, Found> values) {
    for (Fact fact : Facts.of(text.substring(from, to).replace('\t', ' '))) {
      String kind =
          switch (fact) {
            case Fact.Day day when whole(day) -> "date";
            case Fact.Figure figure when money(figure, from) -> "amount";
            default -> "";
          };
      if (!kind.isEmpty()) {
        Span span = whole(fact, from);
        Found value =
            values.computeIfAbsent(kind + ' ' + normal(fact), key -> new Found(span, kind));
        value.often++;
        value.digits = fact instanceof Fact.Figure f ? digits(f) : 0;
        double weight = weight(span, kind);
        if (weight > value.weight) {
          value.weight = weight;
          value.best = span;
        }
      }
    }
  }

  /** How many digits an amount has before its point. */
  private static int digits(Fact.Figure figure) {
    BigDecimal value = figure.values().stream().reduce(BigDecimal::max).orElseThrow();
    return Math.max(0, value.precision() - value.scale());
  }

  private static boolean whole(Fact.Day day) {
    Fact.Day.Reading reading = day.readings().getFirst();
    return reading.year() != null && reading.month() != null;
  }

  /** Not the second half of {@code 00/100 Dollars}. */
  private boolean money(Fact.Figure figure, int from) {
    int start = from + figure.start();
    boolean half = start > 0 && text.charAt(start - 1) == '/';
    return figure.unit().length() == 3 && !half;
  }

  /** A date with what may stand before it: {@code 24th day of}. */
  private Span whole(Fact fact, int from) {
    int start = from + fact.start();
    Matcher day = DAY_OF.matcher(text.substring(Math.max(0, start - 24), start));
    boolean longer = fact instanceof Fact.Day && day.find();
    return new Span(start - (longer ? day.group().length() : 0), from + fact.end());
  }

  private static String normal(Fact fact) {
    return switch (fact) {
      case Fact.Day day -> {
        Fact.Day.Reading r = day.readings().getFirst();
        yield r.year() + "-" + r.month() + "-" + r.day();
      }
      case Fact.Figure figure ->
          figure.values().stream()
                  .reduce(BigDecimal::max)
                  .orElseThrow()
                  .stripTrailingZeros()
                  .toPlainString()
              + figure.unit();
      case Fact.Name name -> name.normal();
    };
  }

  /** Early places count, and words that say what a value is for. */
  private double weight(Span span, String kind) {
    double weight = 3 / (1 + span.start() / FAR);
    String near = text.substring(Math.max(0, span.start() - 120), span.start());
    Pattern cue = kind.equals("date") ? DATE_CUE : AMOUNT_CUE;
    int last = -1;
    for (var m = cue.matcher(near); m.find(); ) {
      last = m.end();
    }
    return last < 0 ? weight : weight + CUE - (near.length() - last) / 120.0;
  }

  private void add(String kind, Span span, String about, double weight) {
    String said = span.of(text);
    Evidence from = new Evidence.Span(SOURCE, span.start(), span.end(), said);
    weighed.add(new Weighed(new KeyFact(kind, said.replaceAll("\\s+", " "), about, from), weight));
  }

  /** So many of each kind, and more of the others where one has few. */
  private List<KeyFact> best() {
    weighed.sort(Comparator.comparingDouble(fact -> -fact.weight()));
    Map<String, Integer> left =
        new HashMap<>(Map.of("party", PARTIES, "date", DATES, "amount", AMOUNTS));
    List<KeyFact> best = new ArrayList<>();
    Set<KeyFact> schedule = Schedule.of(weighed.stream().map(Weighed::fact).toList(), text);
    List<KeyFact> more = new ArrayList<>();
    Set<String> told = new HashSet<>();
    for (Weighed one : weighed) {
      if (!told.add(one.fact().kind() + Words.normal(one.fact().text()))) {
        continue;
      }
      @Nullable Integer room = left.computeIfPresent(one.fact().kind(), (kind, n) -> n - 1);
      (room != null && room >= 0 ? best : more).add(one.fact());
    }
    for (KeyFact fact : more) {
      if (best.size() < MOST || schedule.contains(fact)) {
        best.add(fact);
      }
    }
    List<String> kinds = List.of("party", "date", "amount");
    best.sort(Comparator.comparingInt(fact -> kinds.indexOf(fact.kind())));
    return List.copyOf(best);
  }

  /** Tells what a value is about, in a few words that the source has before or after it. */
  private static final class About {
    private static final int MOST_WORDS = 7;
    private static final int FAR = 90;
    private static final String BORDERS = ";:()[]\n“”\"|\t";

    private About() {}

    /** The words before a value up to a border; where there are none, those after it. */
    static String of(String text, Span value) {
      String before = before(text, value.start());
      return before.isEmpty() ? after(text, value.end()) : before;
    }

    private static String before(String text, int end) {
      int stop = end;
      while (stop > 0 && " \t:([$€£".indexOf(text.charAt(stop - 1)) >= 0) {
        stop--;
      }
      int start = stop;
      int words = 0;
      while (start > 0 && stop - start < FAR && !border(text, start - 1)) {
        words += Character.isWhitespace(text.charAt(start - 1)) ? 1 : 0;
        if (words >= MOST_WORDS) {
          break;
        }
        start--;
      }
      while (start > 0 && start < stop && Character.isLetterOrDigit(text.charAt(start - 1))) {
        start++;
      }
      return clean(text.substring(Math.min(start, stop), stop));
    }

    private static String after(String text, int start) {
      int end = start;
      int words = 0;
      while (end < text.length() && end - start < FAR && !border(text, end)) {
        words += Character.isWhitespace(text.charAt(end)) ? 1 : 0;
        if (words > MOST_WORDS) {
          break;
        }
        end++;
      }
      return clean(text.substring(start, end));
    }

    /** Signs that part, and points behind which a new sentence begins. */
    private static boolean border(String text, int at) {
      char c = text.charAt(at);
      boolean wrapped =
          c == '\n'
              && at > 0
              && text.charAt(at - 1) != '\n'
              && at + 1 < text.length()
              && text.charAt(at + 1) != '\n';
      if (wrapped) {
        return false;
      }
      boolean point =
          c == '.' && at + 1 < text.length() && Character.isWhitespace(text.charAt(at + 1));
      return point || BORDERS.indexOf(c) >= 0;
    }

    private static String clean(String words) {
      return words.replaceAll("\\s+", " ").replaceAll("^[\\s,.–—-]+|[\\s,.–—-]+$", "");
    }
  }
}
