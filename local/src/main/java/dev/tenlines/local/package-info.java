/**
 * Small models that need native code. Start at {@link dev.tenlines.local.MiniLm}; the core finds it
 * through {@link dev.tenlines.local.MiniLmProvider}.
 */
@NullMarked
package dev.tenlines.local;

import org.jspecify.annotations.NullMarked;
