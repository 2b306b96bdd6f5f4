/**
 * The HTTP API: one small class for each resource, and what every call passes on its way to one.
 * Start at {@link dev.tenlines.spring.http.ApiConfiguration}; then {@code ProblemFilter} and {@code
 * KeyFilter}, the two gates, and {@code RequestResource}, where questions arrive. JSON is written
 * straight to the response: converters, mappers and error pages of the application around it do not
 * change the contract, which stands in docs/reference/http.md and in {@code openapi.json}.
 */
@NullMarked
package dev.tenlines.spring.http;

import org.jspecify.annotations.NullMarked;
