package org.hillock.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hillock.model.Models;
import org.hillock.model.form.GivenSpikes;
import org.hillock.model.form.IntegrateAndFire;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.SpikeTrains;

/**
 * Networks by which compilers for chips are compared: how many cores they take. Neurons leak, and
 * spikes are jumps of V; weights are random, delays one step, unless said otherwise, so that no
 * compiler can store equal ones once.
 */
public final class ChipNetworks {

  /** The step of all of them [ms]. */
  public static final double STEP = 1;

  private static final Distribution RANDOM = new Distribution.Normal(0.4, 0.1);

  private ChipNetworks() {}

  /** A ring of populations, each all to all onto the next. */
  public static Network ring(int populations, int size) {
    List<Population> all = populations("ring", populations, size);
    List<Projection> projections = new ArrayList<>();
    for (int i = 0; i < populations; i++) {
      Population next = all.get((i + 1) % populations);
      projections.add(projection(all.get(i), next, new ConnectionRule.AllToAll(), RANDOM));
    }
    return new Network(all, List.of(), projections);
  }

  /** Layers, each neuron of which hears so many of the layer before. */
  public static Network layers(int layers, int size, int indegree) {
    List<Population> all = populations("layer", layers, size);
    List<Projection> projections = new ArrayList<>();
    for (int i = 1; i < layers; i++) {
      projections.add(
          projection(
              all.get(i - 1), all.get(i), new ConnectionRule.FixedIndegree(indegree), RANDOM));
    }
    return new Network(all, List.of(), projections);
  }

  /** One population, all to all. */
  public static Network dense(int size) {
    Population all = populations("all", 1, size).get(0);
    return new Network(
        List.of(all),
        List.of(),
        List.of(projection(all, all, new ConnectionRule.AllToAll(), RANDOM)));
  }

  /**
   * One population, each neuron of which hears so many others, with one weight for all synapses.
   */
  public static Network sparse(int size, int indegree) {
    Population all = populations("all", 1, size).get(0);
    return new Network(
        List.of(all),
        List.of(),
        List.of(
            projection(
                all, all, new ConnectionRule.FixedIndegree(indegree), Distribution.of(0.4))));
  }

  /** Dense layers of these sizes; the first is input from outside the chip. */
  public static Network perceptron(int... sizes) {
    List<Population> all = new ArrayList<>();
    List<Projection> projections = new ArrayList<>();
    all.add(input("input", sizes[0]));
    for (int i = 1; i < sizes.length; i++) {
      all.add(neurons("layer" + i, sizes[i]));
      projections.add(
          projection(
              all.get(i - 1),
              all.get(i),
              new ConnectionRule.AllToAll(),
              new Distribution.Normal(0, 0.1)));
    }
    return new Network(all, List.of(), projections);
  }

  /**
   * 32 × 32 × 2 pixels from outside, 3 × 3 kernels with stride 2 onto 8, then 16 channels, 11
   * outputs.
   */
  public static Network convolution() {
    Population input = input("input", 32 * 32 * 2);
    Population first = neurons("conv1", 15 * 15 * 8);
    Population second = neurons("conv2", 7 * 7 * 16);
    Population output = neurons("output", 11);
    return new Network(
        List.of(input, first, second, output),
        List.of(),
        List.of(
            projection(input, first, convolution(32, 2, 8, 1), Distribution.of(0)),
            projection(first, second, convolution(15, 8, 16, 2), Distribution.of(0)),
            projection(second, output, new ConnectionRule.AllToAll(), RANDOM)));
  }

  /** Kernels of 3 × 3 pixels with stride 2 over a square image, channels first. */
  private static ConnectionRule convolution(int side, int in, int out, long seed) {
    int outSide = (side - 3) / 2 + 1;
    Random random = new Random(seed);
    double[] kernel = random.doubles(9L * in * out, -0.5, 0.5).toArray();
    int synapses = outSide * outSide * 9 * in * out;
    int[] sources = new int[synapses];
    int[] targets = new int[synapses];
    double[] weights = new double[synapses];
    int size = 0;
    for (int o = 0; o < out; o++) {
      for (int y = 0; y < outSide; y++) {
        for (int x = 0; x < outSide; x++) {
          for (int k = 0; k < 9 * in; k++) {
            int channel = k / 9;
            int row = 2 * y + k % 9 / 3;
            int column = 2 * x + k % 3;
            sources[size] = (channel * side + row) * side + column;
            targets[size] = (o * outSide + y) * outSide + x;
            weights[size++] = kernel[o * 9 * in + k];
          }
        }
      }
    }
    return new ConnectionRule.Explicit(sources, targets, weights, null);
  }

  /** Brunel 2000, figure 8C, of 5 × order neurons. */
  public static Network brunel(int order) {
    Population exc = neurons("exc", 4 * order, 10);
    Population inh = neurons("inh", order, 10);
    double weight = 0.1 * 2500 / order;
    var fromExc = new ConnectionRule.FixedIndegree(4 * order / 10);
    var fromInh = new ConnectionRule.FixedIndegree(order / 10);
    Input.Poisson drive =
        new Input.Poisson(
            "drive",
            List.of(NeuronRange.all(exc), NeuronRange.all(inh)),
            2 * 20 / (weight * 20) * 1000,
            Distribution.of(weight),
            1.5,
            0,
            Double.POSITIVE_INFINITY);
    List<Projection> projections = new ArrayList<>();
    for (Population to : List.of(exc, inh)) {
      projections.add(projection(exc, to, fromExc, Distribution.of(weight), 1.5));
      projections.add(projection(inh, to, fromInh, Distribution.of(-5 * weight), 1.5));
    }
    return new Network(List.of(exc, inh), List.of(drive), projections);
  }

  private static Population neurons(String name, int size) {
    return neurons(name, size, 0);
  }

  /** Neurons of whatever model leaks and jumps: tau_m = 20 ms, threshold 20 mV above E_L = 0. */
  private static Population neurons(String name, int size, double reset) {
    Models.Taken taken =
        Models.taking(
                new IntegrateAndFire(
                    20,
                    250,
                    0,
                    20,
                    reset,
                    2,
                    0,
                    Double.NEGATIVE_INFINITY,
                    new IntegrateAndFire.Jump()))
            .orElseThrow();
    Map<String, Distribution> parameters = new HashMap<>();
    taken.parameters().forEach((key, value) -> parameters.put(key, Distribution.of(value)));
    return new Population(name, size, taken.model().name(), parameters);
  }

  private static List<Population> populations(String name, int count, int size) {
    List<Population> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(neurons(name + i, size));
    }
    return all;
  }

  private static Population input(String name, int size) {
    List<double[]> silent = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      silent.add(new double[0]);
    }
    Models.Taken player = Models.taking(new GivenSpikes()).orElseThrow();
    return new Population(name, size, player.model().name(), Map.of(), SpikeTrains.of(silent));
  }

  private static Projection projection(
      Population from, Population to, ConnectionRule rule, Distribution weight) {
    return projection(from, to, rule, weight, STEP);
  }

  private static Projection projection(
      Population from, Population to, ConnectionRule rule, Distribution weight, double delay) {
    return new Projection(
        from.name() + "→" + to.name(),
        NeuronRange.all(from),
        NeuronRange.all(to),
        rule,
        weight,
        Distribution.of(delay),
        true,
        true,
        null);
  }
}
