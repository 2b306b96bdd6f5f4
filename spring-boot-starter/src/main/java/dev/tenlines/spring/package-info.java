/** Tenlines in a Spring Boot application. */
@NullMarked
package dev.tenlines.spring;

import org.jspecify.annotations.NullMarked;
