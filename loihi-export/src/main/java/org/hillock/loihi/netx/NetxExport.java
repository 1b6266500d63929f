package org.hillock.loihi.netx;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hillock.format.FormatException;
import org.hillock.loihi.read.LearningTargets;
import org.hillock.loihi.read.MappedCore;
import org.hillock.loihi.read.MappedGroup;
import org.hillock.loihi.read.MappedGroups;
import org.hillock.loihi.read.MappedPort;
import org.hillock.loihi.read.MappedSynapses;
import org.hillock.loihi.read.MappingFile;
import org.hillock.loihi.read.OtherProgrammes;

/**
 * A mapping of a feed-forward network for netx: each population hears one other, or the ports of
 * one input, and is heard by one at most.
 *
 * <p>The loader knows no weight exponent, so a population whose weights have one is scaled as a
 * whole: weights, threshold and bias by the same power of 2.
 */
public final class NetxExport {

  /** The chip's units of v in one of a weight, a threshold or a bias, where nothing is scaled. */
  private static final int UNIT = 64;

  private static final int MOST_ELEMENTS = 1 << 27;

  private final MappingFile mapping;
  private final MappedGroups groups;
  private final MappedSynapses synapses;
  private final List<String> warnings = new ArrayList<>();

  /**
   * A network, and what comes out otherwise than on the chip.
   *
   * @param network its layers
   * @param warnings a sentence each
   */
  public record Exported(NetxNetwork network, List<String> warnings) {}

  private NetxExport(MappingFile mapping) {
    this.mapping = mapping;
    this.groups = new MappedGroups(mapping);
    this.synapses = new MappedSynapses(mapping, groups);
  }

  /**
   * Translates a mapping.
   *
   * @param steps how many steps a sample lasts, for people
   * @throws FormatException if it is no feed-forward network, or has what netx does not know
   */
  public static Exported of(MappingFile mapping, int steps) {
    return new NetxExport(mapping).translate(steps);
  }

  private Exported translate(int steps) {
    OtherProgrammes.refuse(mapping, "netx");
    for (MappedPort port : mapping.ports()) {
      if (port.kind().equals("relay")) {
        throw new FormatException(
            port.name(),
            "found an input that repeats what other inputs send",
            "synapses from the senders straight to their targets, without a relay");
      }
    }
    List<Integer> chain = chain();
    warnings.add(
        name(chain.get(0))
            + ": netx has no spikes of its own; what the input sends is to be fed to the first layer,"
            + " at most one spike a step for each of its neurons");
    for (int g = 0; g < groups.all().size(); g++) {
      if (!chain.contains(g)) {
        warnings.add(name(g) + ": left out, since nothing hears it");
      }
    }
    Set<String> learning = LearningTargets.of(mapping);
    if (!learning.isEmpty()) {
      warnings.add(
          String.join(", ", learning)
              + ": netx has no plasticity; synapses that learn have the weights of the start");
    }
    List<NetxLayer> layers = new ArrayList<>();
    for (int i = 1; i < chain.size(); i++) {
      layers.add(layer(chain.get(i - 1), chain.get(i)));
    }
    return new Exported(new NetxNetwork(layers, mapping.chipStep(), steps), List.copyOf(warnings));
  }

  /** The groups in the order in which spikes pass through them. */
  private List<Integer> chain() {
    Map<Integer, Integer> next = new HashMap<>();
    Map<Integer, Integer> heard = new HashMap<>();
    for (int g = 0; g < groups.all().size(); g++) {
      TreeSet<Integer> targets = new TreeSet<>();
      for (int i = 0; i < groups.get(g).size(); i++) {
        synapses.from(g, i, (group, neuron, weight, delay) -> targets.add(group));
      }
      if (targets.size() > 1) {
        throw new FormatException(
            name(g), "found synapses onto " + names(targets), "synapses onto one population");
      }
      for (int target : targets) {
        Integer other = heard.put(target, g);
        if (other != null || target == g) {
          throw new FormatException(
              name(target),
              "found "
                  + (target == g
                      ? "synapses within it"
                      : "input from " + name(other) + " and " + name(g)),
              "input from one other population or input");
        }
        next.put(g, target);
      }
    }
    List<Integer> chain = new ArrayList<>();
    for (int g = 0; g < groups.all().size(); g++) {
      if (groups.get(g).ports() && next.containsKey(g)) {
        if (!chain.isEmpty()) {
          throw new FormatException(name(g), "found a second input", "one, " + name(chain.get(0)));
        }
        for (Integer at = g; at != null; at = next.get(at)) {
          chain.add(at);
        }
      }
    }
    if (chain.isEmpty()) {
      throw new FormatException("inputs", "found no input that feeds neurons", "one input");
    }
    for (int g = 0; g < groups.all().size(); g++) {
      if (!groups.get(g).ports() && !chain.contains(g)) {
        throw new FormatException(
            name(g), "found no way from an input to it", "input, or input to what it hears");
      }
    }
    return chain;
  }

  private String name(int group) {
    return groups.get(group).name();
  }

  private String names(TreeSet<Integer> numbers) {
    return String.join(", ", numbers.stream().map(this::name).toList());
  }

  private NetxLayer layer(int from, int to) {
    MappedGroup population = groups.get(to);
    int rows = population.size();
    int columns = groups.get(from).size();
    if ((long) rows * columns > MOST_ELEMENTS) {
      throw new FormatException(
          name(to), "found " + rows + " × " + columns + " weights", "at most " + MOST_ELEMENTS);
    }
    int shift = shift(from);
    int[][] weight = new int[rows][columns];
    int[][] delay = new int[rows][columns];
    int[] longest = new int[1];
    for (int i = 0; i < columns; i++) {
      int source = i;
      synapses.from(
          from,
          i,
          (group, neuron, value, steps) -> {
            if (weight[neuron][source] != 0 && delay[neuron][source] != steps) {
              throw new FormatException(
                  name(to) + "[" + neuron + "]",
                  "found synapses with different delays from " + name(from) + "[" + source + "]",
                  "one synapse from a neuron to another");
            }
            double mantissa = Math.scalb(value, -shift);
            if (mantissa != Math.rint(mantissa)) {
              throw new FormatException(
                  name(to) + ", weights",
                  "found weights too different for one exponent",
                  "weights of a ratio of at most 255");
            }
            weight[neuron][source] += (int) mantissa;
            delay[neuron][source] = steps;
            longest[0] = Math.max(longest[0], steps);
          });
    }
    try {
      return new NetxLayer.Dense(
          neuron(to, shift), weight, biases(to, shift), longest[0] == 0 ? new int[0][0] : delay);
    } catch (FormatException e) {
      throw e.in(name(to));
    }
  }

  /**
   * The least s, not below 6 if that will do, for which all weights are whole multiples of 2^s
   * units of v and fit into a mantissa.
   */
  private int shift(int from) {
    double[] ends = new double[2];
    double[] lowest = {UNIT};
    for (int i = 0; i < groups.get(from).size(); i++) {
      synapses.from(
          from,
          i,
          (group, neuron, weight, delay) -> {
            ends[0] = Math.min(ends[0], weight);
            ends[1] = Math.max(ends[1], weight);
            while (Math.IEEEremainder(weight, lowest[0]) != 0) {
              lowest[0] /= 2;
            }
          });
    }
    int shift = Math.getExponent(lowest[0]);
    int most = ends[0] < 0 ? NetxLayer.Dense.MOST_MIXED : NetxLayer.Dense.MOST_EXCITATORY;
    while (Math.scalb(ends[0], -shift) < NetxLayer.Dense.LEAST
        || Math.scalb(ends[1], -shift) > most) {
      shift++;
    }
    return shift;
  }

  private NetxNeuron neuron(int group, int shift) {
    MappedCore.Profile profile = null;
    int threshold = 0;
    MappedGroup population = groups.get(group);
    boolean start = false;
    for (int i = 0; i < population.size(); i++) {
      MappedCore core = mapping.cores().get(population.cores()[i]);
      MappedCore.Compartment own = core.compartments().get(population.compartments()[i]);
      start |= own.u0() != 0 || own.v0() != 0;
      if (profile != null
          && (!profile.equals(core.profiles().get(own.profile()))
              || threshold != core.thresholds()[own.threshold()])) {
        throw new FormatException(
            "neurons", "found different kinds", "the same parameters for all neurons");
      }
      profile = core.profiles().get(own.profile());
      threshold = core.thresholds()[own.threshold()];
    }
    if (profile == null) {
      throw new FormatException("neurons", "found none", "at least one");
    }
    double exact =
        Math.scalb((double) threshold, mapping.chip().neuron().thresholdExponent() - shift);
    if (shift != 6) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%s: netx has no weight exponent; v counts in %s units of the chip, the threshold of"
                  + " %d becomes %.0f%s",
              name(group),
              power(shift - 6),
              threshold,
              Math.floor(exact),
              exact == Math.floor(exact) ? "" : ", rounded"));
    }
    if (profile.refractDelay() > 1) {
      warnings.add(name(group) + ": the loader of netx ignores the refractory time");
    }
    if (start) {
      warnings.add(name(group) + ": neurons begin at v = 0, for netx knows no other start");
    }
    return NetxNeuron.ofFields(
        profile.decayU(), profile.decayV(), (int) exact, profile.refractDelay());
  }

  private static String power(int exponent) {
    return exponent < 0 ? "1/" + (1 << -exponent) : Integer.toString(1 << exponent);
  }

  private int[] biases(int group, int shift) {
    MappedGroup population = groups.get(group);
    int[] biases = new int[population.size()];
    boolean any = false;
    boolean rounded = false;
    for (int i = 0; i < biases.length; i++) {
      MappedCore core = mapping.cores().get(population.cores()[i]);
      MappedCore.Compartment own = core.compartments().get(population.compartments()[i]);
      double exact = Math.scalb((double) own.bias(), own.biasExp() - shift);
      biases[i] = (int) Math.rint(exact);
      any |= own.bias() != 0;
      rounded |= biases[i] != exact;
    }
    if (rounded) {
      warnings.add(name(group) + ": biases are rounded, for the exponent of a bias is 6 in netx");
    }
    return any ? biases : new int[0];
  }
}
