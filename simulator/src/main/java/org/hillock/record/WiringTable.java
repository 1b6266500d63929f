package org.hillock.record;

/**
 * The synapses that a projection has at the end of a run, ordered by source, then target, then age.
 *
 * @param projection its name
 * @param sourcePopulation name of the source population
 * @param targetPopulation name of the target population
 * @param sources source neuron of each synapse, index within its population
 * @param targets target neuron of each synapse, index within its population
 * @param weights in the unit of the target model
 * @param delays [ms]
 */
public record WiringTable(
    String projection,
    String sourcePopulation,
    String targetPopulation,
    int[] sources,
    int[] targets,
    double[] weights,
    double[] delays) {}
