/** Mails: their parts, and which lines of them somebody else wrote. */
@NullMarked
package dev.tenlines.mail;

import org.jspecify.annotations.NullMarked;
