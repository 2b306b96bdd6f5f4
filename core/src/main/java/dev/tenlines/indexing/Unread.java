package dev.tenlines.indexing;

/** A file that became no document; the message says why. */
final class Unread extends Exception {
  private static final long serialVersionUID = 1;

  Unread(String why) {
    super(why);
  }
}
