package dev.tenlines.example.shop;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a customer buys at once. All sums are made here, in decimals: no model ever adds. */
public record Cart(String order, List<Line> lines) {
  private static final BigDecimal VAT = new BigDecimal("0.21");

  public Cart {
    lines = List.copyOf(lines);
  }

  /** Some pieces of one product. */
  public record Line(Product product, int pieces) {
    BigDecimal price() {
      return product.price().multiply(BigDecimal.valueOf(pieces));
    }
  }

  BigDecimal net() {
    return lines.stream().map(Line::price).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  BigDecimal vat() {
    return net().multiply(VAT).setScale(2, RoundingMode.HALF_UP);
  }

  BigDecimal total() {
    return net().add(vat());
  }

  /** What a receipt may say. Amounts are texts, so that 121.00 keeps its zeros. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("order", order);
    fields.put("items", items());
    fields.put("net", net() + " EUR");
    fields.put("vat_rate", VAT.movePointRight(2).toBigInteger() + "%");
    fields.put("vat", vat() + " EUR");
    fields.put("total", total() + " EUR");
    return fields;
  }

  private List<String> items() {
    List<String> items = new ArrayList<>();
    for (Line line : lines) {
      items.add(line.pieces() + " x " + line.product().name() + ": " + line.price() + " EUR");
    }
    return items;
  }
}
