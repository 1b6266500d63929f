package org.hillock.loihi.quantise;

import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.wiring.ChipTime;
import org.hillock.model.GridTime;
import org.hillock.network.ChangingPoisson;
import org.hillock.network.Input;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what changes: a neuron of the chip has one bias, and a port one rate.
 *
 * @param step grid step [ms]
 */
record InputCheck(double step) implements Input.Cases<@Nullable Void> {

  @Override
  public @Nullable Void poisson(Input.Poisson input) {
    if (input.periodic()) {
      throw new MappingException(
          "inputs." + input.name(),
          "spikes that repeat themselves",
          "Poisson spikes with a period of " + ChipTime.text(input.period()),
          "Poisson spikes that do not",
          "no 'period', or neurons whose spike times are given");
    }
    return null;
  }

  @Override
  public @Nullable Void changingPoisson(ChangingPoisson input) {
    throw new MappingException(
        "inputs." + input.name(),
        "rates that change",
        "Poisson spikes of " + input.rates().size() + " rates",
        "one rate for each port through which spikes come in",
        "an input for each rate, with start and stop, or neurons whose spike times are given");
  }

  @Override
  public @Nullable Void spikes(Input.Spikes input) {
    return null;
  }

  @Override
  public @Nullable Void stepCurrent(Input.StepCurrent current) {
    if (!constant(current, step)) {
      throw new MappingException(
          "inputs." + current.name(),
          "step currents",
          current.amplitudes().size() == 1
              ? "a current that begins at " + ChipTime.text(current.times().get(0))
              : "a current with " + current.amplitudes().size() + " levels",
          "a constant bias for each neuron",
          "one level that begins at 0 ms, or spikes in place of the current");
    }
    return null;
  }

  @Override
  public @Nullable Void noiseCurrent(Input.NoiseCurrent noise) {
    throw new MappingException(
        "inputs." + noise.name(),
        "noise currents",
        "a Gaussian current",
        "a constant bias for each neuron",
        "Poisson spikes of the same mean and variance in place of the current");
  }

  @Override
  public @Nullable Void sines(Input.Sines sines) {
    throw new MappingException(
        "inputs." + sines.name(),
        "currents that change",
        "a sum of sine waves",
        "a constant bias for each neuron",
        "one level that begins at 0 ms, or spikes in place of the current");
  }

  private static boolean constant(Input.StepCurrent current, double step) {
    return current.times().size() <= 1
        && current.times().stream().allMatch(t -> GridTime.index(t + current.delay(), step) <= 0);
  }
}
