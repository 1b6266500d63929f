package org.hillock.loihi.quantise;

import java.util.Locale;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.wiring.ChipTime;

/**
 * What a neuron must fit into.
 *
 * @param where the population, such as {@code neurons.exc}
 * @param profile the chip
 * @param time its time-step
 * @param dynamics of the neuron
 * @param onlyNegative whether all that arrives is below 0
 * @param scale units of v per mV
 */
record Fitting(
    String where,
    ChipProfile profile,
    ChipTime time,
    Dynamics dynamics,
    boolean onlyNegative,
    double scale) {

  /** The fields of a compartment. */
  ChipProfile.Neuron chip() {
    return profile.neuron();
  }

  /** Whether quantities fit into them. */
  FieldChecks checks() {
    return new FieldChecks(profile, time);
  }

  /** A voltage in units of v, cut to what a register holds. */
  int state(double millivolts) {
    return units(millivolts * scale);
  }

  /**
   * A voltage at the start in units of v.
   *
   * @param name of the state variable that it comes from
   * @param variable what that is [mV]
   * @param millivolts the same above where the register is 0
   * @throws MappingException if the register does not hold it
   */
  int start(String name, double variable, double millivolts) {
    double most = (chip().stateMax() + 0.5) / scale;
    if (!(Math.abs(millivolts) < most)) {
      throw new MappingException(
          where + "." + name,
          "range of the state",
          ChipTime.number(variable) + " mV at the start",
          String.format(
              Locale.ROOT,
              "%.4g to %.4g mV",
              variable - millivolts - most,
              variable - millivolts + most),
          "a start within it");
    }
    return state(millivolts);
  }

  /** A whole number of units, cut to what a register holds. */
  int units(double value) {
    int max = chip().stateMax();
    return (int) Math.max(-max, Math.min(max, Math.rint(value)));
  }

  /** What v must exceed, above v = 0 [mV]: the least v that fires. */
  double fires(Compartment compartment) {
    return (((long) compartment.threshold() << chip().thresholdExponent()) + 1) / scale;
  }
}
