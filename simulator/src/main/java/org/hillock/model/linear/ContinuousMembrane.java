package org.hillock.model.linear;

import org.hillock.network.InvalidNetworkException;

/**
 * The membrane that the integrate-and-fire models share, in continuous time. Voltages are relative
 * to E_L.
 *
 * @param restingPotential E_L [mV]
 * @param threshold V_th - E_L [mV]
 * @param reset V_reset - E_L [mV]
 * @param constantCurrent I_e [pA]
 * @param tauM membrane time constant [ms]
 * @param capacitance C_m [pF]
 * @param refractory t_ref [ms]
 */
record ContinuousMembrane(
    double restingPotential,
    double threshold,
    double reset,
    double constantCurrent,
    double tauM,
    double capacitance,
    double refractory) {

  /** A million spikes a millisecond are a mistake [ms]. */
  private static final double SHORTEST = 1e-6;

  static ContinuousMembrane of(LinearDynamics dynamics) {
    return new ContinuousMembrane(
        dynamics.shown.get(0).offset(),
        dynamics.threshold,
        dynamics.resetOfV().add(),
        dynamics.constantCurrent,
        dynamics.tau[LinearDynamics.V],
        dynamics.drives.get(0).denominator(),
        dynamics.held);
  }

  /**
   * Refuses a neuron that fires faster than anything can follow.
   *
   * @param v where it starts, relative to E_L [mV]
   * @param crossing how long it takes from there to the threshold [ms]
   * @throws InvalidNetworkException if that is next to nothing and it starts from V_reset
   */
  void checkPace(double v, double crossing) {
    if (v == reset && crossing + refractory < SHORTEST) {
      throw new InvalidNetworkException(
          "neurons",
          "an interval of " + (float) (crossing + refractory) + " ms between its spikes",
          "intervals of "
              + SHORTEST
              + " ms or more: less current, a longer tau_m, or a longer t_ref");
    }
  }

  /** Where V goes under an injected current [pA], relative to E_L [mV]. */
  double drive(double injected) {
    return tauM / capacitance * (constantCurrent + injected);
  }
}
