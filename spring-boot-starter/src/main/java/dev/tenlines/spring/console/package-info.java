/**
 * The console: pages for reviewers and administrators, made on the server and better with a little
 * script. Start at {@link dev.tenlines.spring.console.ConsoleRoutes}, which names every page.
 */
@NullMarked
package dev.tenlines.spring.console;

import org.jspecify.annotations.NullMarked;
