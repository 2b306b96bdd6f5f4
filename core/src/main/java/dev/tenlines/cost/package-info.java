/**
 * Money, volumes and the ledger. Amounts are integers of millionths, never binary fractions;
 * nothing here can reach a model.
 */
@NullMarked
package dev.tenlines.cost;

import org.jspecify.annotations.NullMarked;
