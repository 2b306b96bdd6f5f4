package dev.tenlines.bench.extract;

import dev.tenlines.bench.Bench;
import dev.tenlines.bench.BenchData;
import dev.tenlines.bench.BenchRow;
import dev.tenlines.figures.Figures;
import dev.tenlines.figures.Figures.Kind;
import dev.tenlines.identifiers.Codes;
import dev.tenlines.identifiers.Identifiers;
import dev.tenlines.text.Found;
import dev.tenlines.text.Recognizer;
import dev.tenlines.text.Setting;
import dev.tenlines.text.Value;
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
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many cases of others' recognisers come out right: everything that has a value in a text, with
 * its place and its value, and nothing else.
 */
final class FigureBench {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
  private static final Map<String, String> LANGUAGES =
      Map.of(
          "English", "en-US", "German", "de-DE", "French", "fr-FR", "Spanish", "es-ES", "Dutch",
          "nl-NL", "Italian", "it-IT");
  private static final Map<String, Kind> MODELS =
      Map.of(
          "Number/Number", Kind.NUMBER,
          "Number/Ordinal", Kind.ORDINAL,
          "Number/Percent", Kind.PERCENT,
          "NumberWithUnit/Currency", Kind.AMOUNT,
          "NumberWithUnit/Dimension", Kind.QUANTITY);
  private static final Map<String, String> SEQUENCES =
      Map.of(
          "PhoneNumber",
          "phone",
          "Email",
          "email",
          "URL",
          "url",
          "IpAddress",
          "ip",
          "Mention",
          "mention",
          "Hashtag",
          "hashtag",
          "GUID",
          "guid");

  private final Path data;
  private final Bench.Log log;
  private final List<BenchRow> rows = new ArrayList<>();

  private FigureBench(Path data, Bench.Log log) {
    this.data = data;
    this.log = log;
  }

  static List<BenchRow> run(BenchData data, Bench.Log log, long seed) throws IOException {
    Path folder = data.test() == null ? data.data() : data.test();
    FigureBench bench = new FigureBench(folder, log);
    for (String language : LANGUAGES.keySet().stream().sorted().toList()) {
      bench.figures(language);
    }
    bench.sequences();
    bench.codes(seed);
    return bench.rows;
  }

  private void figures(String language) throws IOException {
    Setting setting = new Setting(Locale.forLanguageTag(LANGUAGES.get(language)), NOW);
    int money = 0;
    double right = 0;
    for (Map.Entry<String, Kind> entry : new TreeMap<>(MODELS).entrySet()) {
      String model = entry.getKey();
      String[] place = model.split("/");
      String file = place[0] + "/" + language + "-" + place[1] + "Model.jsonl";
      List<JsonNode> cases = read("recognizers-text", file);
      Figures figures = Figures.only(entry.getValue());
      double share = share(cases, one -> isRight(one, figures, setting));
      if (!cases.isEmpty()) {
        rows.add(BenchRow.printed("recognizers-text", language + " " + place[1], share));
      }
      if (entry.getValue() != Kind.QUANTITY) {
        money += cases.size();
        right += share * cases.size();
      }
    }
    if (language.equals("English") && money > 0) {
      rows.add(
          BenchRow.atLeast("recognizers-text", "English numbers and money", right / money, 0.97));
    }
  }

  private void sequences() throws IOException {
    Setting setting = new Setting(Locale.US, NOW);
    int all = 0;
    double right = 0;
    for (Map.Entry<String, String> entry : new TreeMap<>(SEQUENCES).entrySet()) {
      String model = entry.getKey();
      List<JsonNode> cases =
          read("recognizers-sequence", "Sequence/English-" + model + "Model.jsonl");
      Identifiers identifiers = Identifiers.only(entry.getValue());
      double share = share(cases, one -> texts(one).equals(found(one, identifiers, setting)));
      all += cases.size();
      right += share * cases.size();
      if (!cases.isEmpty()) {
        rows.add(BenchRow.printed("recognizers-sequence", "English " + model, share));
      }
    }
    if (all > 0) {
      rows.add(BenchRow.atLeast("recognizers-sequence", "English", right / all, 0.95));
    }
  }

  /** Codes that others accept, and the same with one digit changed. */
  private void codes(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    int known = 0;
    int accepted = 0;
    int changed = 0;
    int refused = 0;
    for (JsonNode row : read("stdnum-ids", "numbers.jsonl")) {
      String number = row.path("number").asString("");
      String kind = kind(row.path("module").asString(""), number);
      String check = row.path("check").asString("");
      if (!Codes.kinds().contains(kind) || !check.contains("not ") || !check.contains("is_valid")) {
        continue;
      }
      known++;
      accepted += Codes.isValid(kind, number) ? 1 : 0;
      List<Integer> digits = new ArrayList<>();
      for (int i = 0; i < number.length(); i++) {
        if (Character.isDigit(number.charAt(i))) {
          digits.add(i);
        }
      }
      if (Codes.isChecked(kind) && !digits.isEmpty()) {
        int at = digits.get(random.nextInt(digits.size()));
        int other = (number.charAt(at) - '0' + 1 + random.nextInt(9)) % 10;
        changed++;
        refused +=
            Codes.isValid(kind, number.substring(0, at) + other + number.substring(at + 1)) ? 0 : 1;
      }
    }
    if (known > 0) {
      rows.add(
          BenchRow.atLeast("stdnum-ids", "valid codes accepted", accepted / (double) known, 0.98));
      rows.add(
          BenchRow.atLeast(
              "stdnum-ids", "changed codes refused", refused / Math.max(1.0, changed), 0.97));
    }
  }

  private static String kind(String module, String number) {
    return switch (module) {
      case "eu_vat" -> number.substring(0, 2).toLowerCase(Locale.ROOT).replace("gr", "el") + "_vat";
      case "gb_sedol" -> "sedol";
      case "eu_ecnumber" -> "ecnumber";
      default -> module;
    };
  }

  private static double share(List<JsonNode> cases, Predicate<JsonNode> right) {
    return cases.stream().filter(right).count() / Math.max(1.0, cases.size());
  }

  /** A unit or an ordinal without a number, such as "last", has no value to compare. */
  private static boolean isRight(JsonNode one, Recognizer recognizer, Setting setting) {
    List<JsonNode> wanted = new ArrayList<>();
    for (JsonNode result : one.path("results")) {
      JsonNode resolution = result.path("resolution");
      String value = resolution.path("value").asString("null");
      if (!value.equals("null")
          && resolution.path("relativeTo").asString("start").equals("start")) {
        wanted.add(result);
      }
    }
    List<Found> found = recognizer.find(one.path("input").asString(""), setting);
    boolean right = found.size() == wanted.size();
    for (int i = 0; right && i < found.size(); i++) {
      right = isSame(found.get(i), wanted.get(i), setting);
    }
    return right;
  }

  private static boolean isSame(Found found, JsonNode wanted, Setting setting) {
    String said = wanted.path("resolution").path("value").asString("").replace("%", "");
    boolean comma = !setting.locale().getLanguage().equals("en") && said.indexOf(',') >= 0;
    BigDecimal value = number(comma ? said.replace(".", "").replace(',', '.') : said);
    BigDecimal got =
        switch (found.value()) {
          case Value.Numeric n -> n.value();
          case Value.Percent p -> p.value();
          case Value.Amount a -> a.value();
          case Value.Quantity q -> q.value();
          default -> null;
        };
    // They count 50 cents, and we half a euro.
    boolean parts = found.value() instanceof Value.Amount;
    String code = wanted.path("resolution").path("isoCurrency").asString("");
    boolean currency =
        !(found.value() instanceof Value.Amount a) || code.isEmpty() || a.currency().equals(code);
    return got != null
        && value != null
        && currency
        && found.text().equalsIgnoreCase(wanted.path("text").asString(""))
        && (isNear(got, value) || parts && isNear(got.movePointRight(2), value));
  }

  private static @Nullable BigDecimal number(String said) {
    try {
      return new BigDecimal(said.trim());
    } catch (NumberFormatException e) {
      // A few rows have words where the number should be.
      return null;
    }
  }

  private static boolean isNear(BigDecimal one, BigDecimal two) {
    double most = Math.max(Math.abs(one.doubleValue()), Math.abs(two.doubleValue()));
    return Math.abs(one.doubleValue() - two.doubleValue()) <= 1e-9 * most;
  }

  private static List<String> texts(JsonNode one) {
    List<String> texts = new ArrayList<>();
    for (JsonNode result : one.path("Results")) {
      texts.add(result.path("Text").asString("").toLowerCase(Locale.ROOT));
    }
    return texts;
  }

  private static List<String> found(JsonNode one, Recognizer recognizer, Setting setting) {
    return recognizer.find(one.path("Input").asString(""), setting).stream()
        .map(found -> found.text().toLowerCase(Locale.ROOT))
        .toList();
  }

  private List<JsonNode> read(String set, String name) throws IOException {
    Path file = data.resolve(set).resolve(name);
    if (!Files.exists(file)) {
      log.skip(set + "/" + name, "not there");
      return List.of();
    }
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank())
        .map(JSON::readTree)
        .toList();
  }
}
