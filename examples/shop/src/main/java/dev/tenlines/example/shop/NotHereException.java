package dev.tenlines.example.shop;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such thing in the shop. */
@ResponseStatus(HttpStatus.NOT_FOUND)
final class NotHereException extends RuntimeException {}
