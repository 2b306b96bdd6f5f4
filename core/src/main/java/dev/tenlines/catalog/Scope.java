package dev.tenlines.catalog;

/** Whose rows an asker may see. It has to be declared. */
public sealed interface Scope {
  /** Everybody sees every row. */
  record Everyone() implements Scope {}

  /** Only rows whose column holds the asker's tenant. */
  record Tenant(String column) implements Scope {}
}
