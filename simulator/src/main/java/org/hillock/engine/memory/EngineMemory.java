package org.hillock.engine.memory;

/**
 * What an engine takes, whatever is recorded.
 *
 * @param neuronBytes state, parameters and input of neurons
 * @param synapseBytes synapses and their index, while the network runs
 * @param flight bytes of spikes that have been fired and not delivered yet
 * @param buildBytes what building takes in addition, and gives back
 */
public record EngineMemory(
    double neuronBytes, double synapseBytes, InFlight flight, double buildBytes) {}
