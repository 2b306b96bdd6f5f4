/** Reading an application's tables over connections that can do nothing else. */
@NullMarked
package dev.tenlines.querying;

import org.jspecify.annotations.NullMarked;
