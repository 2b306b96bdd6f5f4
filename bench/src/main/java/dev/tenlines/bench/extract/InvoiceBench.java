package dev.tenlines.bench.extract;

import dev.tenlines.bench.Bench;
import dev.tenlines.bench.BenchData;
import dev.tenlines.bench.BenchRow;

import dev.tenlines.document.Document;
import dev.tenlines.document.Read;
import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.FieldType;
import dev.tenlines.labels.Labels;
import dev.tenlines.reading.DocumentReader;
import dev.tenlines.text.Setting;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many header fields of others' invoices are found without a template for any issuer.
 *
 * <p>{@code InvoiceBench DATA [TEST]} as a programme tells the misses.
 */
final class InvoiceBench {
  private static final String SET = "extract-invoice2data";
  private static final Setting SETTING =
      new Setting(Locale.ENGLISH, ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));

  /** A score from which a value is not shown to a person. */
  private static final double SURE = 0.9;

  private final Labels labels = new Labels();
  private final List<String> misses = new ArrayList<>();
  private int all;
  private int right;
  private int among;
  private int sure;
  private int surelyRight;

  public static void main(String[] arguments) throws IOException {
    for (String folder : arguments) {
      try (DocumentReader reader = new DocumentReader()) {
        for (Path part : parts(Path.of(folder).resolve(SET))) {
          InvoiceBench bench = new InvoiceBench();
          bench.read(part, reader);
          System.out.printf(
              "%s: %d of %d right (%.1f %%), %d among the candidates; %d of %d sure ones right%n",
              part, bench.right, bench.all, 100.0 * bench.right / Math.max(1, bench.all),
              bench.among, bench.surelyRight, bench.sure);
          bench.misses.forEach(System.out::println);
        }
      }
    }
  }

  static List<BenchRow> rows(BenchData data, Bench.Log log, long seed) throws IOException {
    List<BenchRow> rows = new ArrayList<>();
    Path folder = (data.test() == null ? data.data() : data.test()).resolve(SET);
    if (parts(folder).isEmpty()) {
      log.skip(SET, "not at " + folder);
    }
    try (DocumentReader reader = new DocumentReader()) {
      InvoiceBench real = new InvoiceBench();
      for (Path part : parts(folder)) {
        InvoiceBench bench = part.endsWith("custom") ? new InvoiceBench() : real;
        bench.read(part, reader);
        if (bench != real && bench.all > 0) {
          rows.add(BenchRow.printed(SET, "header fields, artificial texts", bench.share()));
        }
      }
      if (real.all > 0) {
        rows.add(
            BenchRow.atLeast(SET, "header fields, no template", real.share(), 0.85).aiming(0.95));
        rows.add(
            BenchRow.printed(SET, "header fields, among candidates", real.among / (double) real.all));
      }
    }
    return rows;
  }

  /** The folders with documents, whatever they are called. */
  private static List<Path> parts(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(f -> f.toString().endsWith(".json"))
          .map(Path::getParent)
          .distinct()
          .sorted()
          .toList();
    }
  }

  private double share() {
    return right / (double) Math.max(1, all);
  }

  private void read(Path folder, DocumentReader reader) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path json : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        Path file = source(json);
        if (file == null) {
          continue;
        }
        Read read = reader.read(file.getFileName().toString(), Files.readAllBytes(file));
        if (read instanceof Document document) {
          JsonNode rows = JsonMapper.shared().readTree(Files.readString(json));
          document(document, rows.isArray() ? rows.path(0) : rows);
        }
      }
    }
  }

  private static @Nullable Path source(Path json) {
    String name = json.getFileName().toString().replaceFirst("\\.json$", "");
    return Stream.of(".pdf", ".txt", ".html", ".eml", ".xml")
        .map(ending -> json.resolveSibling(name + ending))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElse(null);
  }

  private void document(Document document, JsonNode wanted) {
    for (Map.Entry<String, JsonNode> entry : wanted.properties()) {
      FieldSpec field = Fields.spec(entry.getKey(), entry.getValue());
      if (field == null) {
        continue;
      }
      List<Candidate> found = labels.find(document, field, SETTING);
      boolean good =
          !found.isEmpty() && Fields.isRight(field, found.getFirst().value(), entry.getValue());
      boolean there =
          found.stream().anyMatch(c -> Fields.isRight(field, c.value(), entry.getValue()));
      boolean trusted = !found.isEmpty() && found.getFirst().score() >= SURE;
      all++;
      right += good ? 1 : 0;
      among += there ? 1 : 0;
      sure += trusted ? 1 : 0;
      surelyRight += trusted && good ? 1 : 0;
      if (!good) {
        misses.add(
            "  %s %s: wanted %s, found %s"
                .formatted(document.name(), entry.getKey(), entry.getValue(), shown(found)));
      }
    }
  }

  private static String shown(List<Candidate> found) {
    StringBuilder all = new StringBuilder();
    found.stream().limit(4).forEach(c -> all.append("%s (%.2f) ".formatted(c.value(), c.score())));
    return all.isEmpty() ? "nothing" : all.toString().strip();
  }

  /** The header fields as a schema has them, and when a value is right. */
  private static final class Fields {
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

    private Fields() {}

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
        case MONEY, NUMBER -> found instanceof BigDecimal n && n.compareTo(wanted.decimalValue()) == 0;
        case DATE -> found.toString().equals(text.length() > 10 ? text.substring(0, 10) : text);
        // Companies are the same with and without their legal form.
        case ORGANISATION -> name(found.toString()).equals(name(text));
        case URL -> host(found.toString()).equals(host(text));
        case CODE, IDENTIFIER -> signs(found.toString()).equals(signs(text));
        default -> name(found.toString()).equals(name(text));
      };
    }

    private static String name(String said) {
      return LEGAL.matcher(said.toLowerCase(Locale.ROOT)).replaceAll("").replaceAll("[^\\p{L}\\p{Nd}]+", "");
    }

    private static String host(String said) {
      return said.toLowerCase(Locale.ROOT).replaceFirst("^[a-z]+://", "").replaceFirst("^www\\.", "").replaceFirst("[/?#].*$", "");
    }

    /** Blanks and signs around a code do not matter, those in it do only as far as people mind. */
    private static String signs(String said) {
      return said.toUpperCase(Locale.ROOT).replaceAll("[\\s#]+", "");
    }
  }
}
