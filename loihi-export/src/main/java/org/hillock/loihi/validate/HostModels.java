package org.hillock.loihi.validate;

import org.hillock.model.Models;
import org.hillock.model.form.NeuronForm;
import org.hillock.model.form.Relay;
import org.hillock.model.form.SpikeSource;
import org.hillock.network.Population;

/**
 * Which neurons are where: sources of spikes and relays with the host, all others on the chip. Read
 * from what models say of themselves, and not from what the compiler made of it.
 */
final class HostModels {

  private HostModels() {}

  /** Whether the neurons of a population are ports, and not compartments. */
  static boolean outside(Population population) {
    NeuronForm form = Models.form(population.model());
    return form instanceof SpikeSource || form instanceof Relay;
  }

  /** Whether the neurons of a population repeat what they receive. */
  static boolean relays(Population population) {
    return Models.form(population.model()) instanceof Relay;
  }

  /** Whether spikes are currents that decay, in place of jumps of V. */
  static boolean currents(Population population) {
    return Models.form(population.model()).hasCurrents();
  }
}
