/**
 * MPI, called from Java: ranks that are processes, on one machine or many.
 *
 * <p>Read {@link org.hillock.engine.exchange.mpi.MpiSession} first. Nine functions of MPI are
 * called, by {@code java.lang.foreign}, which is part of Java from 22 on. It is reached by
 * reflection, so that one build, with JDK 17 too, runs under all versions: what passes are numbers
 * only, addresses among them, so that the calls themselves are ordinary method handles. Nothing of
 * this is loaded unless the environment says that a launcher has started several processes.
 *
 * <p>One thread at a time calls MPI (MPI_THREAD_SERIALIZED).
 */
@NullMarked
package org.hillock.engine.exchange.mpi;

import org.jspecify.annotations.NullMarked;
