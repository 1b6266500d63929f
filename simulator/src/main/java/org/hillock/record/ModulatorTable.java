package org.hillock.record;

import java.util.List;

/**
 * What the spikes of modulating neurons left behind, as the synapses of one projection feel it.
 *
 * @param projection name of the projection
 * @param traces names by which the equations of its rule call them
 * @param times when they were read [ms]
 * @param values {@code values[trace][sample]} [1/ms]
 */
public record ModulatorTable(
    String projection, List<String> traces, double[] times, double[][] values) {

  /** Copies the list. */
  public ModulatorTable {
    traces = List.copyOf(traces);
  }
}
