/**
 * How fast it is: JMH benchmarks of the parts that matter, and of a whole network. Never shipped.
 *
 * <p>Read {@link org.hillock.benchmark.BrunelBenchmark} first. Results are in {@code
 * benchmarks/README.md}, with the commands that give them.
 */
@NullMarked
package org.hillock.benchmark;

import org.jspecify.annotations.NullMarked;
