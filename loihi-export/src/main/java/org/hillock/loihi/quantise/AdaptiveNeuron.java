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
      bound = Math.min(bound, bound(part, time, chip));
    }
    return bound;
  }

  /** Units of v per mV at most, by one part of the threshold. */
  private double bound(AdaptiveThresholdNeuron.Part part, ChipTime time, ChipProfile.Neuron chip) {
    double room = room(part, time);
    return room > 0 ? chip.stateMax() / room : Double.POSITIVE_INFINITY;
  }

  /** How large a part of the threshold may become [mV]. */
  private double room(AdaptiveThresholdNeuron.Part part, ChipTime time) {
    double pause = refractory() + time.step();
    double most = Math.min(SPIKES, -1 / StrictMath.expm1(-pause / part.tau()));
    return Math.abs(part.step()) * most;
  }

  /**
   * Refuses a part of the threshold that takes the scale from something else.
   *
   * @param units that a mV must have for it
   * @param what it is
   * @param except number of the part that it is of, if it is of one
   */
  private void checkScale(double units, String what, int except, Fitting fit) {
    int largest = -1;
    for (int k = 0; k < parts.size(); k++) {
      boolean larger = largest < 0 || room(k, fit) > room(largest, fit);
      largest = k != except && larger ? k : largest;
    }
    double most = fit.chip().stateMax() / units;
    if (largest >= 0 && room(largest, fit) > most) {
      String name = "alpha_" + (largest + 1);
      throw new MappingException(
          fit.where() + "." + name,
          "range of the state",
          String.format(
              Locale.ROOT, "room for a part of the threshold of %.4g mV", room(largest, fit)),
          String.format(
              Locale.ROOT, "%.4g mV at the %.4g units a mV that %s takes", most, units, what),
          name + " nearer to 0");
    }
  }

  private double room(int k, Fitting fit) {
    return room(parts.get(k), fit.time());
  }

  @Override
  public Compartment compartment(Fitting fit) {
    double least = (1 << fit.chip().thresholdExponent()) / membrane.range();
    if (fit.scale() <= least) {
      checkScale(least, "omega", -1, fit);
    }
    Map<String, Integer> constants = new HashMap<>();
    for (int k = 0; k < Programme.ADAPTIVE_THRESHOLD.states().size(); k++) {
      boolean there = k < parts.size();
      Factor decay = there ? decay(k, fit) : Factor.of(0);
      constants.put("decay" + (k + 1), decay.mantissa());
      constants.put("decayShift" + (k + 1), decay.shift());
      constants.put("step" + (k + 1), there ? fit.state(parts.get(k).step()) : 0);
    }
    return membrane
        .compartment(fit, "omega", "E_L")
        .running(Programme.ADAPTIVE_THRESHOLD, constants);
  }

  /** What a step takes away. Of less than half a unit it takes nothing, and that must be little. */
  private Factor decay(int k, Fitting fit) {
    AdaptiveThresholdNeuron.Part part = parts.get(k);
    Factor decay = Factor.of(-StrictMath.expm1(-fit.time().step() / part.tau()));
    double rests = 0.5 / decay.value() / fit.scale();
    double bearable = LEFT * Math.abs(part.step());
    if (rests > bearable && bearable > 0) {
      String number = Integer.toString(k + 1);
      double units = 0.5 / decay.value() / bearable;
      if (bound(part, fit.time(), fit.chip()) >= units) {
        // This part alone would have the scale that it needs.
        checkScale(units, "the decay of alpha_" + number, k, fit);
        throw new MappingException(
            fit.where(),
            "range of the state",
            String.format(
                Locale.ROOT, "%.4g units a mV, for alpha_%s to decay to 1/8", units, number),
            String.format(
                Locale.ROOT,
                "%.4g, if the threshold, constant current and weights are to fit too",
                fit.scale()),
            "an omega nearer to E_L, smaller weights or less current");
      }
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
      all.add(Quantity.decay("tau_" + k + "_ms", "tau_" + k, part.tau(), tau, fit.time().step()));
      all.add(new Quantity("alpha_" + k + "_mV", "alpha_" + k, "mV", part.step(), step));
    }
    return List.copyOf(all);
  }
}
