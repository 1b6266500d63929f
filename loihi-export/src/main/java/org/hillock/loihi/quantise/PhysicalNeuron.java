package org.hillock.loihi.quantise;

import java.util.List;
import org.hillock.loihi.chip.ChipForm;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.wiring.ChipTime;
import org.hillock.model.NeuronValues;
import org.hillock.model.form.AdaptiveThresholdNeuron;
import org.hillock.model.form.IntegrateAndFire;
import org.hillock.model.form.IzhikevichNeuron;
import org.hillock.model.form.NeuronForm;

/**
 * The physical neuron that a compartment stands for, and how it becomes one: all that differs from
 * one form of neurons to another. Equal neurons become equal compartments.
 */
public interface PhysicalNeuron {

  /**
   * A neuron of a form that has a programme.
   *
   * @param constantInput constant current from inputs [pA]
   */
  static PhysicalNeuron of(ChipForm kind, NeuronForm form, double constantInput) {
    return switch (kind) {
      case LIF_JUMPS, LIF_CURRENTS -> LifNeuron.of((IntegrateAndFire) form, constantInput);
      case ADAPTIVE_THRESHOLD -> AdaptiveNeuron.of((AdaptiveThresholdNeuron) form, constantInput);
      case IZHIKEVICH -> QuadraticNeuron.of((IzhikevichNeuron) form, constantInput);
    };
  }

  /** The same with more current: what moves V by so much where there are no spikes [mV]. */
  PhysicalNeuron with(double millivolts);

  /** Whether spikes are currents, and not jumps of V. */
  boolean hasCurrents();

  /** Decay time of excitatory currents [ms]; 0 where there are none. */
  double tauExcitatory();

  /** Decay time of inhibitory currents [ms]; 0 where there are none. */
  double tauInhibitory();

  /** Time without a second spike [ms]. */
  double refractory();

  /**
   * Decays and gains.
   *
   * @throws org.hillock.loihi.chip.MappingException if a field is too small for them
   */
  Dynamics dynamics(ChipTime time, ChipProfile profile, String where);

  /**
   * Units of v per mV at most, without weights.
   *
   * @throws org.hillock.loihi.chip.MappingException if there is no scale for this neuron
   */
  double bound(ChipProfile profile, ChipTime time, Dynamics dynamics, String where);

  /**
   * The compartment, all state at 0.
   *
   * @throws org.hillock.loihi.chip.MappingException if a field is too small
   */
  Compartment compartment(Fitting fit);

  /**
   * The compartment with the state at the start.
   *
   * @param neuron of the population whose values they are
   */
  Compartment started(Compartment compartment, NeuronValues values, int neuron, Fitting fit);

  /** What rounding did to each quantity. */
  List<PopulationReport.Quantity> quantities(Compartment compartment, Fitting fit);
}
