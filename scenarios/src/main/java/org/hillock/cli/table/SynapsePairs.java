package org.hillock.cli.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.loihi.read.MappedPopulation;
import org.hillock.loihi.read.MappingFile;
import org.hillock.loihi.read.NeuronOnChip;
import org.hillock.loihi.validate.AskedSynapses.Asked;
import org.hillock.model.Models;
import org.jspecify.annotations.Nullable;

/**
 * Synapses of a mapping beside those that its scenario asks for. A synapse on a chain of relays
 * counts as one of the neuron that they repeat, with the delay of the whole way.
 */
final class SynapsePairs {

  /**
   * A synapse of the chip.
   *
   * @param source where it comes from, the neuron and not its relay
   * @param steps its delay as scenarios count it, in steps of the chip
   * @param chip how it is encoded
   * @param asked what the scenario asks for; null if that is not known
   */
  record Pair(String source, long steps, NeuronOnChip.Synapse chip, @Nullable Asked asked) {}

  private SynapsePairs() {}

  /** All synapses of a neuron of a population, in the order of the mapping. */
  static List<Pair> of(
      NeuronOnChip neuron, String population, MappingFile file, List<Asked> asked) {
    // A current acts on v a step after it has come, which the mapping's delays allow for.
    int lag = Models.form(file.population(population).model()).hasCurrents() ? 1 : 0;
    Map<String, MappedPopulation> relays = new HashMap<>();
    file.populations().stream()
        .filter(MappedPopulation::isRelay)
        .forEach(relay -> relays.put(relay.name(), relay));
    Map<String, List<Asked>> rest = new HashMap<>();
    asked.stream()
        .sorted(Comparator.comparingDouble(Asked::weight))
        .forEach(one -> rest.computeIfAbsent(one.source(), key -> new ArrayList<>()).add(one));
    List<Pair> pairs = new ArrayList<>();
    for (NeuronOnChip.Synapse chip : neuron.synapses()) {
      pairs.add(plain(chip, relays, lag));
    }
    // By weight, since rounding keeps the order of weights.
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingLong(i -> pairs.get(i).chip().weight()));
    for (int i : order) {
      Pair pair = pairs.get(i);
      List<Asked> own = rest.getOrDefault(pair.source(), List.of());
      for (int k = 0; k < own.size(); k++) {
        if (own.get(k).steps() == pair.steps()) {
          pairs.set(i, new Pair(pair.source(), pair.steps(), pair.chip(), own.remove(k)));
          break;
        }
      }
    }
    return pairs;
  }

  private static Pair plain(
      NeuronOnChip.Synapse chip, Map<String, MappedPopulation> relays, int lag) {
    int bracket = chip.source().lastIndexOf('[');
    String name = bracket < 0 ? chip.source() : chip.source().substring(0, bracket);
    MappedPopulation relay = relays.get(name);
    if (relay == null) {
      return new Pair(chip.source(), chip.delay() + 1L - lag, chip, null);
    }
    String number = chip.source().substring(bracket + 1, chip.source().length() - 1);
    int own = relay.neurons()[Integer.parseInt(number)];
    return new Pair(
        relay.relays() + "[" + own + "]", relay.laterBy() + chip.delay() + 1L - lag, chip, null);
  }
}
