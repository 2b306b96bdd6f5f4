/** Commands that help to declare what questions may search. */
@NullMarked
package dev.tenlines.server.search;

import org.jspecify.annotations.NullMarked;
