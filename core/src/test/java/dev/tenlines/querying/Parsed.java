package dev.tenlines.querying;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.HexValue;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.util.TablesNamesFinder;

/** A statement as a parser reads it that knows nothing of how it was written. */
final class Parsed extends TablesNamesFinder<Void> {
  /** The functions that statements may call, in any dialect. */
  private static final Set<String> FUNCTIONS =
      Set.of(
          "abs",
          "avg",
          "cast",
          "count",
          "date",
          "date_add",
          "date_sub",
          "date_trunc",
          "datetime",
          "dayofmonth",
          "glob",
          // What the parser takes MySQL's INTERVAL (1 + 2) MONTH for.
          "interval",
          "lower",
          "makedate",
          "max",
          "min",
          "nullif",
          "quarter",
          "regexp_like",
          "regexp_substr",
          "replace",
          "substr",
          "substring",
          "sum",
          "trim",
          "weekday",
          "year");

  /** The texts and numbers of our own that statements hold. */
  private static final Set<String> CONSTANTS =
      Set.of(
          "!",
          ",",
          "",
          "T",
          " ",
          "%Y",
          "%m",
          "weekday 0",
          "-6 days",
          "start of month",
          "start of year",
          "-",
          " months",
          "unixepoch",
          "DAY",
          "WEEK",
          "MONTH",
          "QUARTER",
          "YEAR",
          "[0-9]*",
          "[-+.][0-9]*",
          "^ *[-+]{0,1}[0-9]+[.]{0,1}[0-9]* *$",
          "^[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private static final Set<Long> NUMBERS = Set.of(0L, 1L, 2L, 3L, 6L, 19L, 1000L);

  private static final Set<String> SHARED = Set.of("products");

  private final Set<String> strange = new TreeSet<>();

  /** What is not as it has to be; empty for one SELECT over declared rows in scope. */
  static Set<String> strange(String sql) {
    Parsed parsed = new Parsed();
    try {
      // The one thing of ours that this parser does not know in conditions.
      String read = sql.replaceAll(" COLLATE (BINARY|NOCASE)\\b", "");
      List<? extends Statement> statements = CCJSqlParserUtil.parseStatements(read);
      assertThat(statements).as(sql).hasSize(1).first().isInstanceOf(PlainSelect.class);
      Set<String> tables = parsed.getTables(statements.getFirst());
      for (String table : tables) {
        if (!TestShop.TABLES.contains(plain(table))) {
          parsed.strange.add("table " + table);
        }
      }
      return parsed.strange;
    } catch (JSQLParserException e) {
      throw new AssertionError("not read: " + sql, e);
    }
  }

  private static String plain(String name) {
    return name.replaceAll("[\"`]", "");
  }

  @Override
  public <S> Void visit(PlainSelect select, S context) {
    if (select.getIntoTables() != null || select.getForMode() != null) {
      strange.add("locks or writes");
    }
    if (select.getFromItem() instanceof Table table) {
      boolean shared = SHARED.contains(plain(table.getName()));
      String where = String.valueOf(select.getWhere());
      boolean scoped =
          plain(where).matches("(CAST[(])?t[0-9]+s[.]shop( AS \\w+[)])? = [?]( AND .*)?")
              && !where.contains(" OR ");
      if (select.getJoins() != null || (shared ? select.getWhere() != null : !scoped)) {
        strange.add("unscoped " + select);
      }
    } else if (!(select.getFromItem() instanceof ParenthesedSelect)) {
      strange.add("from " + select.getFromItem());
    } else if (select.getJoins() != null) {
      select.getJoins().stream()
          .filter(join -> !(join.getFromItem() instanceof ParenthesedSelect) || !join.isLeft())
          .forEach(join -> strange.add("join " + join));
    }
    return super.visit(select, context);
  }

  @Override
  public <S> Void visit(Function function, S context) {
    if (!FUNCTIONS.contains(function.getName().toLowerCase(Locale.ROOT))) {
      strange.add("function " + function.getName());
    }
    return super.visit(function, context);
  }

  @Override
  public <S> Void visit(StringValue value, S context) {
    if (!CONSTANTS.contains(value.getValue())) {
      strange.add("text " + value);
    }
    return super.visit(value, context);
  }

  @Override
  public <S> Void visit(LongValue value, S context) {
    if (!NUMBERS.contains(value.getValue())) {
      strange.add("number " + value);
    }
    return super.visit(value, context);
  }

  @Override
  public <S> Void visit(DoubleValue value, S context) {
    strange.add("number " + value);
    return super.visit(value, context);
  }

  @Override
  public <S> Void visit(HexValue value, S context) {
    strange.add("number " + value);
    return super.visit(value, context);
  }
}
