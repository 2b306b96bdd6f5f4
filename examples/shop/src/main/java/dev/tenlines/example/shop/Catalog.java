package dev.tenlines.example.shop;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the shop sells. */
@Component
final class Catalog {
  private final List<Product> products =
      List.of(
          product(
              "kettle", "Stovetop kettle", "1.6 litres, whistles in G. Steel, any hob.", "48.00"),
          product("pan", "Iron pan, 26 cm", "Forged, seasoned, yours for life.", "62.50"),
          product("knife", "Chef's knife", "Carbon steel, walnut handle, hand wash only.", "89.00"),
          product("board", "Cutting board", "End grain beech, oiled, with a groove.", "39.90"),
          product("mill", "Pepper mill", "Ceramic grinder, cherry wood.", "34.00"),
          product("mugs", "Two stoneware mugs", "Glazed by hand, so no two are alike.", "27.00"));

  private static Product product(String id, String name, String text, String price) {
    return new Product(id, name, text, new BigDecimal(price));
  }

  List<Product> all() {
    return products;
  }

  Product find(String id) {
    return products.stream()
        .filter(product -> product.id().equals(id))
        .findFirst()
        .orElseThrow(NotHereException::new);
  }
}
