/**
 * The neurons of networks that learn by e-prop (Bellec, Scherr, Subramoney, Hajek, Salaj,
 * Legenstein and Maass 2020, Nat Commun 11:3625), as NEST has them.
 *
 * <p>Read {@link org.hillock.lif.eprop.EpropIaf} first, then {@code RecurrentKernel}, which moves
 * these neurons, and {@code RecurrentHistory}, which says by how much a loss grows with the weight
 * of a spike that arrives. Readouts have the same parts.
 *
 * <p>Units: ms, mV, pA, pF; potentials are relative to E_L inside. A kernel is used by one thread
 * at a time.
 */
@NullMarked
package org.hillock.lif.eprop;

import org.jspecify.annotations.NullMarked;
