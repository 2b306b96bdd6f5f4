package dev.tenlines.example.shop;

import java.time.Instant;

/**
 * Something a customer bought.
 *
 * @param id the address of its page, which nobody can guess
 * @param number what is printed on the parcel
 * @param status {@code packed} or {@code shipped}
 */
public record Order(String id, String number, Product product, String status, Instant placed) {}
