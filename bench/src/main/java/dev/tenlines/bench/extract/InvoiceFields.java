package dev.tenlines.bench.extract;

import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.FieldType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The header fields as a schema has them, and when a value is right. */
final class InvoiceFields {
  /** What a template puts together itself, and what it copies for a ledger. */
  private static final Set<String> COMPOSED = Set.of("desc", "narration", "note");

  private static final Pattern LEGAL =
      Pattern.compile(
          "(?i)\\b(?:inc|llc|ltd|limited|pvt|private|gmbh|b\\.?v|n\\.?v|s\\.?a\\.?s|s\\.?a|spółka akcyjna|sarl|srl|ag|co)\\b\\.?");

  private static final Map<String, FieldSpec> KNOWN =
      Map.ofEntries(
          code("invoice_number"),
          code("order_id"),
          code("client_id", "client number", "customer number"),
          code("line_number", "line number", "numéro de ligne", "contract number"),
          code("partner_coc", "chamber of commerce", "KvK", "RCS", "HRB"),
          code("partner_zip", "postal code"),
          Map.entry("siren", of("siren", FieldType.IDENTIFIER, "fr_siren", "siren", "RCS")),
          Map.entry("vat", of("vat", FieldType.IDENTIFIER, "vat", "VAT number")),
          Map.entry("iban", of("iban", FieldType.IDENTIFIER, "iban", "IBAN")),
          Map.entry("bic", of("bic", FieldType.IDENTIFIER, "bic", "BIC")),
          Map.entry("currency", of("currency", FieldType.CURRENCY, "", "currency")),
          Map.entry("issuer", of("issuer", FieldType.ORGANISATION, "", "issuer")),
          Map.entry("partner_name", of("partner_name", FieldType.ORGANISATION, "", "supplier")),
          Map.entry("partner_website", of("partner_website", FieldType.URL, "", "website")),
          Map.entry("country_code", of("country_code", FieldType.TEXT, "", "country")));

  private InvoiceFields() {}

  private static Map.Entry<String, FieldSpec> code(String name, String... labels) {
    return Map.entry(name, of(name, FieldType.CODE, "", labels));
  }

  private static FieldSpec of(String name, FieldType type, String kind, String... labels) {
    return new FieldSpec(name, type, kind, List.of(labels), "", false, false, List.of());
  }

  /** The field of a name, or null where it is no header field. */
  static @Nullable FieldSpec spec(String name, JsonNode value) {
    if (COMPOSED.contains(name) || value.isArray() || value.isObject()) {
      return null;
    }
    FieldSpec known = KNOWN.get(name);
    if (known != null) {
      return known;
    }
    FieldType type =
        name.startsWith("date") || name.endsWith("date")
            ? FieldType.DATE
            : name.contains("amount") || name.contains("total") || name.contains("price")
                ? FieldType.MONEY
                : name.contains("email")
                    ? FieldType.EMAIL
                    : name.contains("phone") || name.contains("telephone")
                        ? FieldType.PHONE
                        : name.startsWith("qty") ? FieldType.NUMBER : unnamed(name);
    return FieldSpec.of(name, type);
  }

  private static FieldType unnamed(String name) {
    return name.endsWith("number") || name.endsWith("_id") || name.endsWith("_no")
        ? FieldType.CODE
        : FieldType.TEXT;
  }

  /** Whether a found value is the expected one. */
  static boolean isRight(FieldSpec field, Object found, JsonNode wanted) {
    String text = wanted.asString("");
    return switch (field.type()) {
      case MONEY, NUMBER ->
          found instanceof BigDecimal n && n.compareTo(wanted.decimalValue()) == 0;
      case DATE -> found.toString().equals(text.length() > 10 ? text.substring(0, 10) : text);
      // Companies are the same with and without their legal form.
      case ORGANISATION -> name(found.toString()).equals(name(text));
      case URL -> host(found.toString()).equals(host(text));
      case CODE, IDENTIFIER -> signs(found.toString()).equals(signs(text));
      default -> name(found.toString()).equals(name(text));
    };
  }

  private static String name(String said) {
    return LEGAL
        .matcher(said.toLowerCase(Locale.ROOT))
        .replaceAll("")
        .replaceAll("[^\\p{L}\\p{Nd}]+", "");
  }

  private static String host(String said) {
    return said.toLowerCase(Locale.ROOT)
        .replaceFirst("^[a-z]+://", "")
        .replaceFirst("^www\\.", "")
        .replaceFirst("[/?#].*$", "");
  }

  /** Blanks and signs around a code do not matter, those in it do only as far as people mind. */
  private static String signs(String said) {
    return said.toUpperCase(Locale.ROOT).replaceAll("[\\s#]+", "");
  }
}
