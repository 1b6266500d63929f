/**
 * NIR, the Neuromorphic Intermediate Representation (Pedersen et al. 2024, Nat Commun 15:8122): its
 * graphs, its files, and the ways between them and a network.
 *
 * <p>A NIR file is HDF5 and holds a graph of nodes: differential equations (LIF, CubaLIF, …),
 * linear maps (Linear, Conv2d, …), delays, inputs and outputs. Read {@link org.hillock.nir.NirNode}
 * first: one record for each type of node, each with its equation.
 *
 * <table>
 * <caption>Ways</caption>
 * <tr><td>{@link org.hillock.nir.NirReader}</td><td>file to graph, checked</td></tr>
 * <tr><td>{@link org.hillock.nir.NirWriter}</td><td>graph to file</td></tr>
 * <tr><td>{@link org.hillock.nir.NirExport}</td><td>network to graph</td></tr>
 * <tr><td>{@link org.hillock.nir.NirImport}</td><td>graph to network</td></tr>
 * </table>
 *
 * <p>NIR counts time in seconds and gives other quantities no unit. Here v is in mV and I in pA. A
 * spike in NIR is a pulse of height 1 that lasts one time-step dt; what follows from that for
 * weights is told in {@link org.hillock.nir.NirExport}.
 *
 * <p>Graphs are immutable and may be shared between threads.
 */
@NullMarked
package org.hillock.nir;

import org.jspecify.annotations.NullMarked;
