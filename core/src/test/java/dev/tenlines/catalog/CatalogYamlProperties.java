package dev.tenlines.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.query.Literal;
import dev.tenlines.query.Path;
import dev.tenlines.query.Predicate;
import dev.tenlines.query.Said;
import dev.tenlines.query.Term;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is declared, its file says the same. */
class CatalogYamlProperties {
  private static final List<String> TEXTS =
      List.of(
          "order", "null", "true", "no", "12", "1.5", "a: b", "# a", "- x", "it's", "\"q\"", "x, y",
          "[a]", "{a}", "é ü", "日本", " lead", "trail ", "a\nb", "a\\b", "&x", "*x", "!x", "%x",
          "@x", "");

  @Property(tries = 200)
  void declaration_comesBackAsItWas(@ForAll Random random) {
    Catalog catalog = catalog(random);
    String file = CatalogYaml.write(catalog);
    assertThat(CatalogYaml.parse("x.yaml", file)).as(file).isEqualTo(catalog);
  }

  private static Catalog catalog(Random random) {
    List<Entity> entities = new ArrayList<>();
    List<Relation> relations = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      entities.add(entity("entity_" + i, random));
      if (random.nextBoolean()) {
        relations.add(
            new Relation(
                "to one " + i,
                "entity_" + i,
                List.of("c" + i, text(random) + "1"),
                "entity_" + random.nextInt(count),
                List.of(text(random), text(random)),
                words("to one " + i, random),
                "back" + i,
                words("back" + i, random)));
      }
    }
    return new Catalog(entities, relations);
  }

  private static Entity entity(String name, Random random) {
    List<Field> fields = new ArrayList<>();
    for (Field.Type type : Field.Type.values()) {
      fields.add(field(type, random));
    }
    return new Entity(
        name,
        text(random),
        words(name, random),
        random.nextBoolean() ? new Scope.Everyone() : new Scope.Tenant("t" + text(random)),
        fields,
        List.of(measure(fields, random)),
        random.nextBoolean() ? "F date" : null,
        random.nextBoolean() ? List.of() : List.of("F text", "F money"));
  }

  private static Field field(Field.Type type, Random random) {
    String name = "F " + FieldYaml.name(type);
    boolean money = type == Field.Type.MONEY;
    boolean text = type == Field.Type.TEXT || type == Field.Type.KEY;
    return new Field(
        name,
        text(random),
        type,
        words(name, random),
        texts(random),
        money && random.nextBoolean() ? "EUR" : null,
        money && random.nextBoolean() ? "F text" : null,
        texts(random).stream().distinct().map(v -> new Field.Choice(v, texts(random))).toList(),
        text && random.nextBoolean());
  }

  private static Measure measure(List<Field> fields, Random random) {
    boolean ratio = random.nextBoolean();
    return new Measure(
        "m",
        words("m", random),
        random.nextBoolean()
            ? Term.Over.rows()
            : new Term.Over(Term.Function.SUM, Path.of("F money"), random.nextBoolean()),
        where(fields, random),
        ratio ? Term.Over.rows() : null,
        ratio ? where(fields, random) : List.of());
  }

  private static List<Predicate> where(List<Field> fields, Random random) {
    List<Predicate> where = new ArrayList<>();
    for (Field field : fields) {
      Path path = Path.of(field.name());
      Literal value = literal(field.type(), random);
      switch (random.nextInt(5)) {
        case 0 ->
            where.add(
                new Predicate.Compare(
                    new Term.Of(path, null),
                    Predicate.Operator.values()[random.nextInt(6)],
                    value,
                    Said.NOTHING));
        case 1 ->
            where.add(
                new Predicate.OneOf(path, List.of(value), random.nextBoolean(), Said.NOTHING));
        case 2 -> where.add(new Predicate.Empty(path, random.nextBoolean(), Said.NOTHING));
        default -> {}
      }
    }
    return where;
  }

  private static Literal literal(Field.Type type, Random random) {
    return switch (type) {
      case TEXT, KEY -> new Literal.Text(text(random));
      case INTEGER -> new Literal.Number(BigDecimal.valueOf(random.nextInt()));
      case DECIMAL, MONEY -> new Literal.Number(BigDecimal.valueOf(random.nextInt(), 2));
      case TRUTH -> new Literal.Truth(random.nextBoolean());
      case DATE -> new Literal.Day(LocalDate.ofEpochDay(random.nextInt(40_000)));
      case MOMENT -> new Literal.Moment(LocalDateTime.of(2026, 1, 1, random.nextInt(24), 5));
    };
  }

  private static List<String> words(String name, Random random) {
    List<String> words = new ArrayList<>(texts(random));
    words.add(random.nextInt(words.size() + 1), Naming.phrase(name));
    return words;
  }

  private static List<String> texts(Random random) {
    return random.ints(random.nextInt(4), 0, TEXTS.size()).mapToObj(TEXTS::get).toList();
  }

  private static String text(Random random) {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }
}
