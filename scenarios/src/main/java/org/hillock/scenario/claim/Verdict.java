package org.hillock.scenario.claim;

/**
 * What became of an expectation.
 *
 * @param text the expectation as written
 * @param value the left side, in the unit of the text; not a number if there was nothing to measure
 * @param valueText the same with its unit
 * @param passed whether the expectation holds
 */
public record Verdict(String text, double value, String valueText, boolean passed) {}
