package org.hillock.loihi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.Limit;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.wiring.Arrivals;
import org.hillock.loihi.wiring.Numbering;
import org.hillock.loihi.wiring.Outside;
import org.hillock.loihi.wiring.Pathway;
import org.hillock.network.Network;
import org.hillock.network.Population;

/**
 * Looks at a few neurons of each population before any real work: what cannot fit because a single
 * neuron hears too many sources is then refused in seconds, and not after a pass over all synapses.
 */
public final class FanIn {

  private static final int SAMPLE = 8;

  private FanIn() {}

  /**
   * Checks a few neurons of every population.
   *
   * @throws MappingException if one hears more sources than a core has input axons
   */
  public static void check(Network network, Numbering numbering, ChipProfile profile, long seed) {
    Arrivals arrivals = new Arrivals();
    for (Population population : network.populations()) {
      if (Outside.holds(population)) {
        continue;
      }
      List<Pathway> pathways = Pathway.onto(population.name(), network, numbering, seed);
      int stride = Math.max(1, population.size() / SAMPLE);
      for (int neuron = 0; neuron < population.size(); neuron += stride) {
        long sources = sources(pathways, neuron, arrivals);
        if (sources > profile.core().inputAxons()) {
          throw new MappingException(
              "neurons." + population.name(),
              Limit.INPUT_AXONS.label(),
              String.format(Locale.ROOT, "%,d for a single neuron", sources),
              String.format(Locale.ROOT, "%,d per core", profile.core().inputAxons()),
              Limit.INPUT_AXONS.remedy());
        }
      }
    }
  }

  /** How many different sources send to a neuron with a weight that is not 0. */
  private static long sources(List<Pathway> pathways, int neuron, Arrivals arrivals) {
    int[] all = new int[64];
    int size = 0;
    for (Pathway pathway : pathways) {
      pathway.incoming(neuron, arrivals);
      if (size + arrivals.size() > all.length) {
        all = Arrays.copyOf(all, 2 * (size + arrivals.size()));
      }
      for (int i = 0; i < arrivals.size(); i++) {
        if (arrivals.weights()[i] != 0) {
          all[size++] = arrivals.sources()[i];
        }
      }
    }
    return Arrays.stream(all, 0, size).distinct().count();
  }
}
