/**
 * Language models behind one small interface: dialects, transport, retries, breakers, limits and
 * the money each attempt holds. Nothing of a provider is visible outside.
 */
@NullMarked
package dev.tenlines.model;

import org.jspecify.annotations.NullMarked;
