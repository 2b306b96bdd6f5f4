/** The fields that a schema asks for, and the places in a document that may hold their values. */
@NullMarked
package dev.tenlines.fields;

import org.jspecify.annotations.NullMarked;
