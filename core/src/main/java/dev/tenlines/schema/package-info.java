/** The tables of a database as it describes them, and a first declaration made from that. */
@NullMarked
package dev.tenlines.schema;

import org.jspecify.annotations.NullMarked;
