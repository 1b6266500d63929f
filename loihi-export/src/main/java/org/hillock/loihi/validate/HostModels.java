package org.hillock.loihi.validate;

import java.util.Set;
import org.hillock.lif.IafPscExp;
import org.hillock.lif.ParrotNeuron;
import org.hillock.lif.PoissonGenerator;
import org.hillock.lif.SpikeGenerator;
import org.hillock.network.Population;

/** Which models of neurons are where: senders and parrots with the host, all others on the chip. */
final class HostModels {

  static final String POISSON = new PoissonGenerator().name();
  static final String SPIKES = new SpikeGenerator().name();
  static final String PARROT = new ParrotNeuron().name();

  /** Spikes are currents that decay, in place of jumps of V. */
  static final String CURRENTS = new IafPscExp().name();

  private static final Set<String> OUTSIDE = Set.of(POISSON, SPIKES, PARROT);

  private HostModels() {}

  /** Whether the neurons of a population are ports, and not compartments. */
  static boolean outside(Population population) {
    return OUTSIDE.contains(population.model());
  }
}
