package org.hillock.loihi.partition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.Limit;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.wiring.Numbering;

/**
 * What others do, to compare with: every population has cores of its own, and one that is too large
 * for a core is cut into the fewest equal parts that fit (nengo-loihi's splitting; SpiNNaker's
 * PACMAN cuts into contiguous slices too). Output axons are not looked at.
 */
public final class ContiguousSplit {

  private ContiguousSplit() {}

  /**
   * The parts, population by population.
   *
   * @throws MappingException if a neuron does not fit on a core
   */
  public static List<CoreFill> of(QuantisedNetwork network) {
    CorePlanner planner = new CorePlanner(network);
    Numbering numbering = network.numbering();
    int places = numbering.places();
    List<CoreFill> cores = new ArrayList<>();
    for (int from = 0; from < places; ) {
      int to = from;
      while (to < places && numbering.populationAt(to) == numbering.populationAt(from)) {
        to++;
      }
      cores.addAll(split(from, to, planner, network.profile()));
      from = to;
    }
    return cores;
  }

  private static List<CoreFill> split(int from, int to, CorePlanner planner, ChipProfile profile) {
    for (int parts = 1; parts <= to - from; parts++) {
      List<CoreFill> fills = new ArrayList<>();
      boolean fits = true;
      for (int part = 0; part < parts && fits; part++) {
        int[] places =
            new int
                [(int) ((long) (to - from) * (part + 1) / parts)
                    - (int) ((long) (to - from) * part / parts)];
        int first = from + (int) ((long) (to - from) * part / parts);
        Arrays.setAll(places, i -> first + i);
        CoreFill fill = planner.fill(places);
        fits = fill.exceeded(profile) == null;
        fills.add(fill);
      }
      if (fits) {
        return fills;
      }
    }
    throw new MappingException(
        "neurons",
        "a core",
        "more than one for a single neuron",
        String.format(Locale.ROOT, "%,d words", Limit.SYNAPSE_MEMORY.perCore(profile)),
        "fewer synapses");
  }
}
