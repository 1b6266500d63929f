package org.hillock.loihi.quantise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.chip.Programme;
import org.hillock.loihi.quantise.PopulationReport.Quantity;
import org.hillock.loihi.wiring.ChipTime;
import org.hillock.model.NeuronValues;
import org.hillock.model.form.AdaptiveThresholdNeuron;

/**
 * A membrane that is not reset, with a threshold that spikes raise.
 *
 * <pre>
 *   v = 0       E_L
 *   threshold   scale (omega - E_L), and the parts of the threshold on top of it, at the same scale
 *   decay_k     1 - e^(-h/tau_k), see {@link Factor}
 *   step_k      scale alpha_k
 * </pre>
 *
 * <p>Nothing puts V back, so it can go wherever its current drives it, and the scale leaves room
 * for that; and for the parts of the threshold, which have room for {@value #SPIKES} steps, or for
 * those of a neuron that never rests longer than it must.
 *
 * @param membrane with E_L for a reset
 * @param parts of the threshold, up to two
 */
record AdaptiveNeuron(LifNeuron membrane, List<AdaptiveThresholdNeuron.Part> parts)
    implements PhysicalNeuron {

  private static final int SPIKES = 100;

  /** The part of a step of the threshold that may be left of it for ever. */
  private static final double LEFT = 1.0 / 8;

  static AdaptiveNeuron of(AdaptiveThresholdNeuron unit, double constantInput) {
    return new AdaptiveNeuron(LifNeuron.of(unit.membrane(), constantInput), unit.parts());
  }

  @Override
  public AdaptiveNeuron with(double millivolts) {
    return new AdaptiveNeuron(membrane.with(millivolts), parts);
  }

  @Override
  public boolean hasCurrents() {
    return membrane.hasCurrents();
  }

  @Override
  public double tauExcitatory() {
    return membrane.tauExcitatory();
  }

  @Override
  public double tauInhibitory() {
    return membrane.tauInhibitory();
  }

  @Override
  public double refractory() {
    return membrane.refractory();
  }

  @Override
  public Dynamics dynamics(ChipTime time, ChipProfile profile, String where) {
    return membrane.dynamics(time, profile, where);
  }

  @Override
  public double bound(ChipProfile profile, ChipTime time, Dynamics dynamics, String where) {
    ChipProfile.Neuron chip = profile.neuron();
    if (!(membrane.range() > 0)) {
      throw FieldChecks.noThreshold(
          where + ".omega",
          membrane.threshold(),
          "E_L, " + ChipTime.number(membrane.rest()) + " mV");
    }
    double bound = membrane.bound(chip, dynamics);
    double above = membrane.asymptote();
    bound = above > 0 ? Math.min(bound, Scale.half(chip) / above) : bound;
    for (AdaptiveThresholdNeuron.Part part : parts) {
      double pause = refractory() + time.step();
      double most = Math.min(SPIKES, -1 / StrictMath.expm1(-pause / part.tau()));
      double room = Math.abs(part.step()) * most;
      bound = room > 0 ? Math.min(bound, chip.stateMax() / room) : bound;
    }
    return bound;
  }

  @Override
  public Compartment compartment(Fitting fit) {
    Map<String, Integer> constants = new HashMap<>();
    for (int k = 0; k < Programme.ADAPTIVE_THRESHOLD.states().size(); k++) {
      boolean there = k < parts.size();
      Factor decay = there ? decay(k, fit) : Factor.of(0);
      constants.put("decay" + (k + 1), decay.mantissa());
      constants.put("decayShift" + (k + 1), decay.shift());
      constants.put("step" + (k + 1), there ? fit.state(parts.get(k).step()) : 0);
    }
    return membrane.compartment(fit, "E_L").running(Programme.ADAPTIVE_THRESHOLD, constants);
  }

  /** What a step takes away. Of less than half a unit it takes nothing, and that must be little. */
  private Factor decay(int k, Fitting fit) {
    AdaptiveThresholdNeuron.Part part = parts.get(k);
    Factor decay = Factor.of(-StrictMath.expm1(-fit.time().step() / part.tau()));
    double rests = 0.5 / decay.value() / fit.scale();
    double bearable = LEFT * Math.abs(part.step());
    if (rests > bearable && bearable > 0) {
      String number = Integer.toString(k + 1);
      throw new MappingException(
          fit.where() + ".tau_" + number,
          "decay of the threshold",
          String.format(
              Locale.ROOT, "parts down to %.3g mV, 1/8 of alpha_%s, to decay", bearable, number),
          String.format(
              Locale.ROOT,
              "no decay below %.3g mV, where a step of %s takes less than half a unit of v",
              rests,
              ChipTime.text(fit.time().step())),
          "a shorter tau_" + number + ", or a coarser --chip-step");
    }
    return decay;
  }

  @Override
  public Compartment started(
      Compartment compartment, NeuronValues values, int neuron, Fitting fit) {
    List<Integer> state = new ArrayList<>();
    for (int k = 0; k < Programme.ADAPTIVE_THRESHOLD.states().size(); k++) {
      String name = AdaptiveThresholdNeuron.part(k);
      double start = k < parts.size() ? values.initial(name, neuron, 0) : 0;
      state.add(fit.start(name, start, start));
    }
    return membrane.started(compartment, values, neuron, fit).keeping(state);
  }

  @Override
  public List<Quantity> quantities(Compartment compartment, Fitting fit) {
    List<Quantity> all =
        new ArrayList<>(membrane.quantities(compartment, fit, "omega - E_L", "R I"));
    for (int k = 1; k <= parts.size(); k++) {
      AdaptiveThresholdNeuron.Part part = parts.get(k - 1);
      double decay =
          Factor.value(
              compartment.dynamics().constant("decay" + k),
              compartment.dynamics().constant("decayShift" + k));
      double tau = -fit.time().step() / StrictMath.log1p(-decay);
      double step = compartment.dynamics().constant("step" + k) / fit.scale();
      all.add(new Quantity("tau_" + k + "_ms", "tau_" + k, "ms", part.tau(), tau));
      all.add(new Quantity("alpha_" + k + "_mV", "alpha_" + k, "mV", part.step(), step));
    }
    return List.copyOf(all);
  }
}
