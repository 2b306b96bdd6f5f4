/**
 * The cascade. Start at {@link dev.tenlines.ladder.Ladder#climb}: rung after rung, reserve money,
 * attempt, settle, verify, and compare with the certificate. Everything else here is what the climb
 * speaks of.
 */
@NullMarked
package dev.tenlines.ladder;

import org.jspecify.annotations.NullMarked;
