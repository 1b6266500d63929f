package org.hillock.engine.plasticity;

/** Plastic synapses of one projection onto the neurons of one partition, in rows by source. */
public interface PlasticTable {

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
}
