package org.hillock.loihi.quantise;

import java.util.List;
import java.util.Map;
import org.hillock.loihi.chip.Programme;

/**
 * One neuron on the chip: all whole numbers.
 *
 * @param dynamics decays and refractory field
 * @param threshold mantissa; the neuron fires if v is above mantissa × 2^6
 * @param bias what is added to v in every step
 * @param u current at the start
 * @param v voltage at the start
 * @param state other registers of its programme at the start, in their order
 */
public record Compartment(
    Profile dynamics, int threshold, Bias bias, int u, int v, List<Integer> state) {

  /** A compartment that keeps nothing but u and v. */
  public Compartment(Profile dynamics, int threshold, Bias bias, int u, int v) {
    this(dynamics, threshold, bias, u, v, List.of());
  }

  /**
   * What the chip keeps in a table that the compartments of a core share.
   *
   * @param decayU current decay field; u keeps (4095 - decayU)/4096 a step
   * @param decayV voltage decay field; v keeps (4096 - decayV)/4096 a step
   * @param refractDelay refractory field: after a spike v stays 0 for one step less
   * @param programme what the compartments do
   * @param constants of the programme, in their order
   */
  public record Profile(
      int decayU, int decayV, int refractDelay, Programme programme, List<Integer> constants) {

    /** A profile of integrate-and-fire neurons. */
    public Profile(int decayU, int decayV, int refractDelay) {
      this(decayU, decayV, refractDelay, Programme.LIF, List.of());
    }

    /** A constant by its name. */
    public int constant(String name) {
      return constants.get(programme.constant(name));
    }
  }

  /** The same neuron running another programme. */
  Compartment running(Programme programme, Map<String, Integer> constants) {
    Profile own =
        new Profile(
            dynamics.decayU(),
            dynamics.decayV(),
            dynamics.refractDelay(),
            programme,
            programme.constants(constants));
    return new Compartment(own, threshold, bias, u, v, state);
  }

  /** The same neuron with other registers at the start. */
  Compartment keeping(List<Integer> registers) {
    return new Compartment(dynamics, threshold, bias, u, v, registers);
  }

  /** The same neuron with another state at the start. */
  public Compartment startingAt(int startU, int startV) {
    return new Compartment(dynamics, threshold, bias, startU, startV, state);
  }

  /**
   * The threshold mantissa for a threshold in units of v. The chip fires strictly above mantissa ×
   * 2^exponent, the model at or above threshold; one less than the threshold rounded up makes the
   * two agree for all v that are whole multiples, as sums of weights are (Fugu does the same).
   */
  public static int thresholdMantissa(double threshold, int exponent) {
    return (int) Math.ceil(threshold / (1 << exponent) - 1e-9) - 1;
  }
}
