/** Answers from documents, made ready to be shown. */
@NullMarked
package dev.tenlines.spring.console.answers;

import org.jspecify.annotations.NullMarked;
