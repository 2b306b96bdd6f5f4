/** The project directory: where things lie in it, and {@code tenlines.yaml} read and written. */
@NullMarked
package dev.tenlines.project;

import org.jspecify.annotations.NullMarked;
