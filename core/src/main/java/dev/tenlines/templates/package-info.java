/**
 * Templates: where a sender or a layout writes its fields, learned from one to three documents that
 * a person has read.
 */
@NullMarked
package dev.tenlines.templates;

import org.jspecify.annotations.NullMarked;
