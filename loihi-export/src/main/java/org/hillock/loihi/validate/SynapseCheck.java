package org.hillock.loihi.validate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hillock.loihi.chip.ChipProfile;
import org.hillock.loihi.read.MappedCore;
import org.hillock.loihi.read.MappedPopulation;
import org.hillock.loihi.read.MappingFile;
import org.hillock.network.Network;
import org.jspecify.annotations.Nullable;

/**
 * Whether each synapse of the network is on the chip exactly once, with its weight to half a step
 * of its format, and to the noise of its device, and its delay to the step, and whether there is
 * nothing else. Those that are too weak for any weight but 0 may be missing, and are counted.
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
   */
  private record Found(double weight, double slack, int delay) {}

  private final MappingFile file;
  private final Network network;
  private final SourceNames names;
  private final Complaints complaints;
  private final Map<String, Expected> expected = new HashMap<>();
  private long matched;
  private long tooWeak;

  SynapseCheck(MappingFile file, Network network, SourceNames names, Complaints complaints) {
    this.file = file;
    this.network = network;
    this.names = names;
    this.complaints = complaints;
  }

  /** Synapses that are on the chip as they should be. */
  long matched() {
    return matched;
  }

  /** Synapses that are left out because no weight of their format is near theirs but 0. */
  long tooWeak() {
    return tooWeak;
  }

  /** Checks all synapses onto the neurons of a core. */
  void check(MappedCore core, CoreCheck limits) {
    List<Map<Integer, List<Found>>> found = found(core, limits);
    int compartment = 0;
    for (MappedCore.Slice slice : core.slices()) {
      MappedPopulation population = file.population(slice.population());
      for (int i = 0; i < slice.count() && compartment < found.size(); i++, compartment++) {
        int neuron = slice.firstNeuron() + i;
        if (population.isRelay()) {
          relay(names.of(population.name(), neuron), found.get(compartment));
        } else {
          Expected wanted =
              expected.computeIfAbsent(
                  population.name(), name -> new Expected(network, file, names, name));
          String target = population.name() + "[" + neuron + "]";
          compare(target, wanted.onto(neuron), wanted.lag(), found.get(compartment));
        }
      }
    }
  }

  private List<Map<Integer, List<Found>>> found(MappedCore core, CoreCheck limits) {
    ChipProfile.Synapse fields = file.chip().synapse();
    List<Map<Integer, List<Found>>> found = new ArrayList<>();
    for (int i = 0; i < core.compartments().size(); i++) {
      found.add(new HashMap<>());
    }
    for (MappedCore.Axon axon : core.axons()) {
      MappedCore.Block block = limits.block(axon);
      int source = RouteCheck.source(axon, names);
      if (block == null || source < 0) {
        continue;
      }
      int origin = names.origin(source);
      for (MappedCore.Entry entry : block.entries()) {
        MappedCore.Format format = limits.format(entry);
        if (format == null) {
          continue;
        }
        double unit = format.weight(1, fields.weightShift());
        double slack = slack(fields, unit, format.fanoutType() == 1);
        for (int i = 0; i < entry.weights().length; i++) {
          int target = axon.target(entry, i);
          if (format.holds(entry.weights()[i]) && target >= 0 && target < found.size()) {
            int delay = names.laterBy(source) + 1 + entry.delay(i);
            found
                .get(target)
                .computeIfAbsent(origin, key -> new ArrayList<>())
                .add(new Found(entry.weights()[i] * unit, slack, delay));
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
  private void relay(int relay, Map<Integer, List<Found>> found) {
    List<Found> own = found.getOrDefault(names.origin(relay), List.of());
    boolean good =
        found.size() == 1 && own.size() == 1 && own.get(0).delay() == names.laterBy(relay);
    if (!good) {
      complaints.add(
          "%s should hear %s once, %d steps later",
          names.text(relay), names.text(names.origin(relay)), names.laterBy(relay));
    }
  }

  private void compare(
      String target,
      Map<Integer, List<Expected.Synapse>> wanted,
      int lag,
      Map<Integer, List<Found>> found) {
    for (Map.Entry<Integer, List<Expected.Synapse>> pair : wanted.entrySet()) {
      List<Found> rest = new ArrayList<>(found.getOrDefault(pair.getKey(), List.of()));
      List<Expected.Synapse> wishes = new ArrayList<>(pair.getValue());
      wishes.sort(Comparator.comparingDouble(wish -> -Math.abs(wish.weight())));
      for (Expected.Synapse wish : wishes) {
        Found best = nearest(wish, lag, rest);
        if (best != null) {
          rest.remove(best);
          matched++;
        } else if (Math.abs(wish.weight()) <= mostTooWeak(found)) {
          tooWeak += wish.weight() == 0 ? 0 : 1;
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

  private static @Nullable Found nearest(Expected.Synapse wish, int lag, List<Found> rest) {
    Found best = null;
    for (Found one : rest) {
      double error = Math.abs(one.weight() - wish.weight());
      boolean fits = error <= one.slack() + DUST * Math.abs(wish.weight());
      if (fits
          && one.delay() == wish.delay() + lag
          && (best == null || error < Math.abs(best.weight() - wish.weight()))) {
        best = one;
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
