package org.hillock.engine;

/**
 * How to run a network.
 *
 * @param step grid step [ms]
 * @param warmup simulated first, without recording [ms]
 * @param duration simulated then, with recording [ms]
 * @param seed key of all random numbers
 * @param threads worker threads, 1 or more
 */
public record RunSettings(double step, double warmup, double duration, long seed, int threads) {}
