package dev.tenlines.labels;

import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.FieldType;
import dev.tenlines.labels.Concept.Meaning;
import dev.tenlines.labels.Concept.Tier;
import dev.tenlines.yaml.Yaml;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What ten languages call the fields of business documents. */
final class Dictionary {
  /** More words than the longest label has. */
  static final int LONGEST = 8;

  private static final Set<String> SUPPLIER =
      Set.of(
          "supplier",
          "seller",
          "vendor",
          "issuer",
          "partner",
          "merchant",
          "our",
          "company",
          "sender",
          "biller",
          "creditor",
          "provider");
  private static final Set<String> CUSTOMER =
      Set.of("customer", "buyer", "client", "recipient", "billing", "guest", "purchaser", "debtor");
  private static final Set<String> KEYS = Set.of("type", "near", "values");

  private final Map<String, Concept> concepts = new LinkedHashMap<>();
  private final Map<String, List<Meaning>> phrases = new HashMap<>();

  /** Which party of the document a field is about. */
  enum Side {
    ANY,
    SUPPLIER,
    CUSTOMER
  }

  /** What a field of a schema means. */
  record Link(@Nullable Concept concept, Side side) {}

  private Dictionary() {
    Vocabulary.file("concepts.yaml").forEach(this::add);
  }

  private void add(String id, Yaml yaml) {
    Map<String, Yaml> entries = yaml.entries();
    FieldType type = FieldType.valueOf(text(entries, "type").toUpperCase(Locale.ROOT));
    Concept concept =
        new Concept(id, type, parts(entries.get("near")), parts(entries.get("values")));
    concepts.put(id, concept);
    put(id.replace('_', ' '), concept, Tier.NAME, "");
    entries.forEach((key, words) -> {
      if (!KEYS.contains(key)) {
        boolean language = key.length() == 2;
        Tier tier = language ? Tier.STRONG : tier(key);
        parts(words).forEach(word -> put(word, concept, tier, language ? key : ""));
      }
    });
  }

  private static Tier tier(String key) {
    return switch (key) {
      case "names" -> Tier.NAME;
      case "weak" -> Tier.WEAK;
      case "bare" -> Tier.BARE;
      default -> throw new IllegalStateException("No such key: " + key);
    };
  }

  private static String text(Map<String, Yaml> entries, String key) {
    Yaml yaml = entries.get(key);
    if (yaml == null) {
      throw new IllegalStateException("No " + key);
    }
    return yaml.text();
  }

  private static List<String> parts(@Nullable Yaml list) {
    return list == null ? List.of() : Vocabulary.parts(list);
  }

  private void put(String label, Concept concept, Tier tier, String language) {
    String compact = Vocabulary.compact(label);
    if (!compact.isEmpty()) {
      phrases
          .computeIfAbsent(compact, c -> new ArrayList<>(1))
          .add(new Meaning(concept, tier, language));
    }
  }

  static Dictionary get() {
    return Holder.DICTIONARY;
  }

  Concept concept(String id) {
    Concept concept = concepts.get(id);
    if (concept == null) {
      throw new IllegalArgumentException("No such concept: " + id);
    }
    return concept;
  }

  /** The meanings of a label in its compact spelling. */
  List<Meaning> meanings(String compact) {
    return phrases.getOrDefault(compact, List.of());
  }

  /** What a field means by its name, else by its labels. */
  Link link(FieldSpec field) {
    Link whole = link(field.name(), field);
    if (whole.concept() != null) {
      return whole;
    }
    for (String label : field.labels()) {
      Link link = link(label, field);
      if (link.concept() != null) {
        return new Link(link.concept(), whole.side() == Side.ANY ? link.side() : whole.side());
      }
    }
    Concept coded = field.kind().isEmpty() ? null : best(field.kind(), field.type(), false);
    return new Link(coded, whole.side());
  }

  private Link link(String name, FieldSpec field) {
    String[] words = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").split("[^\\p{L}\\d°#%]+");
    Side side = Side.ANY;
    for (int from = 0; from < words.length; from++) {
      String rest = String.join(" ", List.of(words).subList(from, words.length));
      Concept concept = best(Vocabulary.compact(rest), field.type(), from == 0);
      if (concept != null) {
        return new Link(concept, side(side, concept));
      }
      String word = words[from].toLowerCase(Locale.ROOT);
      side =
          SUPPLIER.contains(word) ? Side.SUPPLIER : CUSTOMER.contains(word) ? Side.CUSTOMER : side;
    }
    return new Link(null, side);
  }

  private static Side side(Side said, Concept concept) {
    if (said != Side.ANY) {
      return said;
    }
    return switch (concept.id()) {
      case "supplier" -> Side.SUPPLIER;
      case "customer", "billing_address", "delivery_address" -> Side.CUSTOMER;
      default -> Side.ANY;
    };
  }

  private @Nullable Concept best(String compact, FieldType type, boolean weak) {
    return meanings(compact).stream()
        .filter(m -> m.concept().fits(type) && (weak || m.tier().compareTo(Tier.WEAK) < 0))
        .min(
            Comparator.comparing((Meaning m) -> m.concept().type() != type)
                .thenComparing(Meaning::tier))
        .map(Meaning::concept)
        .orElse(null);
  }

  /** Read when first needed. */
  private static final class Holder {
    private static final Dictionary DICTIONARY = new Dictionary();
  }
}
