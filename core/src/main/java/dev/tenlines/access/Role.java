package dev.tenlines.access;

/** What a caller may do. */
public enum Role {
  /** Everything of the own tenant. */
  ADMIN,
  /** Work on reviews. */
  REVIEWER,
  /** Ask, and read what was asked. */
  APPLICATION
}
