package dev.tenlines.verify;

/**
 * One thing a verifier found wrong.
 *
 * @param verifier the verifier's name
 * @param what what is wrong, with the value in brackets
 */
public record Violation(String verifier, String what) {}
