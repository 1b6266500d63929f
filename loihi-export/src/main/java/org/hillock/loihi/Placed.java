package org.hillock.loihi;

import org.hillock.loihi.estimate.CostEstimate;
import org.hillock.loihi.partition.Partition;

/**
 * A partition with a place for each core.
 *
 * @param partition which neurons share a core
 * @param physical the core of the board, numbered over all chips, of each core of the partition
 * @param estimate what it would cost
 * @param activity the rates that the estimate is for
 */
record Placed(Partition partition, int[] physical, CostEstimate estimate, Activity activity) {

  /** Number of cores in use. */
  int cores() {
    return physical.length;
  }
}
