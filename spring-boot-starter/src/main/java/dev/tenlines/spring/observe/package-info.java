/** What operators see of Tenlines: health and metrics, where Spring Boot Actuator is there. */
@NullMarked
package dev.tenlines.spring.observe;

import org.jspecify.annotations.NullMarked;
