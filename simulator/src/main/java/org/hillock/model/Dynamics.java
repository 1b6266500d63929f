package org.hillock.model;

import java.util.Optional;

/**
 * How the neurons of a model move.
 *
 * <p>Linear equations are data, of which everything else follows ({@link
 * org.hillock.model.linear.LinearDynamics}); smooth ones are a derivative, a threshold and a reset
 * ({@link org.hillock.model.smooth.SmoothDynamics}); a published update brings its own step.
 */
public interface Dynamics {

  /**
   * The kernel of the neurons of a block on a grid. It belongs to that block and may have scratch.
   *
   * @param parameters checked values of the neurons
   * @param step grid step [ms]
   */
  NeuronKernel kernel(BlockParameters parameters, double step);

  /**
   * How many numbers of state a neuron has on a grid.
   *
   * @param parameters checked values
   */
  int stateSize(ParameterSet parameters);

  /**
   * What the kernel keeps of a neuron besides state and parameters on a grid [bytes], such as its
   * past.
   *
   * @param parameters checked values
   * @param step grid step [ms]
   * @param steps of the run: what is before it is not kept
   */
  default double otherBytes(ParameterSet parameters, double step, long steps) {
    return 0;
  }

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
    throw new UnsupportedOperationException(gridOnly(parameters).orElse(""));
  }
}
