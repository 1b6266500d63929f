package org.hillock.model;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Neurons that bring their own step: a published update, or no membrane at all.
 *
 * @param states how many numbers of state a neuron has on a grid
 * @param step makes the kernel of a block
 * @param refusal why neurons with some parameters cannot run in continuous time; empty if they can
 * @param events makes the kernel in continuous time, or null if there is none
 */
public record Stepped(
    Function<ParameterSet, Integer> states,
    Step step,
    Function<ParameterSet, Optional<String>> refusal,
    @Nullable Function<ParameterSet, EventKernel> events)
    implements Dynamics {

  /** Makes kernels for a grid. */
  public interface Step {
    /** See {@link Dynamics#kernel}. */
    NeuronKernel kernel(BlockParameters parameters, double step);
  }

  /** Neurons with a fixed number of states that run on a grid alone. */
  public static Stepped onGrid(int states, Step step) {
    return new Stepped(
        parameters -> states,
        step,
        parameters -> Optional.of("is defined by its step, and here there are none"),
        null);
  }

  /** Neurons with a fixed number of states that run in continuous time too. */
  public static Stepped everywhere(
      int states, Step step, Function<ParameterSet, EventKernel> events) {
    return new Stepped(parameters -> states, step, parameters -> Optional.empty(), events);
  }

  @Override
  public int stateSize(ParameterSet parameters) {
    return states.apply(parameters);
  }

  @Override
  public NeuronKernel kernel(BlockParameters parameters, double h) {
    return step.kernel(parameters, h);
  }

  @Override
  public Optional<String> gridOnly(ParameterSet parameters) {
    return refusal.apply(parameters);
  }

  @Override
  public EventKernel eventKernel(ParameterSet parameters) {
    if (events == null) {
      throw new UnsupportedOperationException(gridOnly(parameters).orElse(""));
    }
    return events.apply(parameters);
  }
}
