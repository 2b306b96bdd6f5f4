/** YAML values that know their line and column. */
@NullMarked
package dev.tenlines.yaml;

import org.jspecify.annotations.NullMarked;
