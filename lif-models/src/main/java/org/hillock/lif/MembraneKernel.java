package org.hillock.lif;

import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronKernel;

/**
 * A kernel whose state array {@link #V} is the membrane potential, relative to E_L, or says until
 * when the neuron is refractory.
 */
interface MembraneKernel extends NeuronKernel {

  /** The state array of the membrane potential, and its place among the state variables. */
  int V = 0;

  /** The membrane. */
  Membrane membrane();

  @Override
  default double read(NeuronBlock block, int variable, int neuron) {
    double value = block.state(variable)[neuron];
    return variable == V ? membrane().potential(value) + membrane().restingPotential() : value;
  }

  @Override
  default void write(NeuronBlock block, int variable, int neuron, double value) {
    block.state(variable)[neuron] = variable == V ? value - membrane().restingPotential() : value;
  }
}
