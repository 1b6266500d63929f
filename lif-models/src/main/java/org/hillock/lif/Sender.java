package org.hillock.lif;

import org.hillock.model.EventBlock;
import org.hillock.model.EventKernel;
import org.hillock.model.Family;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronDescription;
import org.hillock.model.NeuronKernel;
import org.hillock.model.Receptor;
import org.hillock.model.Unit;

/** What neurons without a membrane, which only send spikes, have in common. */
final class Sender {

  /** Where the spikes arrive that a sender listens to. */
  static final Receptor INPUT = Receptor.of("input", Unit.NONE, "spikes to react to");

  private Sender() {}

  /** Begins the description of a sender. */
  static NeuronDescription.Builder description(String name, String summary) {
    return NeuronDescription.of(name, Family.SENDER, summary);
  }

  /** A kernel in continuous time without state variables. */
  interface Events extends EventKernel {
    @Override
    default boolean hearsReceptors() {
      return false;
    }

    @Override
    default void start(EventBlock block, int neuron, double[] initial) {}

    @Override
    default double read(EventBlock block, int neuron, int variable, double time) {
      throw new IllegalArgumentException("no state variables");
    }
  }

  /** A kernel without state to read or write. */
  interface Kernel extends NeuronKernel {
    @Override
    default int stateArrays() {
      return 0;
    }

    @Override
    default double read(NeuronBlock block, int variable, int neuron) {
      throw new IllegalArgumentException("no state variables");
    }

    @Override
    default void write(NeuronBlock block, int variable, int neuron, double value) {
      throw new IllegalArgumentException("no state variables");
    }
  }
}
