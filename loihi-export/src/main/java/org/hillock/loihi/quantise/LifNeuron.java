package org.hillock.loihi.quantise;

import java.util.List;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.quantise.PopulationReport.Quantity;
import org.hillock.loihi.wiring.ChipTime;
import org.hillock.model.NeuronValues;
import org.hillock.model.form.IntegrateAndFire;

/**
 * A leaky integrate-and-fire neuron.
 *
 * <pre>
 *   v = 0        V_reset, since that is where the chip puts v after a spike
 *   bias         scale (E_L + R I - V_reset) decayV/4096: without spikes v goes to E_L + R I, where
 *                the membrane would go too, whatever the rounding of decayV
 *   refractory   t_ref in steps, plus 1: a field of 1 means no dead time
 * </pre>
 *
 * @param tauM membrane time constant [ms]
 * @param capacitance C_m [pF]
 * @param rest E_L [mV]
 * @param threshold V_th [mV]
 * @param reset V_reset [mV]
 * @param refractory t_ref [ms]
 * @param current constant current, I_e and constant inputs together [pA]
 * @param tauExcitatory decay time of excitatory currents [ms]; 0 where spikes are jumps of V
 * @param tauInhibitory decay time of inhibitory currents [ms]; 0 where spikes are jumps of V
 */
public record LifNeuron(
    double tauM,
    double capacitance,
    double rest,
    double threshold,
    double reset,
    double refractory,
    double current,
    double tauExcitatory,
    double tauInhibitory)
    implements PhysicalNeuron {

  /**
   * @param unit of a form that has compartments
   * @param constantInput constant current from inputs [pA]
   */
  public static LifNeuron of(IntegrateAndFire unit, double constantInput) {
    double excitatory = 0;
    double inhibitory = 0;
    if (unit.arrival() instanceof IntegrateAndFire.Currents currents) {
      excitatory = currents.tauExcitatory();
      inhibitory = currents.tauInhibitory();
    }
    return new LifNeuron(
        unit.tauM(),
        unit.capacitance(),
        unit.rest(),
        unit.threshold(),
        unit.reset(),
        unit.refractory(),
        unit.current() + constantInput,
        excitatory,
        inhibitory);
  }

  @Override
  public LifNeuron with(double millivolts) {
    return new LifNeuron(
        tauM,
        capacitance,
        rest,
        threshold,
        reset,
        refractory,
        current + millivolts * capacitance / tauM,
        tauExcitatory,
        tauInhibitory);
  }

  @Override
  public boolean hasCurrents() {
    return tauExcitatory > 0;
  }

  /** Threshold above reset, where v = 0 on the chip [mV]; more than 0. */
  public double range() {
    return threshold - reset;
  }

  /** Where V goes without spikes: E_L + R I, above reset [mV]. */
  public double asymptote() {
    return rest - reset + tauM / capacitance * current;
  }

  @Override
  public Dynamics dynamics(ChipTime time, ChipProfile profile, String where) {
    return Dynamics.of(this, time, profile, where);
  }

  @Override
  public double bound(ChipProfile profile, ChipTime time, Dynamics dynamics, String where) {
    return bound(profile.neuron(), dynamics);
  }

  /** By threshold, leak and bias. */
  double bound(ChipProfile.Neuron chip, Dynamics dynamics) {
    double half = Scale.half(chip);
    double bound = Scale.ofThreshold(chip, range());
    double below = -asymptote();
    if (below > 0) {
      bound = Math.min(bound, half / below);
    }
    double bias = Math.abs(asymptote()) * dynamics.decayV() / chip.decayOne();
    return bias > 0 ? Math.min(bound, Bias.max(chip) / bias) : bound;
  }

  @Override
  public Compartment compartment(Fitting fit) {
    return compartment(fit, "V_th", "V_reset");
  }

  /**
   * The compartment.
   *
   * @param threshold what messages call the threshold
   * @param origin what they call the voltage at which v is 0
   */
  Compartment compartment(Fitting fit, String threshold, String origin) {
    String where = fit.where() + "." + threshold;
    ChipProfile.Neuron chip = fit.chip();
    Dynamics dynamics = fit.dynamics();
    int steps = fit.checks().refractorySteps(fit.where(), refractory);
    int mantissa = fit.checks().threshold(where, range(), origin, fit.scale());
    double bias = asymptote() * dynamics.decayV() / chip.decayOne() * fit.scale();
    int decayU = fit.onlyNegative() ? dynamics.decayUInhibitory() : dynamics.decayUExcitatory();
    return new Compartment(
        new Compartment.Profile(decayU, dynamics.decayV(), steps + 1),
        mantissa,
        Bias.nearest(bias, chip),
        0,
        0);
  }

  @Override
  public Compartment started(
      Compartment compartment, NeuronValues values, int neuron, Fitting fit) {
    double v = values.initial(IntegrateAndFire.POTENTIAL, neuron, rest) - reset;
    double u = 0;
    if (hasCurrents()) {
      u =
          values.initial(IntegrateAndFire.Currents.EXCITATORY, neuron, 0)
                  * fit.dynamics().gainExcitatory()
              + values.initial(IntegrateAndFire.Currents.INHIBITORY, neuron, 0)
                  * fit.dynamics().gainInhibitory();
    }
    int one = fit.chip().decayOne();
    return compartment.startingAt(
        fit.units(beforeDecay(u * fit.scale(), compartment, one)), fit.state(v));
  }

  /**
   * What u must be for this to be left of it when it first reaches v: the chip lets u decay before
   * it adds it to v, the model lets currents act before they decay.
   */
  private static double beforeDecay(double u, Compartment compartment, int one) {
    int kept = one - 1 - compartment.dynamics().decayU();
    return kept == 0 ? 0 : u * one / kept;
  }

  @Override
  public List<Quantity> quantities(Compartment compartment, Fitting fit) {
    return quantities(compartment, fit, "V_th - V_reset", "E_L + R I - V_reset");
  }

  /**
   * What rounding did.
   *
   * @param range what people call the threshold above v = 0
   * @param goal what people call where V goes without spikes, above v = 0
   */
  List<Quantity> quantities(Compartment compartment, Fitting fit, String range, String goal) {
    int one = fit.chip().decayOne();
    double step = fit.time().step();
    Compartment.Profile table = compartment.dynamics();
    double tauSyn = fit.onlyNegative() ? tauInhibitory : tauExcitatory;
    double chipTauSyn = Dynamics.timeConstant(table.decayU() + 1, step, one);
    double chipGoal = (double) compartment.bias().value() * one / table.decayV() / fit.scale();
    double chipTauM = Dynamics.timeConstant(table.decayV(), step, one);
    return List.of(
        Quantity.decay("tau_m_ms", "tau_m", tauM, chipTauM, step),
        Quantity.decay("tau_syn_ms", "tau_syn", tauSyn, tauSyn == 0 ? 0 : chipTauSyn, step),
        new Quantity("threshold_mV", range, "mV", range(), fit.fires(compartment)),
        new Quantity(
            "t_ref_ms", "t_ref", "ms", refractory, fit.time().time(table.refractDelay() - 1)),
        Quantity.difference("asymptote_mV", goal, "mV", asymptote(), chipGoal, range()));
  }
}
