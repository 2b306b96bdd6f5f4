package dev.tenlines.bench.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A shop's project in a directory: all six features on small data, one model between them. */
public final class SmallShop {
  /** What the model is called, and priced as: a millionth of a dollar for a token read. */
  public static final String MODEL = "shop-model";

  public static final long MICROS_IN = 1;
  public static final long MICROS_OUT = 4;

  /** What messages are signed with. */
  public static final String SECRET = "a secret of the small shop";

  private SmallShop() {}

  /**
   * Writes everything: who serves this has to index {@code help} before.
   *
   * @param model where the model answers as OpenAI does
   */
  public static void writeAll(Path directory, String model) throws IOException {
    writeDesk(directory, model, null, null);
    Path file = directory.resolve("tenlines.yaml");
    Files.writeString(
        file,
        Files.readString(file)
            .replace(
                "models:\n",
                """
                  order:
                    kind: extract
                    schema: order.json
                    profile: { latency-budget: 30s }
                    rungs: [structured, rules, templates, learned, "model:mock", review]
                  shop: { kind: search, database: "jdbc:sqlite:shop.db", create: shop.sql, entities: shop.yaml }
                  abstract:
                    kind: summarize
                    words: 40
                    profile: { latency-budget: 30s }
                    rungs: [short, extractive, "model:mock"]
                  help:
                    kind: answer
                    documents: [docs/]
                    profile: { latency-budget: 30s }
                    rungs: [cache, passages, "model:mock", review]
                models:
                """));
    Files.writeString(directory.resolve("order.json"), ShopTexts.SCHEMA);
    Files.writeString(directory.resolve("shop.sql"), ShopTexts.TABLES);
    Files.writeString(directory.resolve("shop.yaml"), ShopTexts.ENTITIES);
    Path docs = Files.createDirectories(directory.resolve("docs"));
    Files.writeString(docs.resolve("returns.md"), ShopTexts.RETURNS);
    Files.writeString(docs.resolve("delivery.md"), ShopTexts.DELIVERY);
    Files.writeString(docs.resolve("payment.md"), ShopTexts.PAYMENT);
  }

  /**
   * Writes what a help desk has: labels and drafts, rules and one macro before the model.
   *
   * @param hook who is told of decisions, or null
   * @param database the PostgreSQL database, or null for SQLite
   */
  public static void writeDesk(
      Path directory, String model, @Nullable String hook, @Nullable String database)
      throws IOException {
    Files.createDirectories(directory.resolve("rules"));
    Files.createDirectories(directory.resolve("macros"));
    Files.writeString(
        directory.resolve("tenlines.yaml"),
        """
        features:
          triage:
            labels: { delivery: "Where is my parcel?", returns: "Sending goods back", money: "Invoices" }
            profile: { latency-budget: 30s }
            rungs: [rules, cache, classifier, "model:mock", review]
          reply:
            kind: draft
            profile: { latency-budget: 30s }
            rungs: [macros, past, "model:mock", review]
        models:
          mock: { provider: openai, model: %s, base-url: "%s", key: mock }
        budgets:
          - { window: day, stop: 100000 USD }
        """
                .formatted(MODEL, model)
            + (hook == null
                ? ""
                : "webhooks:\n  - { url: \"%s\", secret: \"%s\" }\n".formatted(hook, SECRET))
            + (database == null ? "" : "database: { url: \"%s\" }\n".formatted(database)));
    Files.writeString(
        directory.resolve("prices.yaml"),
        """
        prices:
          - { provider: openai, model: %s, input: %d.00, output: %d.00 }
        """
            .formatted(MODEL, MICROS_IN, MICROS_OUT));
    Files.writeString(
        directory.resolve("rules/triage.yaml"),
        """
        - when: input.mentions("parcel", "delivery")
          then: delivery
        - when: input.mentions("send back", "return label")
          then: returns
        """);
    Files.writeString(directory.resolve("macros/late.md"), ShopTexts.MACRO);
  }
}
