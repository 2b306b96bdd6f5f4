package dev.tenlines.example.shop;

import java.time.Instant;

/**
 * Something a customer bought.
 *
 * @param id the address of its page, which nobody can guess
 * @param number what is printed on the parcel
 * @param leaves when the parcel leaves the warehouse
 * @param status {@code packed} or {@code shipped}
 */
public record Order(String id, String number, Product product, Instant leaves, String status) {

  Order at(Instant now) {
    return new Order(id, number, product, leaves, now.isBefore(leaves) ? "packed" : "shipped");
  }
}
