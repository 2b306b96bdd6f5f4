/** Searches of an application's tables, made ready to be shown and changed chip by chip. */
@NullMarked
package dev.tenlines.spring.console.searches;

import org.jspecify.annotations.NullMarked;
