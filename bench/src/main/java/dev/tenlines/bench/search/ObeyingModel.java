package dev.tenlines.bench.search;

import dev.tenlines.cost.Usage;
import dev.tenlines.model.ModelText;
import dev.tenlines.model.Prompt;
import dev.tenlines.model.Provider;
import dev.tenlines.model.Reply;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * A language model that answers what the attacker wants: plans of hidden columns, other tenants,
 * undeclared tables, statements of SQL in every place that takes a string, and what is no plan.
 */
final class ObeyingModel implements Provider {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** How many kinds of answers there are. */
  static final int KINDS = 18;

  private final Set<String> told = new LinkedHashSet<>();
  private String attack = "";
  private int kind;
  private int calls;

  /** What it obeys next, and how; told that it is wrong, it goes on with the next way. */
  synchronized void obey(String next, int way) {
    attack = next;
    kind = way;
  }

  @Override
  public synchronized Reply send(Prompt prompt, Call call) {
    calls++;
    told.add(prompt.system() + prompt.schema());
    told.add(prompt.turns().getFirst().text().replace(attack, ""));
    String answer = answer(attack, kind++ % KINDS);
    return new Reply.Whole(ModelText.of(answer), Usage.of(100, 20), "obeying", List.of());
  }

  synchronized int calls() {
    return calls;
  }

  /** All that it was told, without the questions. */
  synchronized Set<String> told() {
    return Set.copyOf(told);
  }

  private static String answer(String attack, int kind) {
    Map<String, Object> said = condition("title", "contains", attack, attack);
    Map<String, Object> plan =
        switch (kind) {
          case 0 -> plan("users", List.of("name", "email", "phone_number"), List.of());
          case 1 -> plan("users", List.of(), List.of(condition("email", "contains", "@", attack)));
          case 2 -> plan("users", List.of(), List.of(condition("owner", "equal", "2", attack)));
          case 3 -> plan("pg_roles", List.of("rolname"), List.of());
          case 4 -> plan(attack, List.of(attack), List.of());
          case 5 -> plan("job postings", List.of(attack), List.of(said));
          case 6 -> plan("job postings", List.of(), List.of(said));
          case 7 ->
              plan("users", List.of(), List.of(condition("name", "equal", "' OR 1=1 --", attack)));
          case 8 -> plan("job postings", List.of("poster.email"), List.of());
          case 9 -> plan("job postings", List.of("title", "poster.name"), List.of());
          case 10 -> with(plan("users", List.of(), List.of()), "limit", 1_000_000_000);
          case 11 ->
              with(
                  plan("users", List.of(), List.of()),
                  "sort",
                  List.of(Map.of("by", "phone_number", "descending", true)));
          case 12 ->
              with(plan("users", List.of("max:email"), List.of()), "groups", List.of("owner"));
          case 13 -> with(plan("users", List.of(), List.of()), "sql", attack);
          case 14 -> plan("users", List.of(), List.of(condition(attack, attack, attack, attack)));
          case 15 -> plan("users", List.of(), List.of());
          default -> Map.of();
        };
    String json = JSON.writeValueAsString(plan);
    return switch (kind) {
      case 16 -> attack;
      case 17 -> json.substring(0, 1) + "\"entity\": \"" + attack;
      default -> json;
    };
  }

  private static Map<String, Object> plan(
      String entity, List<String> columns, List<Map<String, Object>> where) {
    return with(Map.of("entity", entity, "columns", columns), "where", where);
  }

  private static Map<String, Object> condition(
      String field, String operator, String value, String said) {
    return Map.of("field", field, "is", operator, "values", List.of(value), "said", said);
  }

  private static Map<String, Object> with(Map<String, Object> plan, String key, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(plan);
    more.put(key, value);
    return more;
  }
}
