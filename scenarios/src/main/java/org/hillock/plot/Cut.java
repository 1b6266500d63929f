package org.hillock.plot;

import java.util.Arrays;
import org.hillock.analysis.TimeWindow;
import org.hillock.record.ModulatorTable;
import org.hillock.record.RateTable;
import org.hillock.record.StructureTable;
import org.hillock.record.TraceTable;
import org.hillock.record.WeightTable;

/**
 * Cuts records down to a window of time. Times on a grid carry rounding errors, so that a
 * nanosecond beyond an edge counts as on it.
 */
final class Cut {

  private static final double TOLERANCE = TimeWindow.ROUNDING;

  private Cut() {}

  /** The samples in [from, to]. */
  static TraceTable trace(TraceTable table, double from, double to) {
    int first = TimeWindow.firstAbove(table.times(), from - TOLERANCE);
    int end = Math.max(first, TimeWindow.firstAbove(table.times(), to + TOLERANCE));
    double[][][] values = new double[table.values().length][][];
    for (int variable = 0; variable < values.length; variable++) {
      double[][] neurons = table.values()[variable].clone();
      for (int i = 0; i < neurons.length; i++) {
        neurons[i] = Arrays.copyOfRange(neurons[i], first, end);
      }
      values[variable] = neurons;
    }
    return new TraceTable(
        table.population(),
        table.firstNeuron(),
        table.variables(),
        Arrays.copyOfRange(table.times(), first, end),
        values);
  }

  /** The samples in [from, to]. */
  static WeightTable weights(WeightTable table, double from, double to) {
    int first = TimeWindow.firstAbove(table.times(), from - TOLERANCE);
    int end = Math.max(first, TimeWindow.firstAbove(table.times(), to + TOLERANCE));
    return new WeightTable(
        table.projection(),
        table.sourcePopulation(),
        table.targetPopulation(),
        table.sources(),
        table.targets(),
        Arrays.copyOfRange(table.times(), first, end),
        Arrays.copyOfRange(table.weights(), first, end));
  }

  /** The samples in [from, to]. */
  static StructureTable structure(StructureTable table, double from, double to) {
    int first = TimeWindow.firstAbove(table.times(), from - TOLERANCE);
    int end = Math.max(first, TimeWindow.firstAbove(table.times(), to + TOLERANCE));
    return table.between(first, end);
  }

  /** The samples in [from, to]. */
  static ModulatorTable modulators(ModulatorTable table, double from, double to) {
    int first = TimeWindow.firstAbove(table.times(), from - TOLERANCE);
    int end = Math.max(first, TimeWindow.firstAbove(table.times(), to + TOLERANCE));
    double[][] values = table.values().clone();
    Arrays.setAll(values, trace -> Arrays.copyOfRange(table.values()[trace], first, end));
    return new ModulatorTable(
        table.projection(), table.traces(), Arrays.copyOfRange(table.times(), first, end), values);
  }

  /** The bins that lie within (from, to]. */
  static RateTable rates(RateTable table, double from, double to) {
    double tolerance = TOLERANCE / table.bin();
    double firstBin = Math.ceil((from - table.start()) / table.bin() - tolerance);
    double endBin = Math.floor((to - table.start()) / table.bin() + tolerance);
    int first = (int) Math.max(0, Math.min(table.counts().length, firstBin));
    int end = (int) Math.max(first, Math.min(table.counts().length, endBin));
    return new RateTable(
        table.population(),
        table.size(),
        table.start() + first * table.bin(),
        table.bin(),
        Arrays.copyOfRange(table.counts(), first, end));
  }
}
