package org.hillock.random;

/**
 * What a random number is for. The ordinal is part of the key, so the order must not change: add
 * new purposes at the end.
 */
public enum Purpose {
  /** Which source (or target) neurons a projection connects. */
  CONNECTION,
  /** The weights of a projection's synapses. */
  WEIGHT,
  /** The delays of a projection's synapses. */
  DELAY,
  /** Parameters and initial values of neurons. */
  PARAMETER,
  /** Weights of the spikes that an input sends. */
  INPUT_WEIGHT,
  /** Poisson counts of an input. */
  POISSON_INPUT,
  /** Values of a noise current. */
  NOISE_CURRENT,
  /** Spikes that a neuron model draws itself. */
  NEURON,
  /** What decides a Poisson count where the first bits do not. */
  POISSON_DETAIL,
  /** Noise of the neurons of an emulated chip. */
  CHIP_NOISE,
  /** Stochastic rounding of traces and weights on an emulated chip. */
  CHIP_LEARNING,
  /** How far the weight of a device is from the level to which it was programmed. */
  DEVICE_NOISE,
  /** How long a neuron is silent after a spike. */
  DEAD_TIME,
  /** What a synapse draws when a spike arrives, and the keys of its numbers. */
  SYNAPSE,
  /** Which synapses lost elements take with them, and whom vacant ones find. */
  SYNAPTIC_ELEMENT,
  /** Which spikes of a Poisson input are left out where its rate is below its highest. */
  THINNING,
  /** Spikes of stimuli that a scenario describes, and their order. */
  STIMULUS,
  /** Which neurons are dead. */
  LESION,
  /** Where a neuron is. */
  POSITION,
  /** Which synapses are dead. */
  SYNAPSE_LESION,
  /** Which synapses of a projection have a third neuron, and which one. */
  THIRD_FACTOR
}
