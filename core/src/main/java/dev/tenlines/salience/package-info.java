/**
 * What a text says most, without any language model. Start at {@link
 * dev.tenlines.salience.Salience}.
 */
@NullMarked
package dev.tenlines.salience;

import org.jspecify.annotations.NullMarked;
