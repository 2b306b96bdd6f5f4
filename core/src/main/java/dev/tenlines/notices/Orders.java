package dev.tenlines.notices;

import dev.tenlines.document.Span;
import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldReader;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.notices.Days.Day;
import dev.tenlines.notices.Line.Zone;
import dev.tenlines.notices.Postal.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An order by mail, or the answer that confirms one: who orders what from whom, where and when. */
final class Orders {
  private static final Pattern CONFIRMED =
      Pattern.compile(
          "(?iu)thank(?:s| you)[^.\\n]{0,20} for (?:your order|ordering)|order confirm|(?:we (?:have )?received|confirm(?:ing)?) your order|your order (?:#|no|number|has|is|[0-9])|bestellbestätigung|auftragsbestätigung(?! *$)|(?:deine|ihre|eure) bestellung|bestellung[^.\\n]{0,24}(?:eingegangen|angekommen|erhalten)|confirmation de (?:votre )?commande|(?:merci|votre) (?:pour )?(?:de )?(?:votre )?commande|commande (?:est )?confirmée|confirmación de(?:l| su| tu)? pedido|(?:gracias por|hemos recibido) (?:su|tu) pedido|(?:su|tu) pedido|orderbevestiging|bestelbevestiging|bevestiging van (?:uw|je) bestelling|(?:uw|je) bestelling|conferma (?:del(?:l'| suo| tuo)? ?)?ordine|grazie per (?:il (?:suo|tuo)|l'|aver) ?ordin|il (?:suo|tuo) ordine");
  private static final Pattern ASKS =
      Pattern.compile(
          "(?iu)(?:bitte|please|merci de|veuillez|por favor|graag|gelieve|vi preghiamo|si prega)[^.\\n]{0,40}(?:bestätig|confirm|bevestig|conferm|auftragsbestätigung)|bitte auftragsbestätigung|(?:we|wir|nous|i) (?:would like to|hereby|want to)? ?(?:order|bestellen|commandons)|(?:hiermit )?bestellen wir|nous commandons|pedimos|queremos pedir|bestellen wij|wij bestellen|ordiniamo");
  private static final Pattern LABEL_ORDERED =
      Pattern.compile(
          "(?iu)(?:order date|date of order|ordered(?: on)?|date ordered|order placed|placed(?: on)?|bestelldatum|bestellt am|auftragsdatum|date de (?:la )?commande|commandé le|fecha (?:de|del) pedido|besteldatum|besteld op|data (?:dell')?ordine)");
  private static final Pattern ORDERED =
      Pattern.compile(
          "(?iu)(?:(?:bestellung|order|commande|pedido|bestelling|ordine|auftrag)[^.\\n]{0,30}(?:vom|of|from|dated|placed|on|du|del|de fecha|van|passée le|effettuato il|realizado el|geplaatst op)|(?:placed|ordered|bestellt|commandé|besteld)(?: on| am| le| op)?)\\s{0,3}$");
  private static final Pattern LABEL_DELIVERY =
      Pattern.compile(
          "(?iu)(?:(?:estimated |expected |requested |voraussichtliche[rs]? )?(?:delivery|lieferung)(?: date| by)?|(?:delivery|deliver|ship|required|needed|arrives|arriving)(?: date| by| on)?|deliver(?:ed)? on|(?:gewünschte[rs]? |voraussichtliche[rs]? )?(?:liefertermin|lieferdatum|lieferzeit|zustellung|ankunft)|(?:date de )?livraison(?: prévue| estimée| souhaitée)?|(?:fecha (?:de|prevista de) )?entrega(?: prevista| estimada)?|lever(?:datum|ing)|(?:gewenste |verwachte )?(?:lever|bezorg)(?:datum|ing|moment)|(?:data (?:di )?)?consegna(?: prevista| stimata)?)");
  private static final Pattern DELIVERS =
      Pattern.compile(
          "(?iu)deliver|liefer|zustell|need|brauchen|benötigen|ready|arriv|ship|livr|recevoir|besoin|entreg|necesitamos|recibir|lever|bezorg|nodig|ontvangen|consegn|ricevere|servono|ankunft|eintreff|abhol|pick(?:ed)? up|collect|retir|afhalen|ophalen|an unser|at the|yard");
  private static final Pattern BY =
      Pattern.compile(
          "(?iu)(?<![\\p{L}])(?:by|until|before|no later than|not later than|on|for|bis(?: zum| spätestens)?|spätestens(?: am| bis)?|vor dem|am|zum|für den|avant le|pour le|au plus tard le|d'ici le|le|antes del|para el|hasta el|el|a más tardar el|voor|uiterlijk(?: op)?|op|tegen|entro il|per il|il|entro e non oltre il)[\\s,]{0,3}$");
  private static final Pattern SURE_BY =
      Pattern.compile(
          "(?iu)(?<![\\p{L}])(?:by|until|before|later than|bis|zum|spätestens|avant|tard|pour le|antes del|para el|hasta el|tardar el|voor|uiterlijk|op|tegen|entro|per)(?![\\p{L}])[^.\\n]{0,6}$");
  private static final Pattern NOT_DELIVERY =
      Pattern.compile(
          "(?iu)bestätig|confirm|bevestig|conferm|gilt|gültig|valid|valable|válid|geldig|validità|zahlbar|payable|pay |payment|rechnung|invoice|offer|angebot|quote|devis|oferta|offerte|preventivo|ends|closed|geschlossen|urlaub|holiday|order date|bestelldatum|order[^.\\n]{0,20}(?:placed|dated)|vom |stock");
  private static final Pattern LABEL_ADDRESS =
      Pattern.compile(
          "(?iu)(?:deliver(?:y|ies)? (?:address|to)|deliver to|ship(?:s|ping)? (?:to|address)|shipping address|send to|lieferadresse|lieferanschrift|versandadresse|lieferung (?:an|nach)|liefern an|(?:wir )?liefern (?:es )?an|adresse de livraison|livrer à|livraison à|expédier à|(?:dirección|lugar|domicilio) de (?:entrega|envío)|entregar en|enviar a|(?:aflever|bezorg|lever)adres|leveren (?:aan|op)|bezorgen (?:bij|op)|indirizzo di (?:consegna|spedizione)|consegnare a|spedire a|luogo di consegna)[\\p{L} ]{0,16}(?:[:：]| {2,}|\\n|\\t|(?<=(?:to|an|à|en|a|aan|bij|op)) (?=\\p{Lu}|[0-9]))\\s{0,40}");
  private static final Pattern TEAM =
      Pattern.compile(
          "(?u)^(?:Dear|Hello|Hi|Liebes|Hallo|Bonjour|Estimados|Beste|Gentile) (?<name>\\p{Lu}[\\p{L}&' -]{2,40}?)(?:[ -](?:[Tt]eam|[Ss]taff|crew))");
  private static final int LONGEST = 320;

  private final Letter letter;
  private final Contacts contacts;
  private final boolean confirms;
  private final List<Place> places;

  Orders(Letter letter, Contacts contacts) {
    this.letter = letter;
    this.contacts = contacts;
    StringBuilder head =
        new StringBuilder(letter.subject == null ? "" : letter.subject.of(letter.text))
            .append('\n');
    letter.lines(Zone.BODY).stream()
        .limit(8)
        .forEach(line -> head.append(line.said()).append('\n'));
    confirms = CONFIRMED.matcher(head).find() && !ASKS.matcher(head).find();
    places = letter.mail ? Postal.in(letter.text, ownStretch()) : List.of();
  }

  private Span ownStretch() {
    List<Line> own = letter.own();
    return own.isEmpty()
        ? new Span(0, 0)
        : new Span(own.getFirst().span().start(), own.getLast().span().end());
  }

  List<Candidate> find(Topic topic, FieldSpec field) {
    return switch (topic) {
      case ORDERED -> ordered();
      case DELIVERY -> delivery();
      case CUSTOMER -> confirms ? reader() : author();
      case SELLER -> confirms ? author() : addressee();
      case DELIVERED_TO -> deliveredTo();
      case EMAIL -> email(field);
      case PHONE, MOBILE, FAX -> confirms ? List.of() : contacts.find(topic, field);
      default -> List.of();
    };
  }

  private List<Day> days() {
    List<Day> days = new ArrayList<>();
    Span own = ownStretch();
    for (Day day : Days.in(letter.text, own, letter.setting.locale(), letter.today)) {
      boolean quoted =
          letter.lines.stream()
              .anyMatch(line -> line.zone() == Zone.QUOTED && line.span().overlaps(day.span()));
      if (!quoted) {
        days.add(day);
      }
    }
    return days;
  }

  private Candidate day(Day day, double score) {
    return letter.candidate(day.span(), day.date().toString(), score);
  }

  /** What a line says about the order's day, else the day of the mail. */
  private List<Candidate> ordered() {
    List<Candidate> all = new ArrayList<>();
    List<Span> labelled = Labelled.in(letter, letter.own(), LABEL_ORDERED);
    for (Day day : days()) {
      if (labelled.stream()
          .anyMatch(
              span -> span.start() <= day.span().start() && day.span().start() < span.end())) {
        all.add(day(day, 0.96));
      } else if (ORDERED.matcher(before(day.span().start())).find()) {
        all.add(day(day, 0.92));
      }
    }
    if (letter.date != null) {
      all.add(letter.candidate(letter.date, letter.today.toString(), 0.82));
    }
    all.sort(Comparator.comparingDouble(Candidate::score).reversed());
    return all;
  }

  private List<Candidate> delivery() {
    List<Candidate> all = new ArrayList<>();
    List<Span> labelled = Labelled.in(letter, letter.own(), LABEL_DELIVERY);
    boolean first = true;
    for (Day day : days()) {
      String before = before(day.span().start());
      boolean inLabel =
          labelled.stream()
              .anyMatch(
                  span -> span.start() <= day.span().start() && day.span().start() < span.end());
      if (inLabel) {
        all.add(day(day, 0.96));
      } else if (!NOT_DELIVERY.matcher(before).find() && !ORDERED.matcher(before).find()) {
        String around = before + sentenceAfter(day.span().end());
        boolean delivers = DELIVERS.matcher(around).find();
        boolean by = BY.matcher(before).find();
        boolean sure = SURE_BY.matcher(before).find();
        double score =
            delivers && sure ? 0.92 : delivers && by ? 0.82 : delivers ? 0.62 : sure ? 0.58 : 0;
        boolean later = !day.date().isBefore(letter.today);
        if (score > 0 && later) {
          all.add(day(day, first ? score : score - 0.03));
          first = false;
        }
      }
    }
    all.sort(Comparator.comparingDouble(Candidate::score).reversed());
    return all;
  }

  /** The sentence until a place; a list in the middle of it is a part of it. */
  private String before(int place) {
    String said = letter.text.substring(Math.max(ownStretch().start(), place - LONGEST), place);
    Matcher stop =
        Pattern.compile("(?<=[\\p{L}\\p{N})]{2})[.!?](?=\\s+\\p{Lu})|\\n\\n(?=\\p{Lu})")
            .matcher(said);
    int from = 0;
    while (stop.find()) {
      from = stop.end();
    }
    return said.substring(from);
  }

  private String sentenceAfter(int place) {
    String said = letter.text.substring(place, Math.min(letter.text.length(), place + 90));
    Matcher stop = Pattern.compile("[.!?](?=\\s)|\\n\\n|\\n(?=\\p{Lu}\\p{L}+:)").matcher(said);
    return stop.find() ? said.substring(0, stop.start()) : said;
  }

  /** Who wrote the mail: the firm of the signature, else the name in its head. */
  private List<Candidate> author() {
    List<Candidate> all = new ArrayList<>(contacts.organisations());
    Span display = letter.display(letter.from);
    if (display != null && all.isEmpty()) {
      all.add(letter.said(display, confirms ? 0.88 : 0.7));
    } else if (display != null && confirms && !People.isName(display.of(letter.text))) {
      all.add(letter.said(display, 0.88));
    }
    all.sort(Comparator.comparingDouble(Candidate::score).reversed());
    return all;
  }

  /** To whom a confirmation goes: the first line of the delivery address has the whole name. */
  private List<Candidate> reader() {
    List<Candidate> all = new ArrayList<>();
    Span display = letter.display(letter.to);
    Span address = letter.address(letter.to);
    for (Candidate place : deliveredTo()) {
      Span first = firstPart(place.span());
      String said = first.of(letter.text);
      String known =
          (display == null ? "" : display.of(letter.text))
              + " "
              + (address == null ? "" : address.of(letter.text));
      boolean agrees = People.agreement(said, known) > 0 || letter.agrees(said, letter.to);
      if (People.isName(said) || Terms.isOrganisation(said)) {
        all.add(letter.said(first, agrees ? 0.94 : 0.66));
      }
    }
    if (display != null) {
      all.add(letter.said(display, 0.9));
    }
    all.sort(Comparator.comparingDouble(Candidate::score).reversed());
    return all;
  }

  private Span firstPart(Span span) {
    int end = span.start();
    while (end < span.end() && "\n,|·".indexOf(letter.text.charAt(end)) < 0) {
      end++;
    }
    return letter.stripped(span.start(), end);
  }

  /** The firm that is written to: it may have signed the mail that is answered. */
  private List<Candidate> addressee() {
    List<Candidate> all = new ArrayList<>();
    for (Line line : letter.lines(Zone.QUOTED)) {
      Matcher legal = Terms.LEGAL.matcher(line.said());
      while (legal.find()) {
        Span name = firm(line, legal.start(), legal.end());
        if (name != null && !letter.agrees(name.of(letter.text), letter.from)) {
          all.add(letter.said(name, letter.agrees(name.of(letter.text), letter.to) ? 0.93 : 0.6));
        }
      }
    }
    for (Line line : letter.lines(Zone.BODY)) {
      Matcher team = TEAM.matcher(line.said());
      if (team.find()) {
        Span name =
            new Span(
                line.span().start() + team.start("name"), line.span().start() + team.end("name"));
        all.add(letter.said(name, letter.agrees(name.of(letter.text), letter.to) ? 0.8 : 0.5));
      }
    }
    Span display = letter.display(letter.to);
    if (display != null
        && (Terms.isOrganisation(display.of(letter.text))
            || letter.agrees(display.of(letter.text), letter.to) && !isPerson(display))) {
      all.add(letter.said(display, 0.84));
    }
    all.sort(Comparator.comparingDouble(Candidate::score).reversed());
    return all;
  }

  /** A name is a person's where the address in front of its sign has it, too. */
  private boolean isPerson(Span display) {
    Span address = letter.address(letter.to);
    String local = address == null ? "" : address.of(letter.text).replaceFirst("@.*", "");
    String said = display.of(letter.text);
    return People.isName(said) && People.agreement(said, local) > 0;
  }

  /** A name that ends with its legal form. */
  private static @Nullable Span firm(Line line, int legal, int end) {
    String said = line.said();
    int start = legal;
    while (start > 0 && ",|·:>;(".indexOf(said.charAt(start - 1)) < 0) {
      start--;
    }
    while (start < legal && !Character.isLetterOrDigit(said.charAt(start))) {
      start++;
    }
    boolean capital =
        start < legal
            && (Character.isUpperCase(said.charAt(start)) || Character.isDigit(said.charAt(start)));
    boolean few = said.substring(start, end).split(" ").length <= 7;
    return capital && few ? new Span(line.span().start() + start, line.span().start() + end) : null;
  }

  /** What stands from the words that say so until the address ends. */
  private List<Candidate> deliveredTo() {
    List<Candidate> all = new ArrayList<>();
    Matcher label = LABEL_ADDRESS.matcher(letter.text);
    for (Place place : places) {
      boolean signed = contacts.isOwn(place);
      label.region(Math.max(0, place.span().start() - LONGEST / 2), place.span().start() + 1);
      int begin = -1;
      while (label.find()) {
        begin = label.end();
      }
      if (begin >= 0
          && begin <= place.span().start()
          && !letter.text.substring(begin, place.span().start()).contains("\n\n")) {
        Span span = letter.stripped(begin, place.span().end());
        all.add(letter.candidate(span, Postal.lines(letter.text, span), 0.95));
      } else if (!signed) {
        Span span = new Span(recipient(place), place.span().end());
        boolean delivers = DELIVERS.matcher(before(place.span().start())).find();
        all.add(letter.candidate(span, Postal.lines(letter.text, span), delivers ? 0.88 : 0.6));
      }
    }
    all.sort(Comparator.comparingDouble(Candidate::score).reversed());
    return all;
  }

  /** Behind a colon the name of who receives it may stand. */
  private int recipient(Place place) {
    String before =
        letter.text.substring(Math.max(0, place.span().start() - 80), place.span().start());
    int colon = Math.max(before.lastIndexOf(": "), before.lastIndexOf(":\n"));
    String between = colon < 0 ? "." : before.substring(colon + 1);
    boolean list = !between.isBlank() && !between.matches("(?s).*(?:\\n\\n|[.!?(]).*");
    int start = place.span().start() - between.length();
    return list ? letter.stripped(start, place.span().start()).start() : place.span().start();
  }

  private List<Candidate> email(FieldSpec field) {
    Span address = letter.address(confirms ? letter.to : letter.from);
    if (address == null) {
      return List.of();
    }
    Object value = FieldReader.read(field, address.of(letter.text), letter.asked());
    return value == null ? List.of() : List.of(letter.candidate(address, value, 0.93));
  }
}
