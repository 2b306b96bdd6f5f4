package dev.tenlines.bench.soak;

/** The small shop's files. */
final class ShopTexts {
  static final String MACRO =
      """
      ---
      title: "Parcel is late or has not arrived"
      asked:
        - "where is my parcel"
        - "my order has not arrived yet"
      ---

      Hello,

      I am sorry that your parcel has not arrived yet. Please give it two more days.
      """;

  static final String SCHEMA =
      """
      {"type": "object", "required": ["order_number", "customer"], "properties": {
        "order_number": {"type": "string", "title": "Order number"},
        "order_date": {"type": "string", "format": "date", "title": "Order date"},
        "customer": {"type": "string", "title": "Customer"},
        "total_amount": {"type": "number", "title": "Total amount"}}}
      """;

  static final String TABLES =
      """
      CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL, city TEXT NOT NULL);
      CREATE TABLE orders (id INTEGER PRIMARY KEY, number TEXT NOT NULL,
        customer_id INTEGER NOT NULL REFERENCES customers (id), status TEXT NOT NULL,
        total DECIMAL(10, 2) NOT NULL, created_on TEXT NOT NULL);
      INSERT INTO customers VALUES (1, 'Ada Blum', 'Berlin'), (2, 'Cem Demir', 'Hamburg'), (3, 'Gil Hall', 'Oslo');
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
      INSERT INTO orders SELECT i, 'B-' || (1000 + i), 1 + i % 3,
        CASE i % 3 WHEN 0 THEN 'open' WHEN 1 THEN 'paid' ELSE 'shipped' END,
        15 + i * 37 % 290 + 0.5, date('now', '-' || (i / 2) || ' days') FROM n;
      """;

  static final String ENTITIES =
      """
      entities:
        orders:
          words: [order, purchase]
          scope: none
          date: created
          shown: [number, total, status, created]
          fields:
            number: key
            total: { type: money, unit: EUR, words: [amount, value] }
            status: { values: { open: [pending], paid: , shipped: [sent] } }
            created: { column: created_on, type: date, verbs: [placed, ordered] }
          relations:
            customer: { to: customers, columns: { customer_id: id }, words: [customer, buyer] }
        customers:
          words: [customer, client]
          scope: none
          fields:
            name: { sample: true }
            city: { sample: true, words: [town] }
      """;

  static final String RETURNS =
      """
      # Returns

      You can return unused goods within 60 days. The return label lies in the parcel. We pay the
      postage of the first parcel you send back.

      ## Refunds

      The money is back on your account five working days after the goods reached us.
      """;

  static final String DELIVERY =
      """
      # Delivery

      Deliveries take up to 7 working days. Orders above 50 EUR are delivered free of charge.
      A parcel that nobody takes waits two weeks at the post office.
      """;

  static final String PAYMENT =
      """
      # Payment

      You can pay by card, by transfer or by invoice. Invoices are due after 14 days. A gift card
      is valid for three years.
      """;

  static final String REPORT =
      """
      The harbour office met on Monday. It looked at the damage of the storm. The pier lost 14 boards
      and two lamps. The ferry stopped for three days. Fishermen asked for help with their nets. The
      office will pay 4,200 EUR for new boards. The lamps come from the town. Work begins on 7 December
      2026. The mayor thanked the crew of the lifeboat. A second meeting is planned for January. The
      market on the quay stays open meanwhile. Nobody was hurt.
      """;

  private ShopTexts() {}
}
