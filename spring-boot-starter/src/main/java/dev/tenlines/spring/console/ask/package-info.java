/** The console's page that asks a feature and shows its answer while it is written. */
@NullMarked
package dev.tenlines.spring.console.ask;

import org.jspecify.annotations.NullMarked;
