/**
 * Results on disk: a folder that appears when it is whole.
 *
 * <p>Read {@link org.hillock.io.ResultFolder} first, then {@link org.hillock.io.ResultSink}, which
 * writes into it while a run goes on: spikes right into their file, what its file has in another
 * order into spools, from which {@linkplain org.hillock.io.Conversion conversions} make files at
 * the end, in {@linkplain org.hillock.io.ResultFormat other formats} too. {@link
 * org.hillock.io.StoredResult} reads a folder back. Numbers are written so that they read back to
 * the same double; times in ms, weights in the unit of the target model. The files of a folder:
 *
 * <table>
 * <caption>Files</caption>
 * <tr><td>manifest.json</td><td>what was run, how, and what came out ({@link org.hillock.io.Manifest})</td></tr>
 * <tr><td>scenario.yaml</td><td>the scenario as run, every parameter resolved</td></tr>
 * <tr><td>spikes.csv</td><td>{@code time_ms,population,neuron} ({@link org.hillock.io.SpikeFile})</td></tr>
 * <tr><td>traces.csv</td><td>sampled state ({@link org.hillock.io.TraceFile})</td></tr>
 * <tr><td>weights.csv</td><td>sampled weights ({@link org.hillock.io.WeightFile})</td></tr>
 * <tr><td>rates.csv</td><td>binned spike counts ({@link org.hillock.io.RateFile})</td></tr>
 * <tr><td>presentations.csv</td><td>which image was shown when ({@link org.hillock.io.PresentationFile})</td></tr>
 * <tr><td>modulators.csv</td><td>what modulators left behind ({@link org.hillock.io.ModulatorFile})</td></tr>
 * <tr><td>positions.csv</td><td>where neurons are ({@link org.hillock.io.PlaceFile})</td></tr>
 * <tr><td>structure.csv, wiring.csv</td><td>how the wiring changed, and what it is at the end ({@link org.hillock.io.StructureFile})</td></tr>
 * </table>
 *
 * <p>Used by one thread at a time; a sink by that of the run's queue, then by the one that ends it.
 */
@NullMarked
package org.hillock.io;

import org.jspecify.annotations.NullMarked;
