/** Which sentences of what was found answer a question, and whether any do. */
@NullMarked
package dev.tenlines.answerability;

import org.jspecify.annotations.NullMarked;
