/** Who may call: keys, users, roles. */
@NullMarked
package dev.tenlines.access;

import org.jspecify.annotations.NullMarked;
