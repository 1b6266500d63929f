package org.hillock.stdp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.model.GridTime;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A recorded weight contains the spikes that have reached the synapse by then and no others: at
 * every sample it equals the synapse worked through on its own, spike by spike in order of arrival,
 * on the grid and in continuous time. All times lie on a raster of 0.1 ms, whose sums are rounded.
 */
class RecordedWeightsTest {

  private static final double STEP = 0.1;
  private static final int SIDE = 7;
  private static final int STEPS = 2000;

  /**
   * Dendritic delay in steps (0: all of the delay), rates of both sides [spikes per 1000 steps].
   */
  @ParameterizedTest
  @CsvSource({
    "1, 0, 10, 10, 0, 0, 1",
    "2, 0, 3, 200, 0.4, 0.4, 2",
    "3, 1, 20, 20, 1, 1, 3",
    "4, 5, 100, 300, 0, 1, 1",
    "5, 13, 300, 5, 0.4, 0.2, 2",
    "6, 0, 1, 500, 1, 0, 1",
    "7, 2, 500, 500, 0, 0, 3"
  })
  void shouldContainWhatHasReachedTheSynapse(
      long seed,
      int dendritic,
      double preRate,
      double postRate,
      double muPlus,
      double muMinus,
      int threads) {
    Random random = new Random(seed);
    List<int[]> pre = trains(random, preRate);
    List<int[]> post = trains(random, postRate);
    int[] delays = random.ints(SIDE * SIDE, 1, 30).toArray();
    delays[3] = 40;
    double[] weights = random.doubles(SIDE * SIDE, 20, 80).toArray();
    Map<String, Double> parameters =
        new HashMap<>(
            Map.of(
                "lambda", 0.01,
                "alpha", 1.1,
                "tau_plus", 12.0,
                "tau_minus", 25.0,
                "W_max", 100.0,
                "mu_plus", muPlus,
                "mu_minus", muMinus));
    if (dendritic > 0) {
      parameters.put("dendritic_delay", dendritic * STEP);
    }
    int[] samples = random.ints(60, 1, STEPS).sorted().distinct().toArray();
    for (double step : new double[] {STEP, 0}) {
      WeightTable found = run(pre, post, delays, weights, parameters, samples, step, threads);
      for (int sample = 0; sample <= samples.length; sample++) {
        int moment = sample < samples.length ? samples[sample] : STEPS;
        assertEquals(GridTime.time(moment, STEP), found.times()[sample], 1e-9);
        double[] expected = new double[weights.length];
        for (int i = 0; i < expected.length; i++) {
          int source = i / SIDE;
          int target = i % SIDE;
          int dendrite = dendritic == 0 ? delays[i] : Math.min(delays[i], dendritic);
          expected[i] =
              EventByEvent.weight(
                  weights[i],
                  reached(pre.get(source), delays[i] - dendrite, moment),
                  reached(post.get(target), dendrite, moment),
                  STEP,
                  parameters);
        }
        assertArrayEquals(
            expected, found.weights()[sample], 1e-9, "step " + step + ", sample at " + moment);
      }
    }
  }

  private static TreeSet<Double> reached(int[] spikes, int after, int moment) {
    TreeSet<Double> times = new TreeSet<>();
    for (int spike : spikes) {
      if (spike + after <= moment) {
        times.add((double) (spike + after));
      }
    }
    return times;
  }

  /** 50 + 0.1 · 100 · e^(-(17 - 10)/20), as soon as the postsynaptic spike is back: at 17 ms. */
  @Test
  void shouldKnowAPostsynapticSpikeAsSoonAsItHasReachedTheSynapse() {
    int[] samples = {100, 120, 169, 170, 180, 210};
    Map<String, Double> parameters =
        Map.of("lambda", 0.1, "W_max", 100.0, "mu_plus", 0.0, "mu_minus", 0.0);
    for (double step : new double[] {STEP, 0}) {
      WeightTable found =
          run(
              List.of(new int[] {100}),
              List.of(new int[] {120}),
              new int[] {50},
              new double[] {50},
              parameters,
              samples,
              step,
              1);
      double after = 50 + 10 * Math.exp(-7 / 20.0);
      assertEquals(57.0469, after, 1e-4);
      double[] expected = {50, 50, 50, after, after, after, after};
      for (int sample = 0; sample < expected.length; sample++) {
        assertEquals(expected[sample], found.weights()[sample][0], 1e-12, "sample " + sample);
      }
    }
  }

  /** 0.3 ms and 0.2 ms + 0.1 ms are one moment, although their doubles differ. */
  @Test
  void shouldNotPairSpikesThatMeetButForRounding() {
    Map<String, Double> parameters =
        Map.of("lambda", 0.1, "W_max", 100.0, "mu_plus", 0.0, "mu_minus", 0.0);
    for (double step : new double[] {STEP, 0}) {
      WeightTable found =
          run(
              List.of(new int[] {3}),
              List.of(new int[] {2}),
              new int[] {1},
              new double[] {50},
              parameters,
              new int[0],
              step,
              1);
      assertEquals(50, found.weights()[0][0]);
    }
  }

  private static WeightTable run(
      List<int[]> pre,
      List<int[]> post,
      int[] delays,
      double[] weights,
      Map<String, Double> parameters,
      int[] samples,
      double step,
      int threads) {
    int side = pre.size();
    int[] sources = new int[weights.length];
    int[] targets = new int[weights.length];
    for (int i = 0; i < weights.length; i++) {
      sources[i] = i / side;
      targets[i] = i % side;
    }
    Network network =
        new Network(
            List.of(population("pre", pre), population("post", post)),
            List.of(),
            List.of(
                new Projection(
                    "synapses",
                    new NeuronRange("pre", 0, side),
                    new NeuronRange("post", 0, side),
                    new ConnectionRule.Explicit(
                        sources,
                        targets,
                        weights,
                        Arrays.stream(delays).mapToDouble(RecordedWeightsTest::ms).toArray()),
                    Distribution.of(0),
                    Distribution.of(1),
                    true,
                    true,
                    new Plasticity("stdp", parameters))));
    Recording recording =
        new Recording(
            List.of(),
            List.of(),
            List.of(
                new Recording.Weights(
                    "synapses", Arrays.stream(samples).mapToObj(RecordedWeightsTest::ms).toList())),
            List.of());
    RunSettings settings =
        step == 0
            ? RunSettings.continuous(0, ms(STEPS), 1, threads)
            : new RunSettings(step, 0, ms(STEPS), 1, threads);
    RunResult result =
        Engines.build(network, settings, recording, RunListener.NONE).run(RunListener.NONE);
    return result.weights().get(0);
  }

  private static double ms(int steps) {
    return GridTime.time(steps, STEP);
  }

  private static Population population(String name, List<int[]> trains) {
    List<double[]> times = new ArrayList<>();
    for (int[] train : trains) {
      times.add(Arrays.stream(train).mapToDouble(RecordedWeightsTest::ms).toArray());
    }
    return new Population(name, trains.size(), "spike_generator", Map.of(), SpikeTrains.of(times));
  }

  private static List<int[]> trains(Random random, double per1000) {
    List<int[]> trains = new ArrayList<>();
    for (int neuron = 0; neuron < SIDE; neuron++) {
      TreeSet<Integer> steps = new TreeSet<>();
      steps.add(1 + random.nextInt(50));
      for (int step = 1; step <= STEPS; step++) {
        if (random.nextDouble() < per1000 / 1000) {
          steps.add(step);
        }
      }
      trains.add(steps.stream().mapToInt(Integer::intValue).toArray());
    }
    return trains;
  }
}
