package org.hillock.scenario.claim;

import java.util.List;
import java.util.Optional;
import org.hillock.engine.run.RunResult;
import org.hillock.record.ModulatorTable;
import org.hillock.record.SpikeList;
import org.hillock.record.Spikes;
import org.hillock.record.StructureTable;
import org.hillock.record.TraceTable;
import org.hillock.record.WeightTable;

/**
 * What a run gave, as far as claims ask for it, be it in memory or in files.
 *
 * @param spikes of the populations that were recorded
 * @param traces sampled state
 * @param weights of each recorded projection, at the end at least
 * @param modulators what modulating neurons left behind
 * @param structure how the wiring changed
 * @param spikeCounts spikes of every population after the warm-up, recorded or not
 * @param endTime how far the run got [ms]
 * @param partial whether it was stopped early
 */
public record Findings(
    List<? extends Spikes> spikes,
    Traces traces,
    List<WeightTable> weights,
    List<ModulatorTable> modulators,
    StructureTable structure,
    long[] spikeCounts,
    double endTime,
    boolean partial) {

  /** Sampled state, wherever it is kept. */
  @FunctionalInterface
  public interface Traces {
    /**
     * The samples of one variable of one neuron; nothing if there are none. Of several requests the
     * first one counts.
     *
     * @param population its name
     * @param neuron index within the population
     * @param variable its name
     */
    Optional<TraceTable> of(String population, int neuron, String variable);
  }

  /** Of a run that was kept in memory. */
  public static Findings of(RunResult result) {
    return new Findings(
        result.spikes(),
        (population, neuron, variable) -> trace(result.traces(), population, neuron, variable),
        result.weights(),
        result.modulators(),
        result.structure(),
        result.spikeCounts(),
        result.endTime(),
        result.partial());
  }

  /** The spikes of a population; none if they were not recorded. */
  Spikes spikesOf(String population) {
    for (Spikes one : spikes) {
      if (one.population().equals(population)) {
        return one;
      }
    }
    return SpikeList.none(population);
  }

  private static Optional<TraceTable> trace(
      List<TraceTable> tables, String population, int neuron, String variable) {
    for (TraceTable table : tables) {
      int column = table.variables().indexOf(variable);
      int place = neuron - table.firstNeuron();
      if (table.population().equals(population)
          && column >= 0
          && place >= 0
          && place < table.values()[column].length) {
        double[][][] values = {{table.values()[column][place]}};
        return Optional.of(
            new TraceTable(population, neuron, List.of(variable), table.times(), values));
      }
    }
    return Optional.empty();
  }
}
