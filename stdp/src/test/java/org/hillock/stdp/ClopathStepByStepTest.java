package org.hillock.stdp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The engine takes signals in late, row by row, and where they are not 0; here every synapse is
 * worked through on its own, step by step, with the signals that were recorded, and must end with
 * the same weight. Sources that are silent for long make histories run full.
 */
class ClopathStepByStepTest {

  private static final double STEP = 0.1;
  private static final int SOURCES = 10;
  private static final int TARGETS = 7;
  private static final int STEPS = 12_000;
  private static final double TAU_X = 15;
  private static final double MIN_WEIGHT = 2.5;
  private static final double MAX_WEIGHT = 9;

  /** The part of the delay that lies in the dendrite (0: all of it), and the rate of sources. */
  @ParameterizedTest
  @CsvSource({"1, 0, 30", "2, 0.1, 30", "3, 0.7, 2", "4, 2.6, 0.7"})
  void equalsAWalkThroughAllSteps(long seed, double dendritic, double rate) {
    Random random = new Random(seed);
    List<int[]> pre = new ArrayList<>();
    for (int source = 0; source < SOURCES; source++) {
      pre.add(
          IntStream.rangeClosed(1, STEPS)
              .filter(step -> random.nextDouble() < rate * STEP / 1000)
              .toArray());
    }
    int count = SOURCES * TARGETS;
    int[] delays = random.ints(count, 1, 40).toArray();
    double[] weights = random.doubles(count, 3, 8).toArray();
    RunResult result = run(pre, delays, weights, dendritic);

    double[][] ltp = result.traces().get(0).values()[0];
    double[][] ltd = result.traces().get(0).values()[1];
    int changed = 0;
    for (int half = 0; half < 2; half++) {
      double[][] table = result.weights().get(half).weights();
      double[] last = table[table.length - 1];
      for (int i = 0; i < last.length; i++) {
        int synapse = half * count / 2 + i;
        int target = synapse % TARGETS;
        int delay = delays[synapse];
        int given = (int) Math.round(dendritic / STEP);
        int dendrite = given == 0 ? delay : Math.min(given, delay);
        double expected =
            walk(
                weights[synapse],
                pre.get(synapse / TARGETS),
                delay - dendrite,
                dendrite,
                ltp[target],
                ltd[target]);
        assertEquals(expected, last[i], 1e-11, "synapse " + synapse);
        changed += expected == weights[synapse] ? 0 : 1;
      }
    }
    assertTrue(changed > count / 4, changed + " weights have changed");
  }

  private static double walk(
      double initial, int[] pre, int axonal, int dendritic, double[] ltp, double[] ltd) {
    double decay = Math.exp(-STEP / TAU_X);
    double weight = initial;
    double trace = 0;
    int next = 0;
    for (int moment = 1; moment <= STEPS; moment++) {
      trace *= decay;
      // The first sample is that of step 1.
      int then = moment - dendritic - 1;
      if (then >= 0) {
        weight = Math.min(MAX_WEIGHT, weight + ltp[then] * trace * STEP);
      }
      if (next < pre.length && pre[next] + axonal == moment) {
        weight = Math.max(MIN_WEIGHT, weight - (then >= 0 ? ltd[then] : 0));
        trace += 1 / TAU_X;
        next++;
      }
    }
    return weight;
  }

  /** Half of the sources in each of two projections, which share the history of the targets. */
  private static RunResult run(List<int[]> pre, int[] delays, double[] weights, double dendritic) {
    Population source =
        new Population(
            "pre",
            SOURCES,
            "spike_generator",
            Map.of(),
            SpikeTrains.of(
                pre.stream()
                    .map(
                        train ->
                            Arrays.stream(train).mapToDouble(k -> GridTime.time(k, STEP)).toArray())
                    .toList()));
    Population target =
        new Population(
            "post",
            TARGETS,
            "aeif_psc_delta_clopath",
            Map.of(
                "A_LTP",
                Distribution.of(4e-4),
                "A_LTD",
                Distribution.of(4e-3),
                "I_e",
                new Distribution.Uniform(300, 1200),
                "delay_u_bars",
                new Distribution.Listed(new double[] {0, 1, 2, 3, 4, 5, 6})));
    Map<String, Double> parameters =
        Map.of(
            "tau_x", TAU_X,
            "W_min", MIN_WEIGHT,
            "W_max", MAX_WEIGHT,
            "dendritic_delay", dendritic == 0 ? Double.MAX_VALUE : dendritic);
    List<Projection> projections = new ArrayList<>();
    int half = weights.length / 2;
    for (int from = 0; from < weights.length; from += half) {
      int first = from;
      projections.add(
          new Projection(
              "synapses" + from,
              NeuronRange.all(source),
              NeuronRange.all(target),
              new ConnectionRule.Explicit(
                  IntStream.range(first, first + half).map(i -> i / TARGETS).toArray(),
                  IntStream.range(first, first + half).map(i -> i % TARGETS).toArray(),
                  Arrays.copyOfRange(weights, first, first + half),
                  IntStream.range(first, first + half)
                      .mapToDouble(i -> GridTime.time(delays[i], STEP))
                      .toArray()),
              Distribution.of(0),
              Distribution.of(1),
              true,
              true,
              new Plasticity("clopath", parameters)));
    }
    Recording recording =
        new Recording(
            List.of(),
            List.of(new Recording.Trace(NeuronRange.all(target), List.of("LTP", "LTD"), STEP)),
            projections.stream()
                .map(each -> new Recording.Weights(each.name(), List.of()))
                .toList(),
            List.of());
    return Engines.build(
            new Network(List.of(source, target), List.of(), projections),
            new RunSettings(STEP, 0, GridTime.time(STEPS, STEP), 1, 2),
            recording,
            RunListener.NONE)
        .run(RunListener.NONE);
  }
}
