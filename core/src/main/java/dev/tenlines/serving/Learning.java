package dev.tenlines.serving;

import dev.tenlines.learn.Models;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a feature has learned from verdicts.
 *
 * @param serving the model version that serves, or null while there is none
 * @param versions all versions, newest first
 * @param shuts what audits have shut, newest first
 * @param judged verdicts so far
 * @param wanted further verdicts until the next training starts
 * @param training whether one runs now
 * @param step what it does right now, in words, or null
 * @param forecast what the next verdicts are likely to bring, in plain sentences
 */
public record Learning(
    Models.@Nullable Version serving,
    List<Models.Version> versions,
    List<Models.Shut> shuts,
    long judged,
    long wanted,
    boolean training,
    @Nullable String step,
    List<String> forecast) {}
