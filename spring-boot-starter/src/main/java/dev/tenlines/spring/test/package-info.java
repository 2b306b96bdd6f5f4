/**
 * For the tests of applications: their features with scripted rungs and a scripted reviewer, in a
 * directory of their own, without models and without the network. Start at {@link
 * dev.tenlines.spring.test.TenlinesTest}.
 */
@NullMarked
package dev.tenlines.spring.test;

import org.jspecify.annotations.NullMarked;
