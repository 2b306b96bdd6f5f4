package dev.tenlines.salience;

import dev.tenlines.Evidence;
import dev.tenlines.document.Document;
import dev.tenlines.document.Span;
import dev.tenlines.summarize.Summary.KeyFact;
import dev.tenlines.text.Fact;
import dev.tenlines.text.Facts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds who, when and how much: what a reader of a document wants to know exactly. */
public final class KeyFacts {
  private static final int PARTIES = 4;
  private static final int DATES = 5;
  private static final int AMOUNTS = 5;
  private static final int MOST = 12;
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

    private Found(Span first, String kind) {
      this.first = first;
      this.best = first;
      this.kind = kind;
    }
  }

  /** The parties, dates and amounts of a document, each value once, the most important first. */
  public static List<KeyFact> of(Document document) {
    KeyFacts facts = new KeyFacts(document.text());
    List<Fact> found = Facts.of(document.text());
    facts.values(found);
    List<Parties.Party> parties = Parties.of(document.text(), found);
    for (Parties.Party party : parties) {
      facts.add("party", party.span(), party.role(), party.weight());
    }
    return facts.best();
  }

  private void values(List<Fact> found) {
    Map<String, Found> values = new HashMap<>();
    for (Fact fact : found) {
      String kind =
          switch (fact) {
            case Fact.Day day when whole(day) -> "date";
            case Fact.Figure figure when figure.unit().length() == 3 -> "amount";
            default -> "";
          };
      if (!kind.isEmpty()) {
        Span span = new Span(fact.start(), fact.end());
        Found value =
            values.computeIfAbsent(kind + ' ' + normal(fact), key -> new Found(span, kind));
        value.often++;
        double weight = weight(span, kind);
        if (weight > value.weight) {
          value.weight = weight;
          value.best = span;
        }
      }
    }
    for (Found value : values.values()) {
      String about = About.of(text, value.best);
      add(value.kind, value.first, about, value.weight + Math.log(value.often) / 2);
    }
  }

  private static boolean whole(Fact.Day day) {
    Fact.Day.Reading reading = day.readings().getFirst();
    return reading.year() != null && reading.month() != null;
  }

  private static String normal(Fact fact) {
    return switch (fact) {
      case Fact.Day day -> {
        Fact.Day.Reading r = day.readings().getFirst();
        yield r.year() + "-" + r.month() + "-" + r.day();
      }
      case Fact.Figure figure ->
          figure.values().getFirst().stripTrailingZeros().toPlainString() + figure.unit();
      case Fact.Name name -> name.normal();
    };
  }

  /** Early places count, and words that say what a value is for. */
  private double weight(Span span, String kind) {
    double weight = 3 / (1 + span.start() / 5000.0);
    String near = text.substring(Math.max(0, span.start() - 120), span.start());
    Pattern cue = kind.equals("date") ? DATE_CUE : AMOUNT_CUE;
    int last = -1;
    for (var m = cue.matcher(near); m.find(); ) {
      last = m.end();
    }
    return last < 0 ? weight : weight + 1.5 - (near.length() - last) / 120.0;
  }

  private void add(String kind, Span span, String about, double weight) {
    String said = span.of(text);
    Evidence from = new Evidence.Span(SOURCE, span.start(), span.end(), said);
    weighed.add(
        new Weighed(new KeyFact(kind, said.replaceAll("\\s+", " "), about, from), weight));
  }

  /** So many of each kind, and more of the others where one has few. */
  private List<KeyFact> best() {
    weighed.sort(Comparator.comparingDouble(fact -> -fact.weight()));
    Map<String, Integer> left =
        new HashMap<>(Map.of("party", PARTIES, "date", DATES, "amount", AMOUNTS));
    List<KeyFact> best = new ArrayList<>();
    List<KeyFact> more = new ArrayList<>();
    for (Weighed one : weighed) {
      @Nullable Integer room = left.computeIfPresent(one.fact().kind(), (kind, n) -> n - 1);
      (room != null && room >= 0 ? best : more).add(one.fact());
    }
    for (KeyFact fact : more) {
      if (best.size() < MOST) {
        best.add(fact);
      }
    }
    List<String> kinds = List.of("party", "date", "amount");
    best.sort(Comparator.comparingInt(fact -> kinds.indexOf(fact.kind())));
    return List.copyOf(best);
  }
}
