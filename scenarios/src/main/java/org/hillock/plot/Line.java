package org.hillock.plot;

/**
 * A line to be drawn: points of ascending x, in arrays that may be shared.
 *
 * @param name in the legend
 * @param x ascending
 * @param y as many as x; NaN is a gap
 */
record Line(String name, double[] x, double[] y) {}
