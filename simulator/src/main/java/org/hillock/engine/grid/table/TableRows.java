package org.hillock.engine.grid.table;

import org.hillock.engine.wiring.TablePlan;
import org.jspecify.annotations.Nullable;

/**
 * The arrays of a table while it is being built: a row of synapses for each source.
 *
 * @param targets target of each synapse: index within the partition
 * @param slots delay and receptor of each synapse; may be longer than the table
 * @param single weights in single precision, or null
 * @param exact weights in double precision, or null
 */
record TableRows(
    char[] targets, char[] slots, float @Nullable [] single, double @Nullable [] exact) {

  /**
   * Room for a table.
   *
   * @param storage how weights are kept
   * @param total number of synapses
   * @param slots room for as many slots
   */
  static TableRows of(TablePlan.Storage storage, int total, char[] slots) {
    return new TableRows(
        new char[total],
        slots,
        storage == TablePlan.Storage.SINGLE ? new float[total] : null,
        storage == TablePlan.Storage.EXACT || storage == TablePlan.Storage.PLASTIC
            ? new double[total]
            : null);
  }
}
