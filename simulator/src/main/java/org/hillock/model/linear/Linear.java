package org.hillock.model.linear;

import java.util.Optional;
import java.util.function.Function;
import org.hillock.model.BlockParameters;
import org.hillock.model.Dynamics;
import org.hillock.model.EventKernel;
import org.hillock.model.NeuronKernel;
import org.hillock.model.ParameterSet;

/**
 * Neurons that move linearly between events; what a model gives is the data.
 *
 * @param of the equations of a neuron with these parameters; for all neurons of a population they
 *     have the same shape, whatever the values
 */
public record Linear(Function<ParameterSet, LinearDynamics> of) implements Dynamics {

  @Override
  public NeuronKernel kernel(BlockParameters parameters, double step) {
    return new LinearKernel(parameters, of, step);
  }

  @Override
  public int stateSize(ParameterSet parameters) {
    return of.apply(parameters).states();
  }

  @Override
  public Optional<String> gridOnly(ParameterSet parameters) {
    return LinearEvents.gridOnly(of.apply(parameters));
  }

  @Override
  public EventKernel eventKernel(ParameterSet parameters) {
    return LinearEvents.of(of.apply(parameters));
  }
}
