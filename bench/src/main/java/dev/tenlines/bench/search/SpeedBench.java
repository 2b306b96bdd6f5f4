package dev.tenlines.bench.search;

import dev.tenlines.bench.BenchRow;
import dev.tenlines.catalog.Catalog;
import dev.tenlines.catalog.Dictionary;
import dev.tenlines.catalog.Entity;
import dev.tenlines.catalog.Field;
import dev.tenlines.catalog.Relation;
import dev.tenlines.catalog.Scope;
import dev.tenlines.catalog.Values;
import dev.tenlines.linking.Linker;
import dev.tenlines.text.Setting;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** How long one question takes among 10,000 values and 50 entities, from words to plans. */
final class SpeedBench {
  private static final String SET = "made here";
  private static final int ENTITIES = 50;
  private static final int VALUES = 10_000;
  private static final int WARM = 4_000;
  private static final int ASKED = 4_000;
  private static final Setting SETTING =
      new Setting(Locale.ENGLISH, ZonedDateTime.of(2026, 1, 15, 12, 0, 0, 0, ZoneOffset.UTC));
  private static final List<String> SYLLABLES =
      List.of("ba", "ren", "to", "mil", "kar", "so", "vin", "del", "pu", "gra", "li", "nor");

  private SpeedBench() {}

  static List<BenchRow> rows(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<String> values = new ArrayList<>();
    while (values.size() < VALUES) {
      values.add(name(random) + (random.nextInt(3) == 0 ? " " + name(random) : ""));
    }
    Catalog catalog = catalog();
    int each = VALUES / ENTITIES;
    Dictionary dictionary =
        Dictionary.of(
            catalog,
            (entity, field) -> {
              int at = Integer.parseInt(entity.name().substring(5));
              return new Values(values.subList(at * each, (at + 1) * each), true);
            });
    Linker linker = new Linker(catalog, dictionary);
    List<String> questions = new ArrayList<>();
    for (int i = 0; i < WARM + ASKED; i++) {
      questions.add(question(random, values, each));
    }
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double[] millis = new double[ASKED];
    double[] worked = new double[ASKED];
    for (int i = 0; i < questions.size(); i++) {
      long work = threads.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      var unused = linker.read(questions.get(i), SETTING);
      if (i >= WARM) {
        millis[i - WARM] = (System.nanoTime() - start) / 1e6;
        worked[i - WARM] = (threads.getCurrentThreadCpuTime() - work) / 1e6;
      }
    }
    Arrays.sort(millis);
    Arrays.sort(worked);
    return List.of(
        aiming("ms a question, p50", millis[ASKED / 2], 2, 0.3),
        aiming("ms a question, p99", millis[ASKED * 99 / 100], 10, 2),
        BenchRow.printed(SET, "ms of it that the processor worked, p99", worked[ASKED * 99 / 100]));
  }

  private static BenchRow aiming(String metric, double value, double bound, double aim) {
    return BenchRow.atMost(SET, metric, value, bound)
        .aiming(aim)
        .beside("LLM (Honeycomb), at best", 2000);
  }

  private static String name(SplittableRandom random) {
    StringBuilder name = new StringBuilder();
    for (int i = 2 + random.nextInt(3); i > 0; i--) {
      name.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
    }
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static Catalog catalog() {
    List<Entity> entities = new ArrayList<>();
    List<Relation> relations = new ArrayList<>();
    for (int i = 0; i < ENTITIES; i++) {
      String name = "thing" + i;
      entities.add(
          new Entity(
              name,
              name,
              List.of(name, "object" + i),
              new Scope.Tenant("tenant"),
              List.of(
                  field("name", Field.Type.TEXT, true),
                  field("total", Field.Type.MONEY, false),
                  field("created", Field.Type.MOMENT, false),
                  field("state", Field.Type.INTEGER, false)),
              List.of(),
              "created",
              List.of("name", "total")));
      if (i > 0) {
        relations.add(
            new Relation(
                "parent",
                name,
                List.of("parent_id"),
                "thing" + (i - 1) / 2,
                List.of("id"),
                List.of("parent"),
                name,
                List.of(name)));
      }
    }
    return new Catalog(entities, relations);
  }

  private static Field field(String name, Field.Type type, boolean sampled) {
    return new Field(name, name, type, List.of(name), List.of(), null, null, List.of(), sampled);
  }

  private static String question(SplittableRandom random, List<String> values, int each) {
    int entity = random.nextInt(ENTITIES);
    String value = values.get(entity * each + random.nextInt(each));
    String thing = "thing" + entity;
    return switch (random.nextInt(5)) {
      case 0 -> "show me " + thing + " " + value + " from last week over €100";
      case 1 -> "how many " + thing + " were created in March 2025";
      case 2 -> thing + " named " + value + " with total between 50 and 200";
      case 3 -> "top 5 " + thing + " by total since Monday";
      default -> "average total of " + thing + " per month";
    };
  }
}
