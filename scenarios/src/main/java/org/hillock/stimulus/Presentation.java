package org.hillock.stimulus;

import org.jspecify.annotations.Nullable;

/**
 * An image that is shown.
 *
 * @param name of the part of the show
 * @param image its number among the images
 * @param label what it shows; null if nobody knows
 * @param begin it is shown after this time [ms]
 * @param end and up to this one [ms]
 */
public record Presentation(
    String name, int image, @Nullable String label, double begin, double end) {}
