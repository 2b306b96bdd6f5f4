package dev.tenlines.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenlines.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DictionaryTest {

  private static final Field STATUS =
      field("status", false, new Field.Choice("OPEN", List.of("pending", "not done yet")));
  private static final Field CITY = field("city", true);
  private static final Field NOTE = field("note", false);

  @Test
  void declaredChoice_isFoundByItsWords() {
    Dictionary dictionary = cities(true);
    assertThat(dictionary.find("open")).containsExactly(status(Match.Kind.EXACT));
    assertThat(dictionary.find("not  done yet")).containsExactly(status(Match.Kind.EXACT));
  }

  @Test
  void value_isFoundWhateverItsAccentsAndSigns() {
    assertThat(cities(true).find("saint etienne"))
        .containsExactly(city("Saint-Étienne", Match.Kind.FOLDED));
  }

  @Test
  void value_isFoundInspiteOfInflection() {
    assertThat(cities(true).find("hot spring"))
        .containsExactly(city("Hot Springs", Match.Kind.STEM));
  }

  @Test
  void misspelling_isFoundAsNear() {
    assertThat(cities(true).find("Amsterdm")).containsExactly(city("Amsterdam", Match.Kind.NEAR));
    assertThat(cities(true).find("hto springs"))
        .containsExactly(city("Hot Springs", Match.Kind.NEAR));
    assertThat(cities(true).find("amstel")).isEmpty();
  }

  @Test
  void number_isNeverNearAnother() {
    assertThat(of(new Values(List.of("Route 2010"), true)).find("route 2011")).isEmpty();
  }

  @Test
  void bestKind_hidesWorseOnesOfTheField() {
    Dictionary dictionary = of(new Values(List.of("C", "C++", "c#"), true));
    assertThat(dictionary.find("c++")).containsExactly(city("C++", Match.Kind.EXACT));
  }

  @Test
  void spellingsOfOneValue_areAllFound() {
    Dictionary dictionary = of(new Values(List.of("Rome", "ROME"), true));
    assertThat(dictionary.find("rome"))
        .containsExactly(city("Rome", Match.Kind.EXACT), city("ROME", Match.Kind.EXACT));
  }

  @Test
  void fieldThatIsNotSampled_isNeverAskedForItsValues() {
    List<String> asked = new ArrayList<>();
    Dictionary.of(
        catalog(),
        (entity, field) -> {
          asked.add(field.name());
          return Values.NONE;
        });
    assertThat(asked).containsExactly("city");
  }

  @Test
  void truncatedSample_saysSo() {
    assertThat(cities(true).complete("order", "city")).isTrue();
    assertThat(cities(false).complete("order", "city")).isFalse();
    assertThat(cities(false).complete("order", "status")).isTrue();
    assertThat(cities(false).complete("order", "note")).isFalse();
  }

  @Test
  void singleLetter_isFoundInItsOwnCaseOnly() {
    Dictionary dictionary = of(new Values(List.of("A", "B"), true));
    assertThat(dictionary.scan(Words.of("a student with grade B")))
        .extracting(at -> at.match().value())
        .containsExactly("B");
  }

  @Test
  void scan_findsEveryRunOfWords() {
    Words text = Words.of("open orders from new york city");
    assertThat(cities(true).scan(text))
        .extracting(Match.At::from, Match.At::to, at -> at.match().value())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(0, 1, "OPEN"),
            org.assertj.core.groups.Tuple.tuple(3, 5, "New York"),
            org.assertj.core.groups.Tuple.tuple(3, 6, "New York City"),
            org.assertj.core.groups.Tuple.tuple(4, 5, "York"));
  }

  @Test
  void textWithoutWords_namesNothing() {
    assertThat(cities(true).find(" -- ")).isEmpty();
    assertThat(Dictionary.declared(catalog()).find("new york")).isEmpty();
  }

  private static Dictionary cities(boolean complete) {
    return of(
        new Values(
            List.of(
                "Saint-Étienne", "Hot Springs", "Amsterdam", "New York", "New York City", "York"),
            complete));
  }

  private static Dictionary of(Values values) {
    Map<String, Values> found = Map.of("city", values);
    return Dictionary.of(
        catalog(), (entity, field) -> found.getOrDefault(field.name(), Values.NONE));
  }

  private static Catalog catalog() {
    return new Catalog(
        List.of(
            new Entity(
                "order",
                "orders",
                List.of("order"),
                new Scope.Everyone(),
                List.of(STATUS, CITY, NOTE),
                List.of(),
                null,
                List.of())),
        List.of());
  }

  private static Field field(String name, boolean sampled, Field.Choice... choices) {
    return new Field(
        name,
        name,
        Field.Type.TEXT,
        List.of(name),
        List.of(),
        null,
        null,
        List.of(choices),
        sampled);
  }

  private static Match status(Match.Kind kind) {
    return new Match("order", "status", "OPEN", kind);
  }

  private static Match city(String value, Match.Kind kind) {
    return new Match("order", "city", value, kind);
  }
}
