/** A question to an application's tables as types: no SQL, no words, only declared names. */
@NullMarked
package dev.tenlines.query;

import org.jspecify.annotations.NullMarked;
