package dev.tenlines.rendering;

/**
 * A piece of a plan as people see it. Chips are drawn from the plan that is executed, so they
 * cannot say anything else.
 *
 * @param id which piece it is: {@code where.0}, {@code where.0.1} within it, {@code sort.0}
 * @param kind {@code entity}, {@code filter}, {@code column}, {@code group}, {@code sort}, {@code
 *     limit} or {@code distinct}
 * @param label the piece in words, with its exact values
 * @param words what the question says for it; empty where nothing does
 * @param removable whether the plan can do without it
 */
public record Chip(String id, String kind, String label, String words, boolean removable) {

  /** Whether it stands within another chip's piece. */
  public boolean nested() {
    return id.indexOf('.') != id.lastIndexOf('.');
  }
}
