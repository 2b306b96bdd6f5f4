/** Questions to tables: how many are read right, how many wrongly, and how fast. */
@NullMarked
package dev.tenlines.bench.search;

import org.jspecify.annotations.NullMarked;
