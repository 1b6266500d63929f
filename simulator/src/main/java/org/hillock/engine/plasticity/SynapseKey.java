package org.hillock.engine.plasticity;

/**
 * What the random numbers of the synapses of a table are keyed by, besides source and target.
 *
 * @param seed of what is random in the run
 * @param projection number of the projection
 * @param firstTarget the neuron of the target population that is target 0 of the table
 */
public record SynapseKey(long seed, int projection, int firstTarget) {}
