/** Whether one sentence stands on others: its facts, its words, and what turns them round. */
@NullMarked
package dev.tenlines.support;

import org.jspecify.annotations.NullMarked;
