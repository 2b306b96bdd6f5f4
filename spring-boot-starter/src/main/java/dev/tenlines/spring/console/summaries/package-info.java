/** Summaries beside their sources, made ready to be shown. */
@NullMarked
package dev.tenlines.spring.console.summaries;

import org.jspecify.annotations.NullMarked;
