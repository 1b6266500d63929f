package org.hillock.model.smooth;

import java.util.Optional;
import java.util.function.Function;
import org.hillock.model.BlockParameters;
import org.hillock.model.Dynamics;
import org.hillock.model.EventKernel;
import org.hillock.model.NeuronKernel;
import org.hillock.model.ParameterSet;

/**
 * Neurons that move by smooth equations, which are integrated numerically: on a grid with an error
 * of at most {@link #tolerance} (1 + |y| + |y'| ms) a step, in continuous time of {@link #EXACT} (1
 * + |y| + |y'| ms). So the fastest upstroke may be wrong by a time of that many ms, which is all
 * that matters of it.
 *
 * @param equations the right side
 * @param of what else a neuron with these parameters is; of the same shape for all of a population
 * @param spikesInStep whether a neuron may fire, and be reset, within a step of the grid, as models
 *     do whose upstroke is part of the equations; else it is looked at at the end of the step
 * @param places how many places there are where current can be injected
 */
public record Smooth(
    SmoothEquations equations,
    Function<ParameterSet, SmoothDynamics> of,
    boolean spikesInStep,
    int places)
    implements Dynamics {

  /**
   * Error allowed in a step on a grid, relative to 1 + |y| + |y'| [in the unit of each state]. It
   * is that of the method of order 4, while the result is that of order 5, which is better.
   */
  public static final double TOLERANCE = 1e-6;

  /** The same for neurons with an upstroke, near which errors grow. */
  public static final double UPSTROKE = 1e-8;

  /** The same in continuous time. */
  public static final double EXACT = 1e-13;

  /** Neurons of the integrate-and-fire kind: they fire at the end of a step. */
  public static Smooth fireAndReset(
      SmoothEquations equations, Function<ParameterSet, SmoothDynamics> of) {
    return new Smooth(equations, of, false, 1);
  }

  /** Neurons whose upstroke is part of the equations: they may fire at any time of a step. */
  public static Smooth withUpstroke(
      SmoothEquations equations, Function<ParameterSet, SmoothDynamics> of) {
    return new Smooth(equations, of, true, 1);
  }

  /** The error allowed in a step on a grid. */
  double tolerance() {
    return spikesInStep ? UPSTROKE : TOLERANCE;
  }

  @Override
  public NeuronKernel kernel(BlockParameters parameters, double step) {
    return new SmoothKernel(this, parameters, step);
  }

  @Override
  public int stateSize(ParameterSet parameters) {
    return of.apply(parameters).states;
  }

  @Override
  public Optional<String> gridOnly(ParameterSet parameters) {
    return places > 1
        ? Optional.of("has several places for current, which the engine of continuous time has not")
        : Optional.empty();
  }

  @Override
  public EventKernel eventKernel(ParameterSet parameters) {
    return new SmoothEvents(this, of.apply(parameters));
  }
}
