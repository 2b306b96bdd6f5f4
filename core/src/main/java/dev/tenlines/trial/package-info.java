/**
 * "Do I need AI for this?", measured on labelled rows. Start at {@link
 * dev.tenlines.trial.Trial#run}.
 */
@NullMarked
package dev.tenlines.trial;

import org.jspecify.annotations.NullMarked;
