package org.hillock.lif;

import java.util.List;
import java.util.Optional;
import org.hillock.model.EventBlock;
import org.hillock.model.EventKernel;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronKernel;
import org.hillock.model.NeuronModel;
import org.hillock.model.ParameterSet;
import org.hillock.model.StateVariable;
import org.hillock.model.Unit;

/** A neuron without a membrane: it only sends spikes. */
abstract class Sender implements NeuronModel {

  @Override
  public List<StateVariable> stateVariables() {
    return List.of();
  }

  @Override
  public Unit weightUnit() {
    return Unit.NONE;
  }

  @Override
  public int receptors() {
    return 0;
  }

  @Override
  public int receptorOf(double weight) {
    return 0;
  }

  @Override
  public boolean acceptsCurrent() {
    return false;
  }

  @Override
  public double initialValue(int variable, ParameterSet parameters) {
    throw new IllegalArgumentException(name() + " has no state variables");
  }

  @Override
  public int stateArrays() {
    return 0;
  }

  @Override
  public Optional<String> gridOnly(ParameterSet parameters) {
    return Optional.empty();
  }

  /** A kernel in continuous time without state variables. */
  interface Events extends EventKernel {
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
    default double read(NeuronBlock block, int variable, int neuron) {
      throw new IllegalArgumentException("no state variables");
    }

    @Override
    default void write(NeuronBlock block, int variable, int neuron, double value) {
      throw new IllegalArgumentException("no state variables");
    }
  }
}
