/** Fields out of mails, PDFs and texts, each with its place in the source. */
@NullMarked
package dev.tenlines.extract;

import org.jspecify.annotations.NullMarked;
