package org.hillock.loihi.validate;

import org.hillock.loihi.chip.Programme;
import org.hillock.loihi.read.MappingFile;
import org.hillock.model.NeuronValues;
import org.hillock.model.form.IntegrateAndFire;
import org.hillock.model.form.IzhikevichNeuron;

/**
 * Izhikevich's neuron. With V = v/s - 62.5 and U = r/s - 62.5 b the equations are
 *
 * <pre>
 *   dv/dt = 0.04 v²/s - r + s (I + 62.5 b - 16.25)          dr/dt = a (b v - r)
 * </pre>
 *
 * <p>so that with steps of H for v, which are h or h/2, and of h for r
 *
 * <pre>
 *   square 2^-squareShift          0.04 H/s                     1/2 of a mantissa of 16 bits
 *   coupling 2^-couplingShift      H                            the same
 *   decay 2^-recoveryShift         a h                          1/2, the larger of the two of 16 bits
 *   follow 2^-recoveryShift        a b h                        1/2
 *   bias 2^biasExp                 s H (I + 62.5 b - 16.25)     1/2 2^e, as that of a membrane
 *   vth                            s (V_th + 62.5)/2^6          as that of a membrane
 *   reset, jump, lowest            s (c + 62.5), s d, s (V_min + 62.5)      1/2, or the largest state
 *   v0, recovery                   s (V_m + 62.5), s (U_m + 62.5 b)         the same
 * </pre>
 *
 * @param unit its parameters
 * @param current constant current [pA]
 * @param startV V_m at the start [mV]
 * @param startU U_m at the start [mV]
 */
record ExpectedQuadratic(IzhikevichNeuron unit, double current, double startV, double startU)
    implements ExpectedNeuron {

  private static final double ORIGIN = 62.5;

  static ExpectedQuadratic of(
      IzhikevichNeuron unit, NeuronValues values, int neuron, double current) {
    return new ExpectedQuadratic(
        unit,
        unit.current() + current,
        values.initial(IntegrateAndFire.POTENTIAL, neuron, IzhikevichNeuron.START_V),
        values.initial(IzhikevichNeuron.RECOVERY, neuron, IzhikevichNeuron.START_U));
  }

  @Override
  public Programme programme() {
    return Programme.IZHIKEVICH;
  }

  /** A jump of V, or as published a current that flows for as long as a step of V takes. */
  @Override
  public double excitatoryGain(MappingFile file) {
    return unit.euler() ? 1 : file.chipStep() / 2;
  }

  @Override
  public double inhibitoryGain(MappingFile file) {
    return excitatoryGain(file);
  }

  @Override
  public void check(NeuronFields fields) {
    double step = fields.file().chipStep();
    double stepOfV = unit.euler() ? step : step / 2;
    double scale = fields.scale();
    fields.equal("decayU", fields.chip().decayOne() - 1, fields.profile().decayU());
    fields.equal("decayV", 0, fields.profile().decayV());
    fields.equal("refractDelay", 1, fields.profile().refractDelay());
    fields.equal("u0", 0, fields.compartment().u0());
    fields.equal("substeps", unit.euler() ? 1 : 2, fields.profile().constant("substeps"));
    fields.factor("square", 0.04 * stepOfV / scale, "squareShift");
    fields.factor("coupling", stepOfV, "couplingShift");
    double decay = unit.a() * step;
    double follow = decay * unit.b();
    int shift = fields.profile().constant("recoveryShift");
    fields.shift("recoveryShift", Math.max(Math.abs(decay), Math.abs(follow)), shift);
    fields.near("decay", Math.scalb(decay, shift), fields.profile().constant("decay"));
    fields.near("follow", Math.scalb(follow, shift), fields.profile().constant("follow"));
    double drive = current + fields.calibration() + ORIGIN * unit.b() - 16.25;
    fields.bias(scale * stepOfV * drive);
    fields.threshold(unit.threshold() + ORIGIN);
    fields.state("reset", unit.c() + ORIGIN, fields.profile().constant("reset"));
    fields.state("jump", unit.d(), fields.profile().constant("jump"));
    fields.state("lowest", unit.lowest() + ORIGIN, fields.profile().constant("lowest"));
    fields.state("v0", startV + ORIGIN, fields.compartment().v0());
    fields.state("recovery", startU + ORIGIN * unit.b(), fields.compartment().state().get(0));
  }
}
