/** Documents beside the fields that were read in them. */
@NullMarked
package dev.tenlines.spring.console.paper;

import org.jspecify.annotations.NullMarked;
