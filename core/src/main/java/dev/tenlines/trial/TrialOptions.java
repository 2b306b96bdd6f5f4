package dev.tenlines.trial;

import dev.tenlines.Profile;
import dev.tenlines.Promise;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a trial is asked to do.
 *
 * @param file labelled rows
 * @param text the column of the text
 * @param label the column of the label
 * @param test rows to measure on, or null to hold some back
 * @param none the label that means "none of these", or null
 * @param lines the most rule lines to find
 */
public record TrialOptions(
    Path file,
    String text,
    String label,
    @Nullable Path test,
    @Nullable String none,
    Profile profile,
    Promise promise,
    int lines,
    long seed) {}
