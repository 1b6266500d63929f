package org.hillock.loihi.quantise;

/**
 * How well the neurons of a population are represented: the worst neuron of each quantity.
 *
 * @param population its name
 * @param neurons its size
 * @param scale units of v per mV
 * @param tauM membrane time constant
 * @param tauSyn time constant of synaptic currents; exact and chip are 0 where spikes are jumps
 * @param threshold V_th above V_reset [mV]
 * @param refractory t_ref [ms]
 * @param asymptote where V goes without spikes, above V_reset [mV]
 * @param calibration what was added to the asymptote so that rates agree [mV]
 */
public record PopulationReport(
    String population,
    int neurons,
    double scale,
    Rounded tauM,
    Rounded tauSyn,
    Rounded threshold,
    Rounded refractory,
    Rounded asymptote,
    double calibration) {

  /** The worse of two in every quantity. */
  public PopulationReport worse(PopulationReport other) {
    return new PopulationReport(
        population,
        neurons,
        scale,
        Rounded.worse(tauM, other.tauM),
        Rounded.worse(tauSyn, other.tauSyn),
        Rounded.worse(threshold, other.threshold),
        Rounded.worse(refractory, other.refractory),
        Rounded.worse(asymptote, other.asymptote),
        calibration);
  }

  /**
   * A quantity as asked for, and as the chip has it.
   *
   * @param exact as asked for
   * @param chip on the chip
   */
  public record Rounded(double exact, double chip) {

    /** Size of the error relative to the exact value; 0 if both are 0. */
    public double relativeError() {
      return exact == chip ? 0 : Math.abs(chip - exact) / Math.abs(exact);
    }

    /** Size of the error. */
    double error() {
      return Math.abs(chip - exact);
    }

    /** The worse of two, by relative error. */
    static Rounded worse(Rounded a, Rounded b) {
      return b.relativeError() > a.relativeError() ? b : a;
    }
  }
}
