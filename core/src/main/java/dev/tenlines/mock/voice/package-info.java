/**
 * What the four dialects read and say: one {@link dev.tenlines.mock.voice.Voice} each, which checks
 * a request as its provider does and puts an answer into the provider's words.
 */
@NullMarked
package dev.tenlines.mock.voice;

import org.jspecify.annotations.NullMarked;
