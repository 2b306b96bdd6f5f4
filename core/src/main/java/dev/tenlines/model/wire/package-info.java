/** How providers are spoken to: four dialects over one transport, and what their errors mean. */
@NullMarked
package dev.tenlines.model.wire;

import org.jspecify.annotations.NullMarked;
