/**
 * Values of fields in running text, found by what reviewed examples have in common. Start at {@link
 * dev.tenlines.tagging.Tagger}.
 */
@NullMarked
package dev.tenlines.tagging;

import org.jspecify.annotations.NullMarked;
