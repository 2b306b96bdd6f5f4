@NullMarked
package dev.tenlines.linking;

import org.jspecify.annotations.NullMarked;
