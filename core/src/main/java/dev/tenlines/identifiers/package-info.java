/** Addresses, phone numbers and codes in texts, with the check digits that prove them. */
@NullMarked
package dev.tenlines.identifiers;

import org.jspecify.annotations.NullMarked;
