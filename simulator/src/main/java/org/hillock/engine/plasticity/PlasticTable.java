package org.hillock.engine.plasticity;

import java.util.List;

/**
 * Plastic synapses of one projection onto the neurons of one partition, in rows by source. Times
 * and delays are in the unit of the engine: steps or ms.
 */
public interface PlasticTable {

  /** Takes presynaptic spikes in flight. */
  interface InFlight {
    /**
     * One spike.
     *
     * @param source who fired
     * @param emitted when
     * @param previous the source's spike before, or {@link RowPlasticity#NEVER}
     * @param traces an array with its traces right after that
     * @param at where they begin
     */
    void spike(int source, double emitted, double previous, double[] traces, int at);
  }

  /** What random numbers of the synapses are keyed by. */
  SynapseKey key();

  /** Number of synapses. */
  int size();

  /** Number of source neurons. */
  int sources();

  /**
   * Where the row of a source begins.
   *
   * @param source 0 to {@link #sources}, which gives the end of the last row
   */
  int rowStart(int source);

  /** Target of a synapse: index within the partition's slice of the target population. */
  int target(int synapse);

  /** The delays of the synapses of a row, in order. */
  void delays(int source, double[] into);

  /** The weights as they are, with what has been delivered. */
  double[] weights();

  /** What the synapses keep besides: an array a number. */
  double[][] states();

  /** The plasticity of the synapses. */
  RowPlasticity plasticity();

  /** Postsynaptic spikes and signals up to this are not needed any more. */
  double needsAfter();

  /** Spikes of modulating neurons up to this are not needed any more. */
  double needsModulatorAfter();

  /** The same for some tables: infinity for none. */
  static double neededAfter(List<PlasticTable> tables) {
    double time = Double.POSITIVE_INFINITY;
    for (PlasticTable table : tables) {
      time = Math.min(time, table.needsAfter());
    }
    return time;
  }

  /** The last known spike of a source, or {@link RowPlasticity#NEVER}. */
  double lastSpike(int source);

  /** The traces of all sources, as many numbers each, right after their last spikes. */
  double[] lastTraces();

  /**
   * Brings all synapses up to the longest delay before a moment.
   *
   * @param time all deliveries up to it have been made
   */
  void settle(double time);

  /**
   * All known spikes that may not have been delivered through every synapse at a moment, in order.
   *
   * @param time the moment, not further back than the last stretch of {@link WeightSamples}
   * @param into takes them
   */
  void inFlight(double time, InFlight into);
}
