package dev.tenlines.example.shop;

import java.math.BigDecimal;

/**
 * Something the shop sells.
 *
 * @param id its name in addresses and of its picture
 */
public record Product(String id, String name, String text, BigDecimal price) {}
