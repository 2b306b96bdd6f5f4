/**
 * The command line. Start at {@link dev.tenlines.server.Main}; each command is one file that reads
 * its options, calls the core and prints.
 */
@NullMarked
package dev.tenlines.server;

import org.jspecify.annotations.NullMarked;
