/** Personal data: found in texts, replaced by tokens, and put back. */
@NullMarked
package dev.tenlines.privacy;

import org.jspecify.annotations.NullMarked;
