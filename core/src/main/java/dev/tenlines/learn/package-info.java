/**
 * The small model and what it may promise. {@link dev.tenlines.learn.Trainer} makes a {@link
 * dev.tenlines.learn.Classifier}; {@link dev.tenlines.learn.Certifier} tests it by {@link
 * dev.tenlines.learn.FixedSequence} and issues a {@link dev.tenlines.learn.Certificate}.
 */
@NullMarked
package dev.tenlines.learn;

import org.jspecify.annotations.NullMarked;
