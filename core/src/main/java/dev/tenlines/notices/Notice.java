package dev.tenlines.notices;

import dev.tenlines.document.Document;
import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.text.Setting;
import java.util.List;
import java.util.regex.Pattern;

/** A document as an invitation, an order or a letter of somebody: whatever it is built like. */
final class Notice {
  private static final Pattern ORDER =
      Pattern.compile(
          "(?iu)(?<![\\p{L}])(?:bestell(?:ung|nummer|en|bestätigung)|auftragsbestätigung|bestelling(?!en van)|orderbevestiging|your order|our order|new order|order (?:confirm|no|number|#|[0-9])|orders?(?=[ :#]+[A-Z]*[0-9])|purchase order|p\\.?o\\.? (?:no|number|[0-9])|to order|bon de commande|(?:votre|notre|nouvelle) commande|commande (?:n|[0-9])|commander|confirmation de commande|pedido|ordine|ordinare)");
  private static final Pattern EVENT =
      Terms.words(
          "seminar|colloquium|talk|lecture|workshop|meetup|meet-up|concert|reading|exhibition|opening|conference|webinar|open day|party|invitation|invite|event|symposium|lesung|konzert|einladung|veranstaltung|vortrag|ausstellung|vernissage|\\p{L}*abend|\\p{L}*versammlung|\\p{L}*treffen|\\p{L}*fest|führung|kolloquium|tagung|stammtisch|tag der offenen tür|conférence|concert|invitation|séminaire|atelier|soirée|exposition|rencontre|réunion|vernissage|spectacle|charla|conferencia|concierto|invitación|taller|exposición|jornada|presentación|encuentro|seminario|lezing|uitnodiging|bijeenkomst|avond|voorstelling|tentoonstelling|borrel|vergadering|\\p{L}*avond|conferenza|concerto|invito|presentazione|incontro|mostra|convegno|laboratorio|talks|workshops");
  private static final Pattern PAPER =
      Terms.words(
          "invoice|rechnung|facture|factura|factuur|fattura|receipt|quittung|kassenbon|reçu|recibo|kassabon|scontrino");
  private static final int HEAD = 700;

  private final Letter letter;
  private final boolean order;
  private final boolean event;
  private final boolean silent;
  private final Contacts contacts;
  private final Events events;
  private final Orders orders;

  Notice(Document document, Setting setting) {
    letter = new Letter(document, setting);
    contacts = new Contacts(letter);
    events = new Events(letter, contacts);
    orders = new Orders(letter, contacts);
    String subject = letter.subject == null ? "" : letter.subject.of(letter.text);
    String body = body();
    boolean invited =
        events.hasTime()
            && (EVENT.matcher(subject).find() || events.hasLabels() || EVENT.matcher(body).find());
    boolean ordered = ORDER.matcher(subject).find() || !invited && ORDER.matcher(body).find();
    order = letter.mail && ordered;
    boolean paper =
        PAPER.matcher(subject + " " + body.substring(0, Math.min(body.length(), HEAD))).find();
    event = !order && invited && (letter.mail || !paper);
    silent = paper && !letter.mail;
  }

  private String body() {
    StringBuilder body = new StringBuilder();
    letter.lines(Line.Zone.BODY).forEach(line -> body.append(line.said()).append('\n'));
    return body.toString();
  }

  boolean isOf(Document document, Setting setting) {
    return letter.isOf(document, setting);
  }

  List<Candidate> find(Topic topic, FieldSpec field) {
    if (silent) {
      return List.of();
    }
    return switch (topic) {
      case TITLE, DATE, START, END, LOCATION, SPEAKER, ORGANISER ->
          event ? events.find(topic, field) : List.of();
      case ORDERED, DELIVERY, SELLER, CUSTOMER, DELIVERED_TO ->
          order ? orders.find(topic, field) : List.of();
      case EMAIL, LINK ->
          event
              ? events.find(topic, field)
              : order ? orders.find(topic, field) : contacts.find(topic, field);
      case PHONE, MOBILE, FAX -> order ? orders.find(topic, field) : contacts.find(topic, field);
      default -> contacts.find(topic, field);
    };
  }
}
