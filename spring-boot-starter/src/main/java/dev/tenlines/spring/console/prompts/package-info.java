/** What models are told and what they say, for people to see. */
@NullMarked
package dev.tenlines.spring.console.prompts;

import org.jspecify.annotations.NullMarked;
