/**
 * Ordered rule lists in CEL: read and compiled by {@link dev.tenlines.rules.RuleFile}, matched by
 * {@link dev.tenlines.rules.Rules}, found in labelled rows by {@link
 * dev.tenlines.rules.RuleFinder}.
 */
@NullMarked
package dev.tenlines.rules;

import org.jspecify.annotations.NullMarked;
