package dev.tenlines.bench.search;

import dev.tenlines.TenlinesException;
import dev.tenlines.bench.BenchData;
import dev.tenlines.query.Literal;
import dev.tenlines.query.Path;
import dev.tenlines.query.Predicate;
import dev.tenlines.query.Predicate.Operator;
import dev.tenlines.query.Predicate.Place;
import dev.tenlines.query.QueryPlan;
import dev.tenlines.query.Said;
import dev.tenlines.query.Term;
import dev.tenlines.querying.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Strings that break out of statements and pages, as values that somebody puts into a chip. */
record PastedValues(Set<String> values) {

  /** None where the set is missing. */
  static PastedValues read(BenchData data) throws IOException {
    Set<String> values = new TreeSet<>();
    for (String name : List.of("sqli_unique.txt", "xss_unique.txt")) {
      java.nio.file.Path file = JsonRows.file(data, "payloads", "", name);
      if (Files.isRegularFile(file)) {
        values.addAll(Files.readAllLines(file, StandardCharsets.UTF_8));
      }
    }
    return new PastedValues(values);
  }

  int size() {
    return values.size();
  }

  /** How many answers showed what they must not; each value is compared and looked for. */
  int run(Tables tables, String entity, String field, String tenant, Set<String> secrets) {
    int shown = 0;
    for (String value : values) {
      List<Predicate> conditions =
          List.of(
              new Predicate.Compare(
                  Term.Of.field(field), Operator.EQUAL, new Literal.Text(value), Said.NOTHING),
              new Predicate.Matches(Path.of(field), Place.ANYWHERE, value, false, Said.NOTHING));
      for (Predicate condition : conditions) {
        String rows = rows(tables, QueryPlan.of(entity).withWhere(List.of(condition)), tenant);
        shown += secrets.stream().anyMatch(rows::contains) ? 1 : 0;
      }
    }
    return shown;
  }

  private static String rows(Tables tables, QueryPlan plan, String tenant) {
    try {
      return tables.run(plan, tenant, 0, 100).rows().toString();
    } catch (TenlinesException e) {
      return "";
    }
  }
}
