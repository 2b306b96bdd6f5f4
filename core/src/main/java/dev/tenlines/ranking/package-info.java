/**
 * A small model that learns from reviewed documents where the values of a schema's fields stand.
 */
@NullMarked
package dev.tenlines.ranking;

import org.jspecify.annotations.NullMarked;
