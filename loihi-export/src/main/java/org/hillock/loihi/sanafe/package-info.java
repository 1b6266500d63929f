/**
 * Mappings for SANA-FE (Boyle et al. 2025), a simulator of neuromorphic chips that estimates energy
 * and time: an architecture and a network in YAML, as of its commit 8951ab07.
 *
 * <p>Read {@link org.hillock.loihi.sanafe.SanaFeExport} first; it refuses what cannot be said and
 * knows what comes out otherwise than on the chip.
 *
 * <table>
 * <caption>The parts</caption>
 * <tr><td>{@code Tiles}</td><td>where cores and input ports are on the mesh</td></tr>
 * <tr><td>{@code GroupNames}</td><td>what populations and inputs are called there</td></tr>
 * <tr><td>{@code PortTrain}</td><td>what an input port fires</td></tr>
 * <tr><td>{@code ArchitectureWriter}, {@code NetworkWriter}, {@code EdgeWriter}</td><td>the two
 *     files, streamed</td></tr>
 * </table>
 *
 * <p>SANA-FE computes in floating point, in units of 64 of the chip, in every time-step:
 *
 * <pre>
 *   I ← I input_decay,   v ← v leak_decay, cut to 64ths
 *   unless refractory:  I ← I + what arrives,   v ← v + bias + I
 *                       v &gt; threshold: spike, v = 0, refractory for refractory_delay - 1 steps
 * </pre>
 *
 * <p>A spike of time-step T arrives in T + 1 + delay, as on the chip. Energies are in J and times
 * in s there. Nothing here is thread-safe.
 */
@NullMarked
package org.hillock.loihi.sanafe;

import org.jspecify.annotations.NullMarked;
