/** What waits for people. */
@NullMarked
package dev.tenlines.review;

import org.jspecify.annotations.NullMarked;
