/**
 * What the parts of a network tell each other while it is built and run, whether they lie in one
 * process or in many.
 *
 * <p>Read {@link org.hillock.engine.exchange.SpikeExchange} first: an engine knows no more than
 * that. In one process it is {@link org.hillock.engine.exchange.OfThreads}, which has nothing to
 * do, since threads read what others have written once all have met. Among several, the ranks, it
 * is {@link org.hillock.engine.exchange.OfRanks}, which sends {@linkplain
 * org.hillock.engine.exchange.Parcel parcels} as bytes over {@link
 * org.hillock.engine.exchange.Ranks}: four operations of MPI, or threads that play ranks.
 *
 * <p>All ranks make the same calls in the same order. In each rank one thread at a time makes them,
 * while the others wait.
 */
@NullMarked
package org.hillock.engine.exchange;

import org.jspecify.annotations.NullMarked;
