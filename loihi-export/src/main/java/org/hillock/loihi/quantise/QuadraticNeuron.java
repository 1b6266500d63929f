package org.hillock.loihi.quantise;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.chip.Programme;
import org.hillock.loihi.quantise.PopulationReport.Quantity;
import org.hillock.loihi.wiring.ChipTime;
import org.hillock.model.NeuronValues;
import org.hillock.model.form.IntegrateAndFire;
import org.hillock.model.form.IzhikevichNeuron;

/**
 * Izhikevich's neuron. V is counted from -62.5 mV, where the parabola is lowest, and U from -62.5
 * b, so that terms of V alone vanish; with H the step of V, which is the whole or half a step h of
 * the chip, and s the scale,
 *
 * <pre>
 *   square     0.04 H/s               coupling   H
 *   follow     a b h                  decay      a h
 *   bias       s H (I + 62.5 b - 16.25)
 *   weight     s w; as published s H w, since w is a current there
 *   reset      s (c + 62.5)           jump       s d
 * </pre>
 *
 * <p>A factor is a mantissa and a shift, see {@link Factor}; {@code follow} and {@code decay} have
 * one shift.
 *
 * @param unit its parameters
 * @param current constant current, I_e and constant inputs together [pA]
 */
record QuadraticNeuron(IzhikevichNeuron unit, double current) implements PhysicalNeuron {

  private static final double VERTEX = IzhikevichNeuron.VERTEX;

  /** What 0.04 V² + 5 V + 140 is there. */
  private static final double LEAST = -16.25;

  private static final double CURVATURE = 0.04;

  /** Currents that such neurons tell apart are some pA; what is far below it changes none [pA]. */
  private static final double NOTEWORTHY_CURRENT = 1;

  /** Below this many units a mV the fields of the chip say little of a neuron. */
  private static final int FEWEST_UNITS = 64;

  static QuadraticNeuron of(IzhikevichNeuron unit, double constantInput) {
    return new QuadraticNeuron(unit, unit.current() + constantInput);
  }

  /** A current moves dV/dt, and there is no resistance between: 1 pA for 1 mV. */
  @Override
  public QuadraticNeuron with(double millivolts) {
    return new QuadraticNeuron(unit, current + millivolts);
  }

  @Override
  public boolean hasCurrents() {
    return false;
  }

  @Override
  public double tauExcitatory() {
    return 0;
  }

  @Override
  public double tauInhibitory() {
    return 0;
  }

  @Override
  public double refractory() {
    return 0;
  }

  /** Length of a step of V [ms]. */
  private double step(ChipTime time) {
    return unit.euler() ? time.step() : time.step() / 2;
  }

  private double range() {
    return unit.threshold() - VERTEX;
  }

  /** What drives v at its vertex [mV/ms]. */
  private double drive() {
    return current + LEAST - VERTEX * unit.b();
  }

  @Override
  public Dynamics dynamics(ChipTime time, ChipProfile profile, String where) {
    int forgets = profile.neuron().decayOne() - 1;
    double gain = unit.euler() ? 1 : step(time);
    return new Dynamics(0, forgets, forgets, gain, gain);
  }

  @Override
  public double bound(ChipProfile profile, ChipTime time, Dynamics dynamics, String where) {
    ChipProfile.Neuron chip = profile.neuron();
    if (!(range() > 0)) {
      throw FieldChecks.noThreshold(where + ".V_th", unit.threshold(), VERTEX + " mV");
    }
    checkFactors(time, where);
    double bound = Scale.ofThreshold(chip, range());
    for (Map.Entry<String, Double> needed : voltages(time).entrySet()) {
      double size = Math.abs(needed.getValue());
      double own = size == 0 ? bound : Scale.half(chip) / size;
      if (own < FEWEST_UNITS && needed.getKey().equals("V_th") && fits(0, chip)) {
        throw tooCoarse(time, size, chip, where);
      }
      if (own < FEWEST_UNITS) {
        throw new MappingException(
            where + "." + needed.getKey(),
            "range of the state",
            ChipTime.number(size) + " mV",
            available(chip),
            needed.getKey() + " nearer to 0");
      }
      bound = Math.min(bound, own);
    }
    double bias = Math.abs(drive()) * step(time);
    return bias > 0 ? Math.min(bound, Bias.max(chip) / bias) : bound;
  }

  /** Whether the state holds the overshoot of an upstroke in steps of some length. */
  private boolean fits(double step, ChipProfile.Neuron chip) {
    return Scale.half(chip) / overshoot(step) >= FEWEST_UNITS;
  }

  /** Two steps overshoot the more the longer they are, so that finer ones fit where none is 0. */
  private MappingException tooCoarse(
      ChipTime time, double needed, ChipProfile.Neuron chip, String where) {
    double fine = 0;
    double coarse = time.step();
    while (coarse - fine > 1e-3 * coarse) {
      double middle = (fine + coarse) / 2;
      boolean fits = fits(step(new ChipTime(middle, time.gridStep())), chip);
      fine = fits ? middle : fine;
      coarse = fits ? coarse : middle;
    }
    double unit = StrictMath.pow(10, Math.floor(StrictMath.log10(fine)) - 1);
    double most = Math.floor(fine / unit) * unit;
    return new MappingException(
        where + ".V_th",
        "range of the state",
        String.format(
            Locale.ROOT,
            "%s mV, as far as two steps of %s may take V from below V_th",
            ChipTime.number(needed),
            ChipTime.text(step(time))),
        available(chip),
        (most < time.gridStep() ? "a time.step" : "a --chip-step")
            + " of at most "
            + ChipTime.text(most));
  }

  private static String available(ChipProfile.Neuron chip) {
    return ChipTime.number(Scale.half(chip) / FEWEST_UNITS)
        + " mV, half of its range at "
        + FEWEST_UNITS
        + " units a mV";
  }

  /** Voltages that the state must hold, by the parameter that asks for them [mV]. */
  private Map<String, Double> voltages(ChipTime time) {
    Map<String, Double> voltages = new LinkedHashMap<>();
    voltages.put("V_th", unit.euler() ? range() : overshoot(step(time)));
    voltages.put("c", unit.c() - VERTEX);
    voltages.put("d", unit.d());
    voltages.put("b", unit.b() * range());
    // U grows until it holds what drives V.
    voltages.put("I_e", drive());
    return voltages;
  }

  /**
   * How far two steps take v that were just below the threshold. As published, U follows this v,
   * and not that of before, so it must not be cut.
   */
  private double overshoot(double step) {
    double v = range();
    for (int k = 0; k < 2; k++) {
      v += step * (CURVATURE * v * v + Math.max(0, drive()));
    }
    return v;
  }

  private void checkFactors(ChipTime time, String where) {
    double decay = unit.a() * time.step();
    double follow = decay * unit.b();
    Factor pair = Factor.of(Math.max(Math.abs(decay), Math.abs(follow)));
    if (pair.mantissa() > Factor.MAX) {
      throw new MappingException(
          where + ".a",
          "factors of the recovery",
          "a step of " + ChipTime.number(Math.abs(decay)) + " U",
          "factors below " + (Factor.MAX + 1),
          "a smaller a or b, or a finer --chip-step");
    }
    if (unit.a() != 0 && Factor.mantissa(decay, pair.shift()) == 0) {
      throw new MappingException(
          where + ".a",
          "factors of the recovery",
          "a of " + unit.a() + " beside b of " + ChipTime.number(unit.b()),
          Programme.FACTOR_BITS + " bits for both",
          "a larger a, or a smaller b");
    }
  }

  @Override
  public Compartment compartment(Fitting fit) {
    ChipProfile.Neuron chip = fit.chip();
    double step = step(fit.time());
    Factor square = Factor.of(CURVATURE * step / fit.scale());
    Factor coupling = Factor.of(step);
    double decay = unit.a() * fit.time().step();
    double follow = decay * unit.b();
    int shift = Factor.of(Math.max(Math.abs(decay), Math.abs(follow))).shift();
    Map<String, Integer> constants = new HashMap<>();
    constants.put("substeps", unit.euler() ? 1 : 2);
    constants.put("square", square.mantissa());
    constants.put("squareShift", square.shift());
    constants.put("coupling", coupling.mantissa());
    constants.put("couplingShift", coupling.shift());
    constants.put("follow", Factor.mantissa(follow, shift));
    constants.put("decay", Factor.mantissa(decay, shift));
    constants.put("recoveryShift", shift);
    constants.put("reset", fit.state(unit.c() - VERTEX));
    constants.put("jump", fit.state(unit.d()));
    constants.put("lowest", fit.state(unit.lowest() - VERTEX));
    int mantissa =
        fit.checks().threshold(fit.where() + ".V_th", range(), VERTEX + " mV", fit.scale());
    Dynamics dynamics = fit.dynamics();
    return new Compartment(
            new Compartment.Profile(dynamics.decayUExcitatory(), dynamics.decayV(), 1),
            mantissa,
            Bias.nearest(drive() * step * fit.scale(), chip),
            0,
            0)
        .running(Programme.IZHIKEVICH, constants);
  }

  @Override
  public Compartment started(
      Compartment compartment, NeuronValues values, int neuron, Fitting fit) {
    double v = values.initial(IntegrateAndFire.POTENTIAL, neuron, IzhikevichNeuron.START_V);
    double u = values.initial(IzhikevichNeuron.RECOVERY, neuron, IzhikevichNeuron.START_U);
    return compartment
        .startingAt(0, fit.start(IntegrateAndFire.POTENTIAL, v, v - VERTEX))
        .keeping(List.of(fit.start(IzhikevichNeuron.RECOVERY, u, u - VERTEX * unit.b())));
  }

  @Override
  public List<Quantity> quantities(Compartment compartment, Fitting fit) {
    Compartment.Profile table = compartment.dynamics();
    double scale = fit.scale();
    int shift = table.constant("recoveryShift");
    double decay = Factor.value(table.constant("decay"), shift);
    double follow = Factor.value(table.constant("follow"), shift);
    double drive = compartment.bias().value() / scale / step(fit.time());
    return List.of(
        new Quantity("a_per_ms", "a", "/ms", unit.a(), decay / fit.time().step()),
        new Quantity("b", "b", "", unit.b(), decay == 0 ? unit.b() : follow / decay),
        Quantity.difference(
            "reset_mV",
            "c + 62.5 mV",
            "mV",
            unit.c() - VERTEX,
            table.constant("reset") / scale,
            range()),
        new Quantity("jump_mV", "d", "mV", unit.d(), table.constant("jump") / scale),
        new Quantity("threshold_mV", "V_th + 62.5 mV", "mV", range(), fit.fires(compartment)),
        Quantity.difference(
            "drive_pA",
            "I + 62.5 b - 16.25",
            "pA",
            drive(),
            drive,
            Math.max(NOTEWORTHY_CURRENT, Math.abs(current))));
  }
}
