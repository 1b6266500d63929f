package org.hillock.loihi.quantise;

import java.util.ArrayList;
import java.util.List;

/**
 * How well the neurons of a population are represented: the worst neuron of each quantity.
 *
 * @param population its name
 * @param neurons its size
 * @param scale units of v per mV
 * @param quantities what was rounded, as its form has it
 * @param calibration what was added to where V goes without spikes so that rates agree [mV]
 */
public record PopulationReport(
    String population, int neurons, double scale, List<Quantity> quantities, double calibration) {

  /** Copies the list. */
  public PopulationReport {
    quantities = List.copyOf(quantities);
  }

  /** The worse of two in every quantity. */
  public PopulationReport worse(PopulationReport other) {
    List<Quantity> worst = new ArrayList<>();
    for (int q = 0; q < quantities.size(); q++) {
      worst.add(Quantity.worse(quantities.get(q), other.quantities.get(q)));
    }
    return new PopulationReport(population, neurons, scale, worst, calibration);
  }

  /**
   * A quantity by its key.
   *
   * @throws java.util.NoSuchElementException if these neurons have none of it
   */
  public Quantity quantity(String key) {
    return quantities.stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
  }

  /** What people call the quantities. */
  public List<String> labels() {
    return quantities.stream().map(Quantity::label).toList();
  }

  /**
   * A quantity as asked for, and as the chip has it.
   *
   * @param key of it in mappings
   * @param label what people call it
   * @param unit of it, which may be empty
   * @param exact as asked for; 0 for a time constant that there is not
   * @param chip on the chip
   * @param relativeError size of the error relative to the exact value, or to what matters where
   *     that is no measure; 0 if there is none
   */
  public record Quantity(
      String key, String label, String unit, double exact, double chip, double relativeError) {

    /** A quantity that is the measure of its own error. */
    public Quantity(String key, String label, String unit, double exact, double chip) {
      this(key, label, unit, exact, chip, exact == chip ? 0 : Math.abs((chip - exact) / exact));
    }

    /**
     * A quantity that is a difference, and so may be near 0 whatever it is a difference of.
     *
     * @param measure size of what it acts on: below it the quantity is no measure of its own error
     */
    static Quantity difference(
        String key, String label, String unit, double exact, double chip, double measure) {
      double size = Math.max(Math.abs(exact), measure);
      double error = exact == chip ? 0 : Math.abs(chip - exact) / size;
      return new Quantity(key, label, unit, exact, chip, error);
    }

    /**
     * A time constant. Below a step it is no measure of its own error: all but the same is left
     * after a step, next to nothing. Then what a step takes away is.
     *
     * @param step of the chip [ms]
     */
    static Quantity decay(String key, String label, double exact, double chip, double step) {
      if (exact >= step || exact == chip) {
        return new Quantity(key, label, "ms", exact, chip);
      }
      double taken = StrictMath.expm1(-step / exact);
      double error = (StrictMath.expm1(-step / chip) - taken) / taken;
      return new Quantity(key, label, "ms", exact, chip, Math.abs(error));
    }

    /** Whether it is a time constant of what the neuron has not. */
    public boolean absent() {
      return key.equals("tau_syn_ms") && exact == 0;
    }

    /** The worse of two, by relative error. */
    static Quantity worse(Quantity a, Quantity b) {
      return b.relativeError() > a.relativeError() ? b : a;
    }
  }
}
