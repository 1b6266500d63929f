package org.hillock.model.smooth;

import java.util.Optional;
import java.util.function.Function;
import org.hillock.model.BlockParameters;
import org.hillock.model.Dynamics;
import org.hillock.model.EventKernel;
import org.hillock.model.NeuronKernel;
import org.hillock.model.ParameterSet;

/**
 * Neurons that move by smooth equations, which are integrated numerically, on a grid and in
 * continuous time; {@link Tolerance} says how exactly.
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
  Tolerance tolerance() {
    return spikesInStep ? Tolerance.UPSTROKE : Tolerance.GRID;
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
