package org.hillock.engine.grid.table;

import org.hillock.engine.wiring.TablePlan;

/**
 * The arrays of a table while it is being built: a row of synapses for each source. Arrays that the
 * storage does not need are empty.
 *
 * @param targets target of each synapse: index within the partition; empty where words have it
 * @param slots delay and receptor of each synapse; may be longer than the table
 * @param words {@linkplain QuantaAddition#word target and weight} in whole quanta, or the bits of
 *     weights in single precision
 * @param exact weights in double precision
 */
record TableRows(char[] targets, char[] slots, int[] words, double[] exact) {

  static final TableRows NONE = new TableRows(new char[0], new char[0], new int[0], new double[0]);

  /**
   * Room for a table.
   *
   * @param storage how weights are kept
   * @param total number of synapses
   * @param slots room for as many slots
   */
  static TableRows of(TablePlan.Storage storage, int total, char[] slots) {
    return switch (storage) {
      case COUNTED, CONSTANT -> new TableRows(new char[total], slots, new int[0], new double[0]);
      case QUANTA -> new TableRows(new char[0], slots, new int[total], new double[0]);
      case SINGLE -> new TableRows(new char[total], slots, new int[total], new double[0]);
      case EXACT, PLASTIC -> new TableRows(new char[total], slots, new int[0], new double[total]);
    };
  }
}
