package dev.tenlines.lookups;

import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Entity;
import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Naming;
import dev.tenlines.catalog.Relation;
import dev.tenlines.query.Path;
import dev.tenlines.query.Predicate;
import dev.tenlines.query.Predicate.Operator;
import dev.tenlines.query.QueryPlan;
import dev.tenlines.query.Sort;
import dev.tenlines.query.Term;
import dev.tenlines.query.Term.Function;
import dev.tenlines.text.Words;
import dev.tenlines.text.Words.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tables that hold what others add up to: {@code avg_age} in {@code singer_age} beside {@code age}
 * of {@code singer}. Whether the stored figure or the sum of today's rows is meant, words do not
 * tell: it is another reading (Bhaskar et al., AmbiQT, EMNLP 2023).
 */
public final class Precomputed {
  private static final Map<String, Function> FUNCTIONS =
      Map.ofEntries(
          Map.entry("avg", Function.AVG),
          Map.entry("average", Function.AVG),
          Map.entry("mean", Function.AVG),
          Map.entry("sum", Function.SUM),
          Map.entry("total", Function.SUM),
          Map.entry("min", Function.MIN),
          Map.entry("minimum", Function.MIN),
          Map.entry("lowest", Function.MIN),
          Map.entry("max", Function.MAX),
          Map.entry("maximum", Function.MAX),
          Map.entry("highest", Function.MAX));

  private static final Set<Field.Type> NUMBERS =
      Set.of(Field.Type.INTEGER, Field.Type.DECIMAL, Field.Type.MONEY);

  private final Catalog catalog;
  private final List<Entity> tables;

  public Precomputed(Catalog catalog) {
    this.catalog = catalog;
    this.tables = catalog.entities().stream().filter(this::isPrecomputed).toList();
  }

  private boolean isPrecomputed(Entity entity) {
    return entity.fields().stream()
        .anyMatch(figure ->
            catalog.entities().stream()
                .filter(other -> !other.equals(entity) && isNamedFor(entity, other))
                .flatMap(other -> other.fields().stream())
                .anyMatch(field -> isFigure(figure, field)));
  }

  /** {@code player ratings} is named for {@code players}. */
  private static boolean isNamedFor(Entity entity, Entity other) {
    return stems(entity.name()).containsAll(stems(other.name()));
  }

  private static boolean isFigure(Field figure, Field field) {
    List<Word> words = spoken(figure.name());
    return words.size() > 1
        && NUMBERS.contains(figure.type())
        && FUNCTIONS.containsKey(words.getFirst().folded())
        && stems(words.subList(1, words.size())).equals(stems(field.name()));
  }

  private static List<Word> spoken(String name) {
    return Words.of(Naming.phrase(name)).all();
  }

  private static Set<String> stems(String name) {
    return stems(spoken(name));
  }

  private static Set<String> stems(List<Word> words) {
    return words.stream().map(Word::stem).collect(Collectors.toSet());
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return tables.isEmpty();
  }

  /** What they are computed from. */
  public Catalog sources() {
    List<Entity> entities = new ArrayList<>(catalog.entities());
    entities.removeAll(tables);
    Set<String> kept = entities.stream().map(Entity::name).collect(Collectors.toSet());
    List<Relation> relations =
        catalog.relations().stream()
            .filter(relation -> kept.contains(relation.from()) && kept.contains(relation.to()))
            .toList();
    return new Catalog(entities, relations);
  }

  /** The plans that look up what a plan would compute, one for each table that holds it all. */
  public List<QueryPlan> lookups(QueryPlan plan) {
    QueryPlan sums = ended(plan);
    Entity source = catalog.entity(sums.entity());
    boolean adds = sums.columns().stream().anyMatch(Term.Over.class::isInstance);
    return source == null || !adds
        ? List.of()
        : tables.stream()
            .filter(table -> isNamedFor(table, source))
            .map(table -> new Lookup(table).of(sums))
            .filter(found -> found != null)
            .toList();
  }

  /** {@code the age of the oldest}: the highest age, where nothing else is shown. */
  private static QueryPlan ended(QueryPlan plan) {
    if (plan.columns().size() == 1 && plan.columns().getFirst() instanceof Term.Of shown) {
      for (Predicate predicate : plan.where()) {
        if (predicate instanceof Predicate.Against against
            && against.operator() == Operator.EQUAL
            && against.path().equals(shown.path())) {
          List<Predicate> others = new ArrayList<>(plan.where());
          others.remove(predicate);
          return others.equals(against.where())
              ? plan.withColumns(List.of(against.over())).withWhere(others)
              : plan;
        }
      }
    }
    return plan;
  }

  /** A plan in the fields of one table. */
  private static final class Lookup {
    private final Entity table;
    private boolean lacking;

    Lookup(Entity table) {
      this.table = table;
    }

    /** Null where the table does not hold everything that the plan needs. */
    @Nullable QueryPlan of(QueryPlan plan) {
      List<Predicate> where = new ArrayList<>(plan.where().stream().map(this::where).toList());
      plan.having().forEach(having -> where.add(where(having)));
      List<Term> columns = plan.columns().stream().map(this::term).toList();
      plan.groups().forEach(this::term);
      List<Sort> sorts =
          plan.sort().stream().map(s -> new Sort(term(s.term()), s.descending())).toList();
      return lacking || !isOneRowEach(columns, where)
          ? null
          : QueryPlan.of(table.name())
              .withColumns(columns)
              .withWhere(where)
              .withSort(sorts)
              .withLimit(plan.limit());
    }

    /** Whatever its rows are told apart by is shown, or has to be one value. */
    private boolean isOneRowEach(List<Term> columns, List<Predicate> where) {
      return table.fields().stream()
          .filter(field -> !FUNCTIONS.containsKey(spoken(field.name()).getFirst().folded()))
          .map(field -> Term.Of.field(field.name()))
          .allMatch(field -> columns.contains(field) || where.stream().anyMatch(isOne(field)));
    }

    private static java.util.function.Predicate<Predicate> isOne(Term.Of field) {
      return predicate ->
          predicate instanceof Predicate.Compare it
              && it.operator() == Operator.EQUAL
              && it.term().equals(field);
    }

    private Predicate where(Predicate predicate) {
      return switch (predicate) {
        case Predicate.Compare it ->
            new Predicate.Compare(term(it.term()), it.operator(), it.value(), it.said());
        case Predicate.Range it ->
            new Predicate.Range(path(it.path()), it.from(), it.to(), it.said());
        case Predicate.OneOf it ->
            new Predicate.OneOf(path(it.path()), it.values(), it.negated(), it.said());
        case Predicate.Matches it ->
            new Predicate.Matches(path(it.path()), it.place(), it.text(), it.negated(), it.said());
        case Predicate.Empty it -> new Predicate.Empty(path(it.path()), it.negated(), it.said());
        case Predicate.AnyOf it ->
            new Predicate.AnyOf(it.any().stream().map(this::where).toList(), it.said());
        case Predicate.AllOf it ->
            new Predicate.AllOf(it.all().stream().map(this::where).toList(), it.said());
        case Predicate.Has it -> lacking(it);
        case Predicate.Against it -> lacking(it);
      };
    }

    private <T> T lacking(T what) {
      lacking = true;
      return what;
    }

    private Term term(Term term) {
      return switch (term) {
        case Term.Of of when of.bucket() == null -> new Term.Of(path(of.path()), null);
        case Term.Over over when over.path() != null && !over.distinct() -> figure(over);
        default -> lacking(term);
      };
    }

    private Term figure(Term.Over over) {
      Set<String> summed = stems(over.path() == null ? "" : over.path().field());
      for (Field field : table.fields()) {
        List<Word> words = spoken(field.name());
        if (words.size() > 1
            && over.function() == FUNCTIONS.get(words.getFirst().folded())
            && stems(words.subList(1, words.size())).equals(summed)) {
          return Term.Of.field(field.name());
        }
      }
      return lacking(over);
    }

    private Path path(Path path) {
      return table.fields().stream()
          .filter(field -> stems(field.name()).equals(stems(path.field())))
          .map(field -> Path.of(field.name()))
          .findFirst()
          .orElseGet(() -> lacking(path));
    }
  }
}
