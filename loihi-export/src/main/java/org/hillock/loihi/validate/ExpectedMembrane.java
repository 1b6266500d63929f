package org.hillock.loihi.validate;

import org.hillock.loihi.chip.Programme;
import org.hillock.loihi.read.MappingFile;
import org.hillock.model.NeuronValues;
import org.hillock.model.form.IntegrateAndFire;

/**
 * A leaky membrane as the network has it, counted from V_reset, where v is 0 on the chip. A step of
 * length h does on the chip, where one is 4096 (nengo-loihi, lava), and in the network, where s is
 * the number of units of v per mV that the mapping publishes:
 *
 * <pre>
 *   u ← u (one - 1 - decayU)/one + input          I ← e^(-h/tau_syn) I + input
 *   v ← v (one - decayV)/one + u + bias           V - V∞ ← e^(-h/tau_m) (V - V∞),  V∞ = E_L + R I
 *   fires if v &gt; vth 2^6, then v = 0              fires if V ≥ V_th, then V = V_reset
 *   v stays 0 for refractDelay - 1 steps          V stays V_reset for t_ref
 * </pre>
 *
 * <p>Equating the two gives a real number for each field, and how far it may be off:
 *
 * <pre>
 *   decayV           one (1 - e^(-h/tau_m))        1/2, or the largest field
 *   decayU + 1       one (1 - e^(-h/tau_syn))      1/2, at least 1; one where spikes are jumps of V
 *   refractDelay - 1 t_ref/h                       1/2
 *   bias 2^biasExp   s V∞ decayV/one               1/2 2^e, e the least exponent whose mantissas reach it
 *   vth              s (V_th - V_reset)/2^6        from it less 1 up to it, without it: then sums
 *                                                  of weights, multiples of 2^6, fire at ≥
 *   v0               s (V_m - V_reset)             1/2, or the largest state
 *   u0 kept 1 step   s g I_syn                     1/2 of u0, or the largest state
 * </pre>
 *
 * <p>The bias follows the decay that the chip has, not the exact one, since that is what takes v to
 * V∞. The chip lets u decay before it adds it to v, the model lets I act first, so that what is
 * left of u0 after one step counts; where u keeps nothing, u0 is of no effect, and 0.
 *
 * @param tauM membrane time constant [ms]
 * @param capacitance [pF]
 * @param threshold V_th above V_reset [mV]
 * @param refractory t_ref [ms]
 * @param asymptote where V goes without spikes, E_L + tau_m/C_m (I_e + constant inputs), above
 *     V_reset [mV]
 * @param tauExcitatory decay time of excitatory currents [ms]; 0 where spikes are jumps of V
 * @param tauInhibitory decay time of inhibitory currents [ms]; 0 where spikes are jumps of V
 * @param startV V_m at the start, above V_reset [mV]
 * @param startExcitatory excitatory current at the start [pA]
 * @param startInhibitory inhibitory current at the start [pA]
 */
record ExpectedMembrane(
    double tauM,
    double capacitance,
    double threshold,
    double refractory,
    double asymptote,
    double tauExcitatory,
    double tauInhibitory,
    double startV,
    double startExcitatory,
    double startInhibitory)
    implements ExpectedNeuron {

  /**
   * A neuron of a population.
   *
   * @param current constant current from inputs [pA]
   */
  static ExpectedMembrane of(
      IntegrateAndFire unit, NeuronValues values, int neuron, double current) {
    double excitatory = 0;
    double inhibitory = 0;
    double startExcitatory = 0;
    double startInhibitory = 0;
    if (unit.arrival() instanceof IntegrateAndFire.Currents currents) {
      excitatory = currents.tauExcitatory();
      inhibitory = currents.tauInhibitory();
      startExcitatory = values.initial(IntegrateAndFire.Currents.EXCITATORY, neuron, 0);
      startInhibitory = values.initial(IntegrateAndFire.Currents.INHIBITORY, neuron, 0);
    }
    return new ExpectedMembrane(
        unit.tauM(),
        unit.capacitance(),
        unit.threshold() - unit.reset(),
        unit.refractory(),
        unit.rest() - unit.reset() + unit.tauM() / unit.capacitance() * (unit.current() + current),
        excitatory,
        inhibitory,
        values.initial(IntegrateAndFire.POTENTIAL, neuron, unit.rest()) - unit.reset(),
        startExcitatory,
        startInhibitory);
  }

  private boolean hasCurrents() {
    return tauExcitatory > 0;
  }

  @Override
  public Programme programme() {
    return Programme.LIF;
  }

  @Override
  public double excitatoryGain(MappingFile file) {
    return hasCurrents() ? Response.gain(this, tauExcitatory, file) : 1;
  }

  @Override
  public double inhibitoryGain(MappingFile file) {
    return hasCurrents() ? Response.gain(this, tauInhibitory, file) : 1;
  }

  @Override
  public void check(NeuronFields fields) {
    int one = fields.chip().decayOne();
    int decayV = fields.profile().decayV();
    int decayU = fields.profile().decayU();
    fields.near("decayV", Math.min(fields.decay(tauM, one), one - 1.0), decayV);
    currentDecay(fields, decayU);
    double steps = refractory / fields.file().chipStep();
    fields.near("refractDelay", 1 + steps, fields.profile().refractDelay());
    fields.threshold(threshold);
    fields.bias((asymptote + fields.calibration()) * fields.scale() * decayV / one);
    fields.state("v0", startV, fields.compartment().v0());
    double start = startExcitatory * fields.excitatory() + startInhibitory * fields.inhibitory();
    double keep = (one - 1.0 - decayU) / one;
    fields.computed("u0", keep > 0 ? fields.held(start / keep) : 0, fields.compartment().u0());
  }

  /** There is one decay for currents of both signs, so it must suit those that flow. */
  private void currentDecay(NeuronFields fields, int field) {
    int one = fields.chip().decayOne();
    if (!hasCurrents()) {
      fields.equal("decayU", one - 1, field);
      return;
    }
    double excitatory = Math.max(1, fields.decay(tauExcitatory, one));
    double inhibitory = Math.max(1, fields.decay(tauInhibitory, one));
    boolean positive = fields.incoming().positive() || startExcitatory != 0;
    boolean negative = fields.incoming().negative() || startInhibitory != 0;
    if (positive) {
      fields.near("decayU", excitatory - 1, field);
    }
    if (negative) {
      fields.near("decayU", inhibitory - 1, field);
    }
    // Where nothing flows, the decay of either sign will do.
    if (!positive && !negative && !(Math.abs(field + 1 - inhibitory) <= 0.5 + 1e-6)) {
      fields.near("decayU", excitatory - 1, field);
    }
  }
}
