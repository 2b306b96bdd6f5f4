package dev.tenlines.bench.soak;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** One request of the mixed traffic. */
public record Question(String feature, String input) {
  private static final int KINDS = 12;
  private static final int DESK_KINDS = 6;

  /** The n-th of the traffic over all features; some come again, so that the cache has work. */
  public static Question all(long n) {
    return switch ((int) (n % KINDS)) {
      case 6 ->
          new Question(
              "order",
              "Order number: B-%d\nCustomer: Hall Ltd\nOrder date: 2026-11-05\nTotal amount: 12.80 EUR\n"
                  .formatted(1000 + n));
      case 7 ->
          new Question("order", "Hello, please send us twelve jars as in the last order. " + n);
      case 8 -> new Question("shop", "open orders above " + n % 300 + " EUR");
      case 9 -> new Question("shop", "how many orders of customers in Berlin last month");
      case 10 ->
          new Question(
              "help",
              n % 24 < 12
                  ? "Within how many days can I return goods?"
                  : "Do you repair bicycles? " + n);
      case 11 -> new Question("abstract", ShopTexts.REPORT + "Item " + n + " was not discussed.");
      default -> desk(n);
    };
  }

  /** The n-th of the help desk's traffic: half of it comes to the model. */
  public static Question desk(long n) {
    return switch ((int) (n % DESK_KINDS)) {
      case 0 -> new Question("triage", "Where is my parcel number " + n + "?");
      case 1 -> new Question("triage", "I want to send back the lamp number " + n % 50 + ".");
      case 2, 3 -> new Question("triage", "There is something wrong, case " + n + ".");
      case 4 -> new Question("reply", "My order has not arrived yet, it is number " + n + ".");
      default -> new Question("reply", "Do you sell ladders for trees as well? Case " + n + ".");
    };
  }

  /** As a caller sends it. */
  public String json() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("input", input);
    return JsonMapper.shared().writeValueAsString(body);
  }
}
