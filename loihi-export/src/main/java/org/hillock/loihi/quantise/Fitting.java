package org.hillock.loihi.quantise;

import org.hillock.loihi.chip.ChipProfile;
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
