package dev.tenlines.tagging;

/**
 * A text as a model sees it.
 *
 * @param features of each token
 * @param kinship of each token with each field
 */
record Input(long[][] features, int[][] kinship) {}
