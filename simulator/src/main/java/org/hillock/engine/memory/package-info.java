/**
 * What a run will take of memory, computed from the description alone: what does not fit is refused
 * before anything is allocated.
 *
 * <p>Read {@link org.hillock.engine.memory.MemoryEstimate} first. It adds what the description, the
 * wiring and the recording take to what the engine takes, {@link
 * org.hillock.engine.memory.EngineMemory}, which each engine reckons for itself. Spikes that wait
 * or are recorded depend on {@linkplain org.hillock.engine.memory.ExpectedRates the rates that are
 * expected}.
 *
 * <p>Memory in bytes, rates in Hz, times in ms. Everything is immutable.
 */
@NullMarked
package org.hillock.engine.memory;

import org.jspecify.annotations.NullMarked;
