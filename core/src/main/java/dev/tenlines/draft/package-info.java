/**
 * Drafts of replies: macros and approved past replies first, always to a person. Start at {@link
 * dev.tenlines.draft.Drafting}.
 */
@NullMarked
package dev.tenlines.draft;

import org.jspecify.annotations.NullMarked;
