package dev.tenlines.bench.extract;

import dev.tenlines.bench.Bench;
import dev.tenlines.bench.BenchData;
import dev.tenlines.bench.BenchRow;
import dev.tenlines.document.Document;
import dev.tenlines.document.Span;
import dev.tenlines.fields.Candidate;
import dev.tenlines.fields.FieldSpec;
import dev.tenlines.fields.FieldType;
import dev.tenlines.fields.Reviewed;
import dev.tenlines.fields.Reviewed.Right;
import dev.tenlines.reading.DocumentReader;
import dev.tenlines.templates.Templates;
import dev.tenlines.text.Setting;
import dev.tenlines.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many header fields of an issuer's invoices are found after one of them was reviewed.
 *
 * <p>{@code TemplateBench DATA [TEST]} as a programme tells the misses.
 */
final class TemplateBench {
  private static final String SET = "extract-invoice2data";
  private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
  private static final List<Setting> SETTINGS =
      Stream.of("en", "nl", "fr", "de", "pl")
          .map(tag -> new Setting(Locale.forLanguageTag(tag), NOW))
          .toList();

  private final Map<String, Count> counts = new LinkedHashMap<>();
  private final List<String> misses = new ArrayList<>();

  private TemplateBench() {}

  /** An invoice and what stands in it. */
  private record Invoice(Document document, Map<FieldSpec, JsonNode> wanted) {
    String issuer() {
      return wanted.entrySet().stream()
          .filter(field -> field.getKey().name().equals("issuer"))
          .map(field -> field.getValue().asString(""))
          .findFirst()
          .orElse(document.name());
    }
  }

  private static final class Count {
    private int all;
    private int right;
    private int wrong;

    double share() {
      return right / (double) Math.max(1, all);
    }
  }

  public static void main(String[] arguments) throws IOException {
    Path test = arguments.length > 1 ? Path.of(arguments[1]) : null;
    TemplateBench bench = new TemplateBench();
    bench.run(new BenchData(Path.of(arguments[0]), test));
    bench.counts.forEach((what, count) ->
        System.out.printf(
            "%s: %d of %d right, %d wrong%n", what, count.right, count.all, count.wrong));
    bench.misses.forEach(System.out::println);
  }

  @SuppressWarnings("unused") // nothing is left to chance here
  static List<BenchRow> rows(BenchData data, Bench.Log log, long seed) throws IOException {
    TemplateBench bench = new TemplateBench();
    bench.run(data);
    if (bench.counts.isEmpty()) {
      log.skip(SET, "not at " + data.data().resolve(SET));
    }
    List<BenchRow> rows = new ArrayList<>();
    bench.counts.forEach((what, count) -> {
      rows.add(
          what.equals("the same")
              ? BenchRow.atLeast(SET, share(what), count.share(), 1)
              : BenchRow.printed(SET, share(what), count.share()));
      rows.add(
          BenchRow.printed(
              SET, "wrong header fields on " + what, count.wrong / (double) count.all));
    });
    return rows;
  }

  private static String share(String what) {
    return "header fields after one reviewed invoice, on " + what;
  }

  private void run(BenchData data) throws IOException {
    List<Invoice> invoices = new ArrayList<>(invoices(data.data().resolve(SET)));
    List<Invoice> others = data.test() == null ? List.of() : invoices(data.test().resolve(SET));
    for (Invoice invoice : others) {
      if (invoices.stream().noneMatch(i -> i.document().name().equals(invoice.document().name()))) {
        invoices.add(invoice);
      }
    }
    for (Invoice invoice : invoices) {
      for (Setting setting : SETTINGS) {
        if (sees(invoice, setting) || setting.equals(SETTINGS.getLast())) {
          learn(invoice, invoices, sees(invoice, setting) ? setting : SETTINGS.getFirst());
          break;
        }
      }
    }
  }

  @SuppressWarnings("ReferenceEquality") // this invoice, not one like it
  private void learn(Invoice invoice, List<Invoice> invoices, Setting setting) {
    Templates templates = templates(invoice, setting);
    for (Invoice other : invoices) {
      if (other == invoice) {
        read(templates, other, setting, "the same");
      } else if (other.issuer().equals(invoice.issuer())) {
        read(templates, other, setting, "another of the issuer");
      } else {
        strange(templates, other, setting);
      }
    }
  }

  private static Templates templates(Invoice invoice, Setting setting) {
    return Templates.learn(
        List.of(reviewed(invoice)), List.copyOf(invoice.wanted().keySet()), setting);
  }

  /** Whether the language of a setting reads the dates of an invoice. */
  private static boolean sees(Invoice invoice, Setting setting) {
    Templates templates = templates(invoice, setting);
    return invoice.wanted().entrySet().stream()
        .filter(field -> field.getKey().name().equals("date"))
        .allMatch(
            field -> right(templates.find(invoice.document(), field.getKey(), setting), field));
  }

  private void read(Templates templates, Invoice invoice, Setting setting, String what) {
    Count count = counts.computeIfAbsent(what, w -> new Count());
    for (Map.Entry<FieldSpec, JsonNode> field : invoice.wanted().entrySet()) {
      List<Candidate> found = templates.find(invoice.document(), field.getKey(), setting);
      count.all++;
      if (right(found, field)) {
        count.right++;
      } else {
        count.wrong += found.isEmpty() ? 0 : 1;
        misses.add(
            "  %s, %s %s: wanted %s, found %s"
                .formatted(
                    what,
                    invoice.document().name(),
                    field.getKey().name(),
                    field.getValue(),
                    found));
      }
    }
  }

  /** On the invoices of others a template should be silent. */
  private void strange(Templates templates, Invoice invoice, Setting setting) {
    Count count = counts.computeIfAbsent("those of others", w -> new Count());
    for (Map.Entry<FieldSpec, JsonNode> field : invoice.wanted().entrySet()) {
      List<Candidate> found = templates.find(invoice.document(), field.getKey(), setting);
      boolean good = right(found, field);
      count.all++;
      count.right += good ? 1 : 0;
      count.wrong += good || found.isEmpty() ? 0 : 1;
      if (!good && !found.isEmpty()) {
        misses.add(
            "  those of others, %s %s: wanted %s, found %s"
                .formatted(
                    invoice.document().name(), field.getKey().name(), field.getValue(), found));
      }
    }
  }

  private static boolean right(List<Candidate> found, Map.Entry<FieldSpec, JsonNode> field) {
    return !found.isEmpty()
        && InvoiceFields.isRight(field.getKey(), found.getFirst().value(), field.getValue());
  }

  private static Reviewed reviewed(Invoice invoice) {
    Map<String, List<Right>> values = new HashMap<>();
    invoice
        .wanted()
        .forEach((field, value) -> {
          Object said = value.isNumber() ? value.decimalValue() : value.asString("");
          values.put(
              field.name(), List.of(new Right(said, clicked(invoice.document(), said.toString()))));
        });
    return new Reviewed(invoice.document(), values);
  }

  /** The words that a person would click whose value is written a little differently. */
  private static @Nullable Span clicked(Document document, String value) {
    String[] words = value.split("\\s+");
    if (document.text().contains(value) || words.length < 2) {
      return null;
    }
    Words text = Words.of(document.text());
    for (int n = words.length; n >= 2; n--) {
      String begin = String.join(" ", List.of(words).subList(0, n));
      Words.Match match = text.find(Words.of(begin));
      if (match != null) {
        return new Span(match.start(), match.end());
      }
    }
    return null;
  }

  private static List<Invoice> invoices(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<Invoice> invoices = new ArrayList<>();
    try (DocumentReader reader = new DocumentReader();
        Stream<Path> files = Files.walk(folder)) {
      for (Path json : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        Path file = source(json);
        if (file != null
            && reader.read(file.getFileName().toString(), Files.readAllBytes(file))
                instanceof Document document) {
          invoices.add(new Invoice(document, wanted(json, document.text())));
        }
      }
    }
    return invoices;
  }

  private static Map<FieldSpec, JsonNode> wanted(Path json, String text) throws IOException {
    JsonNode rows = JsonMapper.shared().readTree(Files.readString(json));
    Map<FieldSpec, JsonNode> wanted = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : (rows.isArray() ? rows.path(0) : rows).properties()) {
      FieldSpec spec = InvoiceFields.spec(field.getKey(), field.getValue());
      if (spec != null && stands(field.getValue(), spec, text)) {
        wanted.put(spec, field.getValue());
      }
    }
    return wanted;
  }

  /**
   * Whether a person could show where a value stands. Days are written in many ways; of names the
   * first words are enough.
   */
  private static boolean stands(JsonNode value, FieldSpec field, String text) {
    if (field.type() == FieldType.DATE || field.type() == FieldType.CURRENCY) {
      return true;
    }
    String said = value.asString("").replaceFirst("\\.0+$", "");
    boolean name = field.type() == FieldType.ORGANISATION;
    String letters =
        (name ? said.split("\\s")[0] : said)
            .codePoints()
            .filter(Character::isLetterOrDigit)
            .mapToObj(c -> Pattern.quote(Character.toString(c)))
            .collect(Collectors.joining("[\\s\\p{P}]*"));
    String end = value.isNumber() ? "[.,]?0*(?![\\p{L}\\p{N}])" : "(?![\\p{L}\\p{N}])";
    // The two letters of a country stand in many an address of the web.
    String flags = said.length() > 3 ? "(?iu)" : "";
    return Pattern.compile(flags + "(?<![\\p{L}\\p{N}])" + letters + end).matcher(text).find();
  }

  private static @Nullable Path source(Path json) {
    String name = json.getFileName().toString().replaceFirst("\\.json$", "");
    return Stream.of(".pdf", ".txt", ".html", ".eml", ".xml")
        .map(ending -> json.resolveSibling(name + ending))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElse(null);
  }
}
