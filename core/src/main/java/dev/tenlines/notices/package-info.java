/** Contact details, events and orders in mails and pages, read by how such texts are built. */
@NullMarked
package dev.tenlines.notices;

import org.jspecify.annotations.NullMarked;
