package dev.tenlines.labels;

import dev.tenlines.document.Document;
import dev.tenlines.document.Span;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.FieldType;
import dev.tenlines.labels.Concept.Tier;
import dev.tenlines.labels.Dictionary.Link;
import dev.tenlines.labels.Dictionary.Side;
import dev.tenlines.text.Setting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The search for the fields of one document. */
final class Search {
  private static final double WEAK = 0.93;
  private static final double BARE = 0.96;

  /** The schema's own words stand elsewhere. */
  private static final double OTHER_WORDS = 0.85;

  /** Another concept with the same values has the better right to a label. */
  private static final double DISPUTED = 0.7;

  private static final double NEAR = 0.88;
  private static final double OTHER_SIDE = 0.5;
  private static final double PROVED = 1.03;

  /** What belongs to the supplier where a schema does not say whose it is. */
  private static final List<String> OWN =
      List.of(
          "vat",
          "iban",
          "bic",
          "company_number",
          "tax_number",
          "email",
          "phone",
          "website",
          "address",
          "street",
          "postal_code",
          "city",
          "country",
          "contact_name");

  private final Document document;
  private final Setting setting;
  private final Sheet sheet;
  private final Parties parties;
  private final Map<String, List<Bound>> known = new ConcurrentHashMap<>();

  Search(Document document, Setting setting) {
    this.document = document;
    this.setting = setting;
    this.sheet = new Sheet(document, setting);
    this.parties = new Parties(sheet);
  }

  @SuppressWarnings("ReferenceEquality") // Another document of the same text would do as well.
  boolean isOf(Document other, Setting at) {
    return document == other && setting.equals(at);
  }

  /** All places that may hold a field's value; several may hold the same. */
  List<Bound> bounds(FieldSpec field) {
    Link link = Dictionary.get().link(field);
    Concept concept = link.concept();
    Forms forms = new Forms(sheet, field, concept);
    List<Bound> all = labelled(field, concept, forms);
    all.addAll(new Knowledge(sheet, parties, this).of(field, concept, forms, all));
    return all.stream().map(bound -> judged(bound, link)).toList();
  }

  private List<Bound> labelled(FieldSpec field, @Nullable Concept concept, Forms forms) {
    Concept meant =
        concept == null ? new Concept(field.name(), field.type(), List.of(), List.of()) : concept;
    Binder binder = new Binder(sheet, field, forms);
    List<Bound> all = new ArrayList<>();
    for (Mark own : sheet.own(field.labels(), meant)) {
      boolean known = sheet.marks.stream().anyMatch(m -> m.span().contains(own.span()));
      if (!known || concept == null) {
        all.addAll(binder.bind(own));
      }
    }
    if (concept != null) {
      boolean exact =
          sheet.marks.stream()
              .anyMatch(mark -> mark.tier(concept) == Tier.STRONG && isOwn(mark, field));
      for (Mark mark : sheet.marks) {
        double factor = factor(mark, concept) * (exact && !isOwn(mark, field) ? OTHER_WORDS : 1);
        if (factor > 0) {
          binder.bind(mark).forEach(bound -> all.add(bound.times(factor)));
        }
      }
    }
    return all;
  }

  /** Whether a label is in the very words of the schema. */
  private boolean isOwn(Mark mark, FieldSpec field) {
    String said = Vocabulary.compact(mark.span().of(sheet.text));
    return field.labels().stream().anyMatch(label -> Vocabulary.compact(label).equals(said))
        || Vocabulary.compact(field.name().replace('_', ' ')).equals(said);
  }

  private static double factor(Mark mark, Concept concept) {
    Tier tier = mark.tier(concept);
    if (tier == null) {
      return concept.near().stream().anyMatch(mark::names) ? NEAR : 0;
    }
    return switch (tier) {
      case NAME, STRONG -> 1;
      case WEAK -> mark.means(concept) ? WEAK : DISPUTED;
      case BARE -> BARE;
    };
  }

  /** What a label of one party names is not the other's; what sums prove is surer. */
  private Bound judged(Bound bound, Link link) {
    Concept concept = link.concept();
    if (concept == null) {
      return bound;
    }
    Side wanted =
        link.side() == Side.ANY && OWN.contains(concept.id()) ? Side.SUPPLIER : link.side();
    Side side = parties.side(bound.typed().span().start());
    boolean address = concept.type() == FieldType.ADDRESS || concept.is("supplier", "customer");
    if (!address && wanted != Side.ANY && side != Side.ANY && side != wanted) {
      return bound.times(OTHER_SIDE);
    }
    boolean proved =
        concept.is("amount")
            && bound.label() != null
            && bound.typed().value() instanceof BigDecimal amount
            && sums().proves(amount);
    return proved ? bound.times(PROVED) : bound;
  }

  /** The likeliest place of what a concept means, or null. */
  @Nullable Bound best(String concept) {
    return labelled(concept).stream().max(Comparator.comparingDouble(Bound::score)).orElse(null);
  }

  /** What labels bind to a concept. */
  List<Bound> labelled(String concept) {
    List<Bound> kept = known.get(concept);
    if (kept == null) {
      Concept meant = Dictionary.get().concept(concept);
      FieldSpec field = FieldSpec.of(concept, meant.type());
      kept = labelled(field, meant, new Forms(sheet, field, meant));
      known.put(concept, kept);
    }
    return kept;
  }

  Sums sums() {
    Concept amount = Dictionary.get().concept("amount");
    List<Typed> amounts = new Forms(sheet, FieldSpec.of("amount", FieldType.MONEY), amount).alone();
    return new Sums(amounts, labelled("tax_amount"), labelled("amount_untaxed"));
  }

  /** Where the labels of other fields of this type bind values. */
  List<Span> taken(Concept concept) {
    List<Span> taken = new ArrayList<>();
    for (String other : List.of("date", "due_date", "order_date", "delivery_date", "end_date")) {
      if (!concept.is(other)) {
        labelled(other).forEach(bound -> taken.add(bound.typed().span()));
      }
    }
    return taken;
  }
}
