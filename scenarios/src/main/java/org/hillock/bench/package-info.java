/**
 * How fast Hillock is on this machine: the standard cases and how time and memory grow.
 *
 * <p>Read {@link org.hillock.bench.BenchCase} first. A case is a scenario with the options of
 * {@code hillock run}; {@link org.hillock.bench.BenchRun} runs it as that command does, in a
 * process of its own, so that memory and compiled code are those of one run, and reads the figures
 * from its manifest. {@link org.hillock.bench.LowerBound} is what the machine must take at least,
 * measured beside each run; {@link org.hillock.bench.Comparison} runs another build in turn. {@link
 * org.hillock.bench.Scaling} varies one number at a time, {@link org.hillock.bench.EventCost} the
 * size of networks in continuous time.
 *
 * <p>Times in seconds, memory in MiB. Used by one thread.
 */
@NullMarked
package org.hillock.bench;

import org.jspecify.annotations.NullMarked;
