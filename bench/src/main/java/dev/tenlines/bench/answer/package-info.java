/** Measures answers from documents: retrieval, sentences, and whether there is an answer at all. */
@NullMarked
package dev.tenlines.bench.answer;

import org.jspecify.annotations.NullMarked;
