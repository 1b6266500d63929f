package org.hillock.cause;

import java.util.List;
import org.hillock.model.NeuronModel;
import org.hillock.model.NeuronValues;
import org.hillock.model.linear.Linear;
import org.hillock.model.linear.LinearDynamics;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.scenario.Scenario;
import org.hillock.scenario.source.Engine;
import org.hillock.text.MistakeException;

/**
 * Tells whether what spikes make of the potential of a neuron adds up, and says why it does not.
 */
final class Explicable {

  private Explicable() {}

  /**
   * Checks how a scenario is run.
   *
   * @throws MistakeException if nobody can account for it afterwards
   */
  static void check(Scenario scenario) {
    if (scenario.engine() == Engine.loihi) {
      throw new MistakeException(
          "on a chip nothing is accounted for: expected --engine grid or event");
    }
    if (!scenario.phases().isEmpty()) {
      throw new MistakeException(
          "the scenario has a protocol, whose phases have values of their own: 'why' explains runs"
              + " without one");
    }
  }

  /**
   * Checks what reaches a neuron.
   *
   * @param place what messages call it
   * @param incoming projections that reach it
   * @throws MistakeException if one transmits what is not known afterwards
   */
  static void check(String place, List<Projection> incoming) {
    for (Projection projection : incoming) {
      String fault =
          projection.rewiring() != null
              ? "has synapses that form and vanish"
              : projection.carries() != null ? "carries a signal" : "";
      if (!fault.isEmpty()) {
        throw new MistakeException(
            "the projection '"
                + projection.name()
                + "' onto "
                + place
                + " "
                + fault
                + ": what each of its spikes made is not known afterwards");
      }
    }
  }

  /**
   * The dynamics of a neuron.
   *
   * @param place what messages call it
   * @throws MistakeException if the neuron is dead, or its potential is not a sum
   */
  static LinearDynamics dynamics(
      String place, Population population, int neuron, NeuronModel model, NeuronValues values) {
    if (population.lesion() != null && population.lesion().holds(neuron)) {
      throw new MistakeException(place + " is dead, by the 'lesion' of its population");
    }
    if (!(model.dynamics() instanceof Linear linear)) {
      throw new MistakeException(
          "of "
              + model.name()
              + " it cannot be told what single spikes make of the potential: expected a neuron whose"
              + " potential is a sum of exponential functions between spikes, such as of iaf_psc_exp,"
              + " iaf_psc_alpha or iaf_psc_delta");
    }
    LinearDynamics dynamics = linear.of().apply(values.parameters(neuron));
    if (dynamics.bounded()) {
      throw new MistakeException(
          "the potential of "
              + place
              + " has a lower bound, so that it is not a sum: leave V_min"
              + " out");
    }
    return dynamics;
  }
}
