package org.hillock.loihi.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.read.MappedCore;
import org.hillock.loihi.read.MappingFile;
import org.hillock.network.Network;
import org.jspecify.annotations.Nullable;

/**
 * Whether each synapse of the network is on the chip exactly once, with its weight to half a step
 * of its format, and to the noise of its device, and its delay to the step, and whether there is
 * nothing else. Those that are too weak for any weight but 0 may be missing, and are counted,
 * unless they learn.
 */
final class SynapseCheck {

  /** Relative differences of gains that come from the arithmetic of doubles. */
  private static final double DUST = 1e-6;

  /** Standard deviations of the noise of a device that are let pass. */
  private static final double DEVIATIONS = 5;

  /**
   * A synapse of the chip.
   *
   * @param weight on the chip
   * @param slack how far it may be from the weight of the network
   * @param delay from the spike of the neuron, through all relays
   * @param relayed whether it hangs on a relay
   * @param format how it is written
   */
  private record Found(
      double weight, double slack, long delay, boolean relayed, MappedCore.Format format) {

    boolean learns() {
      return format.stdpProfile() >= 0;
    }
  }

  private final MappingFile file;
  private final SourceNames names;
  private final Map<String, ExpectedPopulation> expected;
  private final Complaints complaints;
  private final NeuronCheck neurons;
  private final LearningCheck learning;
  private long matched;
  private long tooWeak;

  /**
   * @param expected populations of the chip by name; those that are not known are left out
   */
  SynapseCheck(
      MappingFile file,
      Network network,
      SourceNames names,
      Map<String, ExpectedPopulation> expected,
      Complaints complaints) {
    this.file = file;
    this.names = names;
    this.expected = expected;
    this.complaints = complaints;
    this.neurons = new NeuronCheck(file, complaints);
    this.learning = new LearningCheck(file, network, complaints);
  }

  /** Synapses that are on the chip as they should be. */
  long matched() {
    return matched;
  }

  /** Synapses that are left out because no weight of their format is near theirs but 0. */
  long tooWeak() {
    return tooWeak;
  }

  /** Checks the neurons of a core, and all synapses onto them. */
  void check(MappedCore core, CoreTables tables) {
    List<Map<Integer, List<Found>>> found = found(core, tables);
    int[] sources = names.ofCompartments(core);
    for (int i = 0; i < sources.length; i++) {
      if (sources[i] < 0) {
        continue;
      }
      String where = core.name() + ": compartment " + i + ", " + names.text(sources[i]);
      if (names.isRelay(sources[i])) {
        relay(where, core, i, sources[i], found.get(i));
        continue;
      }
      SourceNames.Place place = names.place(sources[i]);
      ExpectedPopulation population = place.input() < 0 ? expected.get(place.name()) : null;
      if (population != null) {
        ExpectedPopulation.Incoming incoming = population.onto(place.index());
        neurons.check(where, core, i, place.name(), place.index(), population, incoming);
        compare(core, sources[i], incoming.bySource(), population.lag(), found.get(i));
      }
    }
  }

  private List<Map<Integer, List<Found>>> found(MappedCore core, CoreTables tables) {
    ChipProfile.Synapse fields = file.chip().synapse();
    List<Map<Integer, List<Found>>> found = new ArrayList<>();
    for (int i = 0; i < core.compartments().size(); i++) {
      found.add(new HashMap<>());
    }
    for (MappedCore.Axon axon : core.axons()) {
      MappedCore.Block block = tables.block(axon);
      int source = names.ofAxon(axon);
      if (block == null || source < 0) {
        continue;
      }
      int origin = names.origin(source);
      boolean relayed = names.isRelay(source);
      for (MappedCore.Entry entry : block.entries()) {
        MappedCore.Format format = tables.format(entry);
        if (format == null) {
          continue;
        }
        double unit = format.weight(1, fields.weightShift());
        double slack = slack(fields, unit, format.fanoutType() == 1);
        for (int i = 0; i < entry.weights().length; i++) {
          int target = axon.target(entry, i);
          if (format.holds(entry.weights()[i]) && target >= 0 && target < found.size()) {
            long delay = names.laterBy(source) + 1L + entry.delay(i);
            found
                .get(target)
                .computeIfAbsent(origin, key -> new ArrayList<>())
                .add(new Found(entry.weights()[i] * unit, slack, delay, relayed, format));
          }
        }
      }
    }
    return found;
  }

  /** Half a step between weights; with noisy devices their noise, and what rounds it, besides. */
  private static double slack(ChipProfile.Synapse fields, double unit, boolean mixed) {
    // The chip zeroes the bits below 2^shift of every weight.
    double finest = Math.max(1 << fields.weightShift(), unit * (mixed ? 2 : 1));
    double slack = Math.max(finest, unit * (1 << fields.levelBits())) / 2;
    double noise = fields.weightNoise();
    return noise == 0
        ? slack
        : slack + finest / 2 + DEVIATIONS * noise * fields.mantissaMax() * unit;
  }

  /** A relay hears its origin once, as late as it says, and strongly enough. */
  private void relay(
      String where, MappedCore core, int compartment, int relay, Map<Integer, List<Found>> found) {
    List<Found> own = found.getOrDefault(names.origin(relay), List.of());
    boolean good =
        found.size() == 1
            && own.size() == 1
            && own.get(0).delay() == names.laterBy(relay)
            && !own.get(0).learns();
    if (good) {
      neurons.checkRelay(where, core, compartment, own.get(0).weight());
    } else {
      complaints.add(
          "%s should hear %s once, %d steps later",
          names.text(relay), names.text(names.origin(relay)), names.laterBy(relay));
    }
  }

  private void compare(
      MappedCore core,
      int neuron,
      Map<Integer, List<ExpectedPopulation.Synapse>> wanted,
      int lag,
      Map<Integer, List<Found>> found) {
    String target = names.text(neuron);
    for (Map.Entry<Integer, List<ExpectedPopulation.Synapse>> pair : wanted.entrySet()) {
      List<Found> rest = new ArrayList<>(found.getOrDefault(pair.getKey(), List.of()));
      List<ExpectedPopulation.Synapse> wishes = new ArrayList<>(pair.getValue());
      wishes.sort(Comparator.comparingDouble(wish -> -Math.abs(wish.weight())));
      for (ExpectedPopulation.Synapse wish : wishes) {
        Found best = nearest(wish, lag, rest);
        if (best != null) {
          rest.remove(best);
          matched++;
          learns(core, names.text(pair.getKey()) + " → " + target, wish, best);
        } else if (wish.learning() == null && Math.abs(wish.weight()) <= mostTooWeak(found)) {
          tooWeak++;
        } else {
          complaints.add(
              "%s → %s: no synapse of weight %.1f and delay %d",
              names.text(pair.getKey()), target, wish.weight(), wish.delay());
        }
      }
      for (Found left : rest) {
        complaints.add(
            "%s → %s: weight %.0f, delay %d is on the chip, but not in the network",
            names.text(pair.getKey()), target, left.weight(), left.delay() - lag);
      }
    }
    for (int source : found.keySet()) {
      if (!wanted.containsKey(source)) {
        complaints.add(
            "%s → %s is on the chip, but not in the network", names.text(source), target);
      }
    }
  }

  /** Whether a synapse learns if it should, and only then, and as it should. */
  private void learns(MappedCore core, String where, ExpectedPopulation.Synapse wish, Found found) {
    ExpectedPopulation.Learning wanted = wish.learning();
    if (wanted != null && found.learns()) {
      learning.check(core, found.format(), wanted);
      if (found.relayed()) {
        complaints.add(
            "%s: %s: its weight learns behind a relay, whose spikes are late for pairs",
            core.name(), where);
      }
    } else if (wanted != null) {
      complaints.add(
          "%s: %s: its weight should learn, but synapse format %d has no learning profile",
          core.name(), where, found.format().id());
    } else if (found.learns()) {
      complaints.add(
          "%s: %s: its weight should not learn, but synapse format %d has learning profile %d",
          core.name(), where, found.format().id(), found.format().stdpProfile());
    }
  }

  /** The synapse that is nearest in weight, preferably one that learns as it should. */
  private static @Nullable Found nearest(
      ExpectedPopulation.Synapse wish, int lag, List<Found> rest) {
    Found best = null;
    double least = Double.POSITIVE_INFINITY;
    for (Found one : rest) {
      double error = Math.abs(one.weight() - wish.weight());
      boolean fits = error <= one.slack() + DUST * Math.abs(wish.weight());
      double cost = error + (one.learns() == (wish.learning() != null) ? 0 : 2 * one.slack() + 1);
      if (fits && one.delay() == (long) wish.delay() + lag && cost < least) {
        best = one;
        least = cost;
      }
    }
    return best;
  }

  /** The most that a synapse of a neuron may be off: what is below may have become 0. */
  private double mostTooWeak(Map<Integer, List<Found>> found) {
    double slack = (1 << file.chip().synapse().weightShift()) / 2.0;
    for (List<Found> all : found.values()) {
      for (Found one : all) {
        slack = Math.max(slack, one.slack());
      }
    }
    return slack * (1 + DUST);
  }
}
