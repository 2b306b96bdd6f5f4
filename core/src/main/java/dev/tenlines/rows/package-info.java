/**
 * Files of rows, CSV and JSONL. Start at {@link dev.tenlines.rows.RowReader}, the one way to read
 * them.
 */
@NullMarked
package dev.tenlines.rows;

import org.jspecify.annotations.NullMarked;
