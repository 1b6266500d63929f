package org.hillock.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A record as other formats take it once the run has ended: the spikes from {@code spikes.csv},
 * what else there is from its spools.
 *
 * @param spikes {@code spikes.csv}
 * @param sizes of all populations by name
 * @param counts recorded spikes, by the name of each population that was recorded
 * @param traces a spool a request
 * @param intervals between the samples of each request [ms]
 * @param weights a spool a request and projection
 * @param units of recorded variables, by name
 */
record FormatSource(
    Path spikes,
    Map<String, Integer> sizes,
    Map<String, Long> counts,
    List<TraceSpool> traces,
    List<Double> intervals,
    List<WeightSpool> weights,
    Map<String, String> units) {

  /** Takes the spikes of one population. */
  @FunctionalInterface
  interface SpikeTaker {
    /**
     * A spike.
     *
     * @param time when [ms]
     */
    void spike(double time, int neuron) throws IOException;
  }

  /** Goes through the spikes of all populations once, whatever their number. */
  void forEachSpike(Map<String, SpikeTaker> takers) throws IOException {
    SpikeTaker[] byNumber =
        sizes.keySet().stream()
            .map(name -> takers.getOrDefault(name, (time, neuron) -> {}))
            .toArray(SpikeTaker[]::new);
    try (SpikeLines lines = new SpikeLines(spikes, sizes)) {
      while (lines.next()) {
        byNumber[lines.population()].spike(lines.time(), lines.neuron());
      }
    }
  }

  /**
   * A name for each request of traces, by its population; the second of a population ends in -2.
   */
  static String name(List<TraceSpool> requests, int which) {
    String population = requests.get(which).population();
    long before =
        requests.subList(0, which).stream()
            .filter(request -> request.population().equals(population))
            .count();
    return "traces_" + population + (before == 0 ? "" : "-" + (before + 1));
  }
}
