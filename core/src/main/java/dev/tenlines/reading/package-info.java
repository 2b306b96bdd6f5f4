/** How files become documents, hostile ones in a process of their own. */
@NullMarked
package dev.tenlines.reading;

import org.jspecify.annotations.NullMarked;
