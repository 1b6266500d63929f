package org.hillock.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.hillock.model.form.Formless;
import org.hillock.model.form.NeuronForm;

/**
 * A kind of neuron: its parameters, its state, and the kernel that advances it.
 *
 * <p>Implementations are found through {@link java.util.ServiceLoader}; see {@link Models}.
 */
public interface NeuronModel {

  /** The field's name, such as {@code iaf_psc_exp}. */
  String name();

  /** One line for people. */
  String description();

  /** All parameters, in the order in which they are listed to people. */
  List<Parameter> parameters();

  /** Variables that can be recorded and initialised, in the order of {@link NeuronKernel#read}. */
  List<StateVariable> stateVariables();

  /** Unit of the weight of a spike: mV for jumps of the membrane, pA for currents. */
  Unit weightUnit();

  /**
   * How many separate sums of input the model keeps: 1 where all spikes add up alike, 2 where
   * excitation and inhibition have their own dynamics, 0 where input is ignored.
   */
  int receptors();

  /** Which sum a spike of this weight is added to. */
  int receptorOf(double weight);

  /**
   * Whether the model only counts the spikes that reach it: each adds 1 to the sum, whatever the
   * weight of its synapse.
   */
  default boolean countsSpikes() {
    return false;
  }

  /** Whether an injected current has an effect. */
  default boolean acceptsCurrent() {
    return true;
  }

  /** Whether the population carries recorded spike trains, which the kernel plays. */
  default boolean playsSpikeTrains() {
    return false;
  }

  /** What is wrong with a combination of parameters that are fine one by one, if anything. */
  default Optional<String> conflict(ParameterSet parameters) {
    return Optional.empty();
  }

  /** The initial value of a state variable where the network gives none. */
  double initialValue(int variable, ParameterSet parameters);

  /**
   * The kernel for neurons that share these parameters.
   *
   * @param parameters checked values
   * @param step grid step [ms]
   */
  NeuronKernel kernel(ParameterSet parameters, double step);

  /**
   * A kernel for neurons each of which has parameters of its own, as fast as one for equal neurons
   * or nearly so; empty if only equal neurons can share a kernel.
   *
   * @param size neurons of the block, at least 1
   * @param parameters checked values of each neuron of the block; not to be kept
   * @param step grid step [ms]
   */
  default Optional<NeuronKernel> kernelOfEach(
      int size, IntFunction<ParameterSet> parameters, double step) {
    return Optional.empty();
  }

  /** Number of arrays of doubles of {@link NeuronBlock#state} that the kernel needs. */
  int stateArrays();

  /**
   * Why neurons with these parameters cannot be run exactly in continuous time, as the end of a
   * sentence that begins with the model's name; empty if they can.
   *
   * @param parameters checked values
   */
  default Optional<String> gridOnly(ParameterSet parameters) {
    return Optional.of("has no closed form between events here");
  }

  /**
   * The kernel in continuous time for neurons that share these parameters, for one thread at a
   * time.
   *
   * @param parameters checked values, for which {@link #gridOnly} is empty
   */
  default EventKernel eventKernel(ParameterSet parameters) {
    throw new UnsupportedOperationException(name() + " " + gridOnly(parameters).orElse(""));
  }

  /**
   * What a neuron with these parameters is in physical quantities, for chips and for formats in
   * which networks are exchanged. Whether it is a source of spikes, a relay or neither is the same
   * for all parameters of a model.
   *
   * @param parameters checked values
   */
  default NeuronForm form(ParameterSet parameters) {
    return new Formless("has no form that chips and other formats know");
  }

  /**
   * The reverse of {@link #form}: parameters with which a neuron of this model is of a form; those
   * that are left out have their defaults. Empty if the model is not of this form.
   */
  default Optional<Map<String, Double>> taking(NeuronForm form) {
    return Optional.empty();
  }
}
