package dev.tenlines.learn;

/**
 * A sparse vector.
 *
 * @param index places in ascending order
 * @param value one for each place
 */
record Sparse(int[] index, float[] value) {
  static final Sparse EMPTY = new Sparse(new int[0], new float[0]);
}
