package org.hillock.stdp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Plasticity;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.SpikeTrains;
import org.hillock.record.Recording;
import org.hillock.record.WeightTable;

/**
 * A network of two populations, "pre" and "post", joined by plastic synapses, and what to run it
 * with.
 *
 * @param pre the sources
 * @param post the targets
 * @param rule how they are joined
 * @param weight at first
 * @param delay of all synapses [ms]
 * @param plasticity of the synapses
 * @param step [ms]; 0 for continuous time
 * @param duration [ms]
 */
record PlasticRun(
    Population pre,
    Population post,
    ConnectionRule rule,
    Distribution weight,
    double delay,
    Plasticity plasticity,
    double step,
    double duration) {

  /** Generators of given trains [ms]. */
  static Population trains(String name, List<double[]> trains) {
    return new Population(name, trains.size(), "spike_generator", Map.of(), SpikeTrains.of(trains));
  }

  /**
   * A train of a rate [Hz] that differs from one stretch of time to the next, on a grid of 1 ms.
   */
  static double[] poisson(Random random, double[] rates, double stretch) {
    List<Double> times = new ArrayList<>();
    for (int i = 0; i < rates.length; i++) {
      double time = i * stretch;
      while (true) {
        time -= Math.log(1 - random.nextDouble()) / rates[i] * 1000;
        if (time >= (i + 1) * stretch) {
          break;
        }
        times.add(Math.ceil(Math.max(1e-9, time)));
      }
    }
    return times.stream().mapToDouble(t -> t).toArray();
  }

  PlasticRun inContinuousTime() {
    return new PlasticRun(pre, post, rule, weight, delay, plasticity, 0, duration);
  }

  RunResult run(int threads, long seed, Recording recording) {
    Network network =
        new Network(
            List.of(pre, post),
            List.of(),
            List.of(
                new Projection(
                    "synapses",
                    new NeuronRange("pre", 0, pre.size()),
                    new NeuronRange("post", 0, post.size()),
                    rule,
                    weight,
                    Distribution.of(delay),
                    true,
                    true,
                    plasticity)));
    RunSettings settings =
        step == 0
            ? RunSettings.continuous(0, duration, seed, threads)
            : new RunSettings(step, 0, duration, seed, threads);
    return Engines.build(network, settings, recording, RunListener.NONE).run(RunListener.NONE);
  }

  /** The weights at some times, and at the end. */
  WeightTable weights(double... times) {
    return run(1, 1, recording(times)).weights().get(0);
  }

  /** Takes the weights at some times, and the spikes of the targets. */
  Recording recording(double... times) {
    return new Recording(
        List.of(new NeuronRange("post", 0, post.size())),
        List.of(),
        List.of(new Recording.Weights("synapses", Arrays.stream(times).boxed().toList())),
        List.of());
  }
}
