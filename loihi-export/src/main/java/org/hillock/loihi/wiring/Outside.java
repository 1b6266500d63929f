package org.hillock.loihi.wiring;

import org.hillock.model.Models;
import org.hillock.model.form.NeuronForm;
import org.hillock.model.form.Relay;
import org.hillock.model.form.SpikeSource;
import org.hillock.network.Population;

/**
 * Which populations stay outside the chip, on the computer that feeds it: sources of spikes, and
 * relays.
 */
public final class Outside {

  private Outside() {}

  /** Whether a population only sends spikes, and so becomes ports and not compartments. */
  public static boolean holds(Population population) {
    return holds(Models.form(population.model()));
  }

  /** Whether neurons of a form only send spikes. */
  public static boolean holds(NeuronForm form) {
    return form instanceof SpikeSource || form instanceof Relay;
  }

  /** Whether a population repeats what it receives. */
  public static boolean relays(Population population) {
    return Models.form(population.model()) instanceof Relay;
  }
}
