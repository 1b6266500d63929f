package org.hillock.record;

import java.util.Map;

/**
 * Sampled weights of the synapses of one projection.
 *
 * @param projection name of the projection
 * @param sourcePopulation name of the source population
 * @param targetPopulation name of the target population
 * @param sources source neuron of each synapse, index within its population
 * @param targets target neuron of each synapse, index within its population
 * @param times when the weights were read [ms]
 * @param weights {@code weights[sample][synapse]} in the unit of the target model
 * @param states what else the synapses keep, by name, in the same order; nothing unless it was
 *     asked for
 */
public record WeightTable(
    String projection,
    String sourcePopulation,
    String targetPopulation,
    int[] sources,
    int[] targets,
    double[] times,
    double[][] weights,
    Map<String, double[][]> states) {

  /** Weights alone. */
  public WeightTable(
      String projection,
      String sourcePopulation,
      String targetPopulation,
      int[] sources,
      int[] targets,
      double[] times,
      double[][] weights) {
    this(
        projection, sourcePopulation, targetPopulation, sources, targets, times, weights, Map.of());
  }
}
