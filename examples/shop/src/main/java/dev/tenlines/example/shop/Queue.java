package dev.tenlines.example.shop;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The desks of the shop. Their names are the labels of the feature, but for the last. */
public enum Queue {
  DELIVERY("the parcel desk"),
  RETURNS("the returns desk"),
  DAMAGED("the repairs desk"),
  PAYMENT("the payments desk"),
  PRODUCT("a cook who knows the product"),
  CANCEL("the warehouse, before it packs"),
  ACCOUNT("the accounts desk"),
  INVOICE("bookkeeping"),
  FRONT("the front desk");

  private final String desk;

  Queue(String desk) {
    this.desk = desk;
  }

  /** The desk in words. */
  public String desk() {
    return desk;
  }

  /** The queue of a label; the front desk where no label was right. */
  static Queue of(@Nullable Object label) {
    return label == null ? FRONT : valueOf(label.toString().toUpperCase(Locale.ROOT));
  }
}
