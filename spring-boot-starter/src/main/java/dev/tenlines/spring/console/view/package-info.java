/** What the console's pages show: plain values, made ready so that templates decide nothing. */
@NullMarked
package dev.tenlines.spring.console.view;

import org.jspecify.annotations.NullMarked;
