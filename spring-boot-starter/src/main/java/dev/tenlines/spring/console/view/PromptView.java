package dev.tenlines.spring.console.view;

/**
 * A prompt file in use.
 *
 * @param origin {@code built in} or {@code the project's own}
 * @param digest changes with every letter
 * @param uses which rungs of which features send it
 */
public record PromptView(
    String name,
    String origin,
    int version,
    String digest,
    int mostOutput,
    Shown system,
    Shown user,
    Table uses) {}
