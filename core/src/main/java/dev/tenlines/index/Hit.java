package dev.tenlines.index;

/**
 * A passage that was found.
 *
 * @param score how well it fits by everything together, higher is better; comparable only within
 *     one search
 * @param words the BM25 score of its words, 0 where none is shared
 * @param heading the BM25 score of its path, 0 where none is shared
 * @param similarity the cosine of its meaning with the question's, or NaN without an embedder
 */
public record Hit(Passage passage, double score, double words, double heading, double similarity) {}
