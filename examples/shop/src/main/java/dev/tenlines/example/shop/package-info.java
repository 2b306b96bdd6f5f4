/** A small cookware shop that sorts its tickets and holds its comments with Tenlines. */
@NullMarked
package dev.tenlines.example.shop;

import org.jspecify.annotations.NullMarked;
