package org.hillock.loihi.quantise;

import java.util.List;

/**
 * Neurons on the chip in whole numbers: their compartments, and the synapses onto each of them. Not
 * thread-safe.
 */
public sealed interface ChipPopulation permits QuantisedPopulation, RelayPopulation {

  /** Its place among the populations of the {@link org.hillock.loihi.wiring.Numbering}. */
  int index();

  /** How many neurons. */
  int size();

  /** One neuron. */
  Compartment compartment(int neuron);

  /** All formats in which the synapses onto the population are written. */
  List<WeightFormat> formats();

  /** Appends all synapses onto a neuron that are not 0. */
  void incoming(int neuron, Synapses into);
}
