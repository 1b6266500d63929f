package org.hillock.loihi;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.chip.Limit;
import org.hillock.loihi.chip.MappingException;
import org.hillock.loihi.wiring.Outside;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Projection;

/**
 * Compares the size of a network with that of the board, from the description alone: before a list
 * as long as a population is made, or a synapse drawn. What passes may still be too large.
 *
 * <pre>
 *   compartments      neurons on the chip                      ≤ cores × compartments
 *   synapse memory    expected synapses × least bits of one    ≤ cores × words × bits of a word
 *   input axons       Σ size / n over populations              ≤ cores
 * </pre>
 *
 * <p>where n is the number of neighbours that together hear no more sources than a core has input
 * axons. Of S sources, of which each neuron draws k at random, n neurons hear about
 *
 * <pre>
 *   S (1 - (1 - k/S)^n)
 * </pre>
 *
 * <p>which grows ever more slowly with n, so that mixing populations on a core gains nothing.
 */
public final class SizeCheck {

  /** Ports beyond this would not fit into memory; a board of Loihi 1 has 2^24 input axons. */
  private static final long MOST_PORTS = 1L << 24;

  /**
   * How many of the expected sources may be spared by choosing neighbours well before it counts as
   * too large: growing clusters spared up to a tenth of them on random networks.
   */
  private static final double MARGIN = 0.75;

  private static final String REMEDY =
      "a smaller network; or a profile with more chips, --target FILE";

  private final Network network;
  private final ChipProfile profile;

  private SizeCheck(Network network, ChipProfile profile) {
    this.network = network;
    this.profile = profile;
  }

  /**
   * Checks a network.
   *
   * @throws MappingException if it is larger than the board
   */
  public static void check(Network network, ChipProfile profile) {
    SizeCheck check = new SizeCheck(network, profile);
    check.compartments();
    check.ports();
    check.synapses();
    check.inputAxons();
  }

  private void compartments() {
    long neurons = 0;
    Population largest = null;
    for (Population population : network.populations()) {
      if (!Outside.holds(population)) {
        neurons += population.size();
        largest = largest == null || population.size() > largest.size() ? population : largest;
      }
    }
    long most = (long) profile.cores() * profile.core().compartments();
    if (largest != null && neurons > most) {
      throw new MappingException(
          "neurons." + largest.name(),
          Limit.COMPARTMENTS.label(),
          amount(neurons) + ", one a neuron",
          board(most, profile.core().compartments()),
          Limit.COMPARTMENTS.remedy() + "; " + REMEDY);
    }
  }

  private void ports() {
    long ports = 0;
    Population largest = null;
    for (Population population : network.populations()) {
      if (Outside.holds(population)) {
        ports += population.size();
        largest = largest == null || population.size() > largest.size() ? population : largest;
      }
    }
    long most = Math.max(MOST_PORTS, (long) profile.cores() * profile.core().inputAxons());
    if (largest != null && ports > most) {
      throw new MappingException(
          "neurons." + largest.name(),
          "input ports",
          amount(ports),
          amount(most),
          "fewer neurons that only send spikes");
    }
  }

  private void synapses() {
    double synapses = 0;
    Projection largest = null;
    double most = 0;
    for (Projection projection : network.projections()) {
      if (counts(projection)) {
        double expected = expected(projection);
        synapses += expected;
        largest = largest == null || expected > most ? projection : largest;
        most = Math.max(most, expected);
      }
    }
    int bits = profile.synapse().weightBits().get(0);
    long perCore = (long) profile.core().synapseWords() * profile.core().wordBits();
    long board = perCore * profile.cores();
    if (largest != null && synapses * bits > board) {
      throw new MappingException(
          "synapses." + largest.name(),
          "synapse memory",
          String.format(
              Locale.ROOT,
              "%s bits or more, for %s synapses of %d bits or more",
              amount(Math.ceil(synapses * bits)),
              amount(Math.ceil(synapses)),
              bits),
          board(board, perCore),
          "fewer synapses; " + REMEDY);
    }
  }

  private void inputAxons() {
    double cores = 0;
    double most = 0;
    long fewest = 0;
    Population largest = null;
    for (Population population : network.populations()) {
      if (Outside.holds(population)) {
        continue;
      }
      long perCore = neuronsPerCore(population);
      double own = (double) population.size() / perCore;
      cores += own;
      if (largest == null || own > most) {
        largest = population;
        most = own;
        fewest = perCore;
      }
    }
    if (largest != null && cores > profile.cores()) {
      throw new MappingException(
          "neurons." + largest.name(),
          "cores",
          String.format(
              Locale.ROOT,
              "about %s, because the different sources of about %s of its neurons use up the %s"
                  + " input axons of a core",
              amount(Math.ceil(cores)),
              amount(fewest),
              amount(profile.core().inputAxons())),
          board(profile.cores(), profile.coresPerChip(), "chips", profile.chips()),
          Limit.INPUT_AXONS.remedy() + "; " + REMEDY);
    }
  }

  /** How many neurons of a population a core can hold at most, by compartments and input axons. */
  private long neuronsPerCore(Population population) {
    Map<String, Double> keep = new HashMap<>();
    Map<String, Integer> sizes = new HashMap<>();
    for (Projection projection : network.projections()) {
      NeuronRange source = projection.source();
      boolean all =
          projection.target().population().equals(population.name())
              && projection.target().size() == population.size()
              && source.size() == network.population(source.population()).size();
      if (all && counts(projection) && projection.rule().random()) {
        double indegree = expected(projection) / population.size();
        // Drawing with replacement: each synapse misses a given source with 1 - 1/S.
        double misses = Math.pow(1 - 1.0 / source.size(), indegree);
        keep.merge(source.population(), misses, (a, b) -> a * b);
        sizes.put(source.population(), source.size());
      }
    }
    int trains = 0;
    for (Input input : network.inputs()) {
      Distribution weight = input.spikeWeight();
      if (input.drawsTrains()
          && weight != null
          && !zero(weight.min(), weight.max())
          && input.targets().contains(NeuronRange.all(population))) {
        trains++;
      }
    }
    long low = 1;
    long high = profile.core().compartments();
    while (low < high) {
      long middle = (low + high + 1) / 2;
      double sources = (double) trains * middle;
      for (Map.Entry<String, Double> entry : keep.entrySet()) {
        int size = sizes.getOrDefault(entry.getKey(), 0);
        sources += MARGIN * size * (1 - Math.pow(entry.getValue(), middle));
      }
      if (sources > profile.core().inputAxons()) {
        high = middle - 1;
      } else {
        low = middle;
      }
    }
    return low;
  }

  /** Whether a projection's synapses are on the chip and may be other than 0. */
  private boolean counts(Projection projection) {
    boolean onChip = !Outside.holds(network.population(projection.target().population()));
    boolean listed = projection.rule().hasWeights();
    return onChip && (listed || !zero(projection.weight().min(), projection.weight().max()));
  }

  private static boolean zero(double min, double max) {
    return min == 0 && max == 0;
  }

  /** Expected synapses; where they are random, six standard deviations fewer. */
  private static double expected(Projection projection) {
    double expected = projection.expectedSynapses();
    return projection.rule().randomNumber()
        ? Math.max(0, expected - 6 * Math.sqrt(expected))
        : expected;
  }

  private String board(long all, long perCore) {
    return board(all, perCore, "cores", profile.cores());
  }

  private static String board(long all, long each, String parts, long count) {
    return amount(all) + ", on " + amount(count) + " " + parts + " of " + amount(each);
  }

  private static String amount(double number) {
    return String.format(Locale.ROOT, "%,.0f", number);
  }
}
