package dev.tenlines.bench.search;

import dev.tenlines.bench.Bench;
import dev.tenlines.bench.BenchData;
import dev.tenlines.bench.BenchRow;
import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.CatalogYaml;
import dev.tenlines.schema.Drafting;
import dev.tenlines.schema.SchemaReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Questions to whole databases. Four are declared by us as their developers would, from their
 * schemas alone; to all of defog's, questions are asked with what {@code search init} writes, too.
 */
final class DomainBench {
  private static final String CLASSICS = "text2sql-classics";
  private static final String DEFOG = "defog";
  private static final List<String> DECLARED = List.of("broker", "ewallet");

  private final BenchData data;
  private final Bench.Log log;
  private final ZonedDateTime now;
  private final List<String> misses = new ArrayList<>();

  DomainBench(BenchData data, Bench.Log log) {
    this.data = data;
    this.log = log;
    this.now = ZonedDateTime.now(Clock.systemUTC()).withZoneSameInstant(ZoneOffset.UTC);
  }

  /** A question with the statements that are right for it. */
  private record Question(String set, String database, String text, List<String> right) {}

  List<BenchRow> rows() throws IOException, SQLException {
    List<BenchRow> rows = new ArrayList<>(classics("restaurants", text("restaurants")));
    rows.addAll(defined(classics("restaurants", good(text("restaurants")))));
    rows.addAll(classics("geography", text("geography")));
    rows.addAll(defog());
    return rows;
  }

  /** Half of the questions say "good"; what it means there, nothing but the statements tells. */
  private static String good(String declaration) {
    return declaration.replace(
        "{ column: RATING,", "{ column: RATING, values: { '> 2.5': [good] },");
  }

  /** Told by the set itself, so these figures are beside the bar and not under it. */
  private static List<BenchRow> defined(List<BenchRow> rows) {
    return rows.stream()
        .map(row ->
            BenchRow.printed(
                row.set(),
                row.metric().replace("declared", "told what \"good\" means"),
                row.value()))
        .toList();
  }

  /** What went wrong, a line each. */
  List<String> misses() {
    return misses;
  }

  private List<BenchRow> classics(String name, String declaration)
      throws IOException, SQLException {
    Path file = JsonRows.file(data, CLASSICS, "db", name + ".sqlite");
    List<Question> questions = new ArrayList<>();
    for (JsonNode row : JsonRows.asked(data, CLASSICS, "db", "question", "sql")) {
      if (row.get("db").asString().equals(name)) {
        String sql =
            row.get("sql")
                .asString()
                .replaceAll("RESTAURANTalias(\\d)\\.ID", "RESTAURANTalias$1.RESTAURANT_ID");
        questions.add(
            new Question(name, name, row.get("question").asString(), List.of(sql, named(sql))));
      }
    }
    if (!Files.exists(file) || questions.isEmpty()) {
      log.skip(CLASSICS + "/" + name, "no rows or no database under the data directory");
      return List.of();
    }
    String url = "jdbc:sqlite:" + file.toAbsolutePath();
    Connection judge =
        DriverManager.getConnection("jdbc:sqlite:file:" + file.toAbsolutePath() + "?immutable=1");
    try (Domain domain =
        Domain.of(CatalogYaml.parse(name + ".yaml", declaration), url, "", judge, now)) {
      return declared(CLASSICS, name, tally(domain, questions));
    }
  }

  /** A house number stands for an address there; the names say as well which rows are meant. */
  private static String named(String sql) {
    return sql.replace("LOCATIONalias0.HOUSE_NUMBER , ", "");
  }

  private static List<BenchRow> declared(String set, String name, Tally tally) {
    String of = " of " + tally.all();
    return List.of(
        BenchRow.atLeast(set, name + " declared: precision" + of, tally.precision(), 0.97)
            .aiming(0.995)
            .beside("ATHENA (GEO)", 1.0),
        BenchRow.atLeast(set, name + " declared: recall" + of, tally.recall(), 0.65)
            .aiming(0.90)
            .beside("ATHENA (GEO)", 0.872));
  }

  private List<BenchRow> defog() throws IOException, SQLException {
    Map<String, List<Question>> questions = new TreeMap<>();
    for (JsonNode row : JsonRows.asked(data, DEFOG, "db", "question", "all_gold", "set")) {
      String set = row.get("set").asString();
      String database = row.get("db").asString();
      Path script = script(database);
      if (!set.equals("adv") && Files.exists(script) && Golds.fitsPlan(row.get("sql").asString())) {
        questions
            .computeIfAbsent(database, d -> new ArrayList<>())
            .add(
                new Question(
                    set,
                    database,
                    row.get("question").asString(),
                    Golds.of(row.get("all_gold").asString())));
      }
    }
    if (log.missing(DEFOG, List.copyOf(questions.keySet()))) {
      return List.of();
    }
    try (Postgres postgres = Postgres.start(log)) {
      return postgres == null ? List.of() : defog(postgres, questions);
    }
  }

  private List<BenchRow> defog(Postgres postgres, Map<String, List<Question>> questions)
      throws IOException, SQLException {
    List<BenchRow> rows = new ArrayList<>();
    Map<String, Tally> sets = new TreeMap<>();
    for (Map.Entry<String, List<Question>> one : questions.entrySet()) {
      String name = one.getKey();
      postgres.load(name, script(name));
      if (DECLARED.contains(name)) {
        try (Domain domain = domain(postgres, name, declaration(name))) {
          rows.addAll(declared(DEFOG, name, tally(domain, one.getValue())));
        }
      }
      try (Domain domain = domain(postgres, name, drafted(postgres, name))) {
        for (String set : List.of("basic", "gen")) {
          List<Question> of = one.getValue().stream().filter(q -> q.set().equals(set)).toList();
          Tally tally = tally(domain, of);
          Tally sum = sets.computeIfAbsent(set, s -> new Tally());
          sum.right += tally.right;
          sum.wrong += tally.wrong;
          sum.asked += tally.asked;
          sum.refused += tally.refused;
        }
      }
    }
    Tally all = new Tally();
    sets.forEach((set, tally) -> {
      all.right += tally.right;
      all.wrong += tally.wrong;
      all.asked += tally.asked;
      all.refused += tally.refused;
      rows.add(BenchRow.printed(DEFOG, set + " drafted: right of " + tally.all(), tally.recall()));
    });
    rows.add(
        BenchRow.atLeast(DEFOG, "drafted, plan-fit: right of " + all.all(), all.recall(), 0.45)
            .aiming(0.85)
            .beside("LLM fills a declared model (dbt)", 0.98));
    rows.add(BenchRow.printed(DEFOG, "drafted: precision of those answered", all.precision()));
    rows.add(
        BenchRow.printed(
            DEFOG, "drafted: several readings offered", Tally.share(all.asked, all.all())));
    return rows;
  }

  private Domain domain(Postgres postgres, String name, Catalog catalog) throws SQLException {
    return Domain.of(catalog, postgres.url(name), Postgres.READER, postgres.owner(name), now);
  }

  /** What {@code search init} makes of the schema and what is written about its columns. */
  private Catalog drafted(Postgres postgres, String name) throws IOException, SQLException {
    Path remarks = JsonRows.file(data, DEFOG, "metadata", name + ".json");
    try (Connection owner = postgres.owner(name)) {
      if (Files.exists(remarks)) {
        Remarks.read(remarks).write(owner);
      }
      return Drafting.of(SchemaReader.read(owner)).catalog();
    }
  }

  private Path script(String database) {
    return JsonRows.file(data, DEFOG, "db", database + ".sql");
  }

  private Tally tally(Domain domain, List<Question> questions) {
    Tally tally = new Tally();
    for (Question question : questions) {
      Tally.Fate fate = domain.fate(question.text(), question.right());
      tally.add(fate);
      if (fate != Tally.Fate.RIGHT) {
        misses.add(
            fate
                + " "
                + question.database()
                + " | "
                + question.text()
                + " | "
                + domain.last()
                + " | "
                + question.right().getFirst());
      }
    }
    return tally;
  }

  private static Catalog declaration(String name) throws IOException {
    return CatalogYaml.parse(name + ".yaml", text(name));
  }

  private static String text(String name) throws IOException {
    try (@Nullable InputStream in = DomainBench.class.getResourceAsStream(name + ".yaml")) {
      if (in == null) {
        throw new IOException("no declaration of " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
