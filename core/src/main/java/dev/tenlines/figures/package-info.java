/** Numbers, percentages, money and measured quantities in texts of six languages. */
@NullMarked
package dev.tenlines.figures;

import org.jspecify.annotations.NullMarked;
