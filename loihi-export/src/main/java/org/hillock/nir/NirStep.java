package org.hillock.nir;

/**
 * The step that a graph is made for.
 *
 * @param ms its length dt [ms]
 * @param decay how its readers step
 */
record NirStep(double ms, NirDecay decay) {

  /** The time constant to write for one of the network [ms]. */
  double tau(double simulated) {
    return decay.written(simulated, ms);
  }

  /**
   * r or w_in by which a pulse of height 1 adds 1: one by the part of a pulse that a step adds,
   * which is the same for both decays, since Euler's time constant is made so.
   */
  double resistance(double simulated) {
    return 1 / NirDecay.EXACT.gain(simulated, ms);
  }

  /** What weights of currents are multiplied by [mV/pA]. */
  double current(double tauM, double tauSyn, double capacitance) {
    return decay == NirDecay.EXACT
        ? ms / capacitance
        : NirDecay.transferred(tauM, tauSyn, capacitance, ms);
  }
}
