package dev.tenlines.server.browser;

import dev.tenlines.Feature;
import dev.tenlines.ReviewPolicy;
import dev.tenlines.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the shared site serves: rules propose, people decide. */
final class Features {
  /** 77 labels, as many as a bank's customers have reasons to write. */
  static final String[] INTENTS =
      Stream.of(
              "card",
              "transfer",
              "top_up",
              "cash",
              "exchange",
              "account",
              "pin",
              "refund",
              "fee",
              "statement",
              "identity")
          .flatMap(topic ->
              Stream.of("declined", "pending", "delayed", "duplicated", "limit", "lost", "question")
                  .map(trouble -> topic + "_" + trouble))
          .toArray(String[]::new);

  static final Feature BANKING =
      Feature.classify("banking", INTENTS)
          .withRungs("rules", "review")
          .withStage(Stage.ASSIST)
          .withReview(policy(Duration.ofHours(2), 0));

  /** Overdue as soon as it waits. */
  static final Feature TICKETS =
      Feature.classify("tickets", "delivery", "returns", "other")
          .withRungs("rules", "review")
          .withStage(Stage.ASSIST)
          .withReview(policy(Duration.ofMillis(1), 0));

  /** Everything is a random check. */
  static final Feature CHECKS =
      Feature.classify("checks", "delivery", "returns", "other")
          .withRungs("rules", "review")
          .withReview(policy(Duration.ofHours(2), 1));

  static final List<Feature> ALL =
      List.of(
          BANKING,
          TICKETS,
          CHECKS,
          Papers.INVOICES,
          Library.HELP,
          Library.DESK,
          Library.ABSTRACT,
          Library.DIGEST,
          Stock.ORDERS,
          Stock.CAREFUL);

  private static final String PARCELS =
      """
      - when: input.mentions("parcel")
        then: delivery
      """;

  static final Map<String, String> RULES =
      Map.of(
          "banking",
          """
          - when: input.mentions("declined", "refused")
            then: card_declined
          - when: input.mentions("transfer") && !input.mentions("twice")
            then: transfer_pending
          """,
          "tickets",
          PARCELS,
          "checks",
          PARCELS);

  private Features() {}

  static ReviewPolicy policy(Duration due, double audits) {
    return new ReviewPolicy(
        due,
        ReviewPolicy.STAY,
        audits,
        List.of("none of the labels", "not understandable", "not for us"));
  }
}
