/** Answers to questions from an application's own documents, in their own words or beside them. */
@NullMarked
package dev.tenlines.answer;

import org.jspecify.annotations.NullMarked;
