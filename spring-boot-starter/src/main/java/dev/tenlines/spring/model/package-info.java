/** Chat models that an application has as beans, as providers of Tenlines. */
@NullMarked
package dev.tenlines.spring.model;

import org.jspecify.annotations.NullMarked;
