package org.hillock.loihi.wiring;

import org.hillock.lif.ParrotNeuron;
import org.hillock.lif.PoissonGenerator;
import org.hillock.lif.SpikeGenerator;
import org.hillock.network.Population;

/** Which populations stay outside the chip, on the computer that feeds it. */
public final class Outside {

  public static final String SPIKES = new SpikeGenerator().name();
  public static final String POISSON = new PoissonGenerator().name();
  public static final String RELAY = new ParrotNeuron().name();

  private Outside() {}

  /** Whether a population only sends spikes, and so becomes ports and not compartments. */
  public static boolean holds(Population population) {
    String model = population.model();
    return model.equals(SPIKES) || model.equals(POISSON) || model.equals(RELAY);
  }

  /** Whether a population repeats what it receives. */
  public static boolean relays(Population population) {
    return population.model().equals(RELAY);
  }
}
