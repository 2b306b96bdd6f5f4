/** What every command needs of a terminal: lines, tables, a progress bar, where the project is. */
@NullMarked
package dev.tenlines.server.terminal;

import org.jspecify.annotations.NullMarked;
