package org.hillock.analysis;

/**
 * A stretch of a run of which is known what was shown in it.
 *
 * @param time when
 * @param label what was shown
 */
public record LabelledTrial(TimeWindow time, String label) {}
