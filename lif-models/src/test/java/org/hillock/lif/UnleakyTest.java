package org.hillock.lif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.model.GridTime;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.SpikeTrains;
import org.hillock.record.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models whose answer is plain arithmetic. */
class UnleakyTest {

  private static final double STEP = 0.1;
  private static final int NEURONS = 37; // not a multiple of any vector's length

  private static Map<String, Distribution> values(Map<String, Double> given) {
    Map<String, Distribution> values = new HashMap<>();
    given.forEach((name, value) -> values.put(name, Distribution.of(value)));
    return values;
  }

  /** Spikes of each neuron, in steps. */
  private static List<List<Long>> run(
      Population cells, List<double[]> trains, double[] weights, double duration, boolean events) {
    Population source =
        new Population(
            "source", trains.size(), "spike_generator", Map.of(), SpikeTrains.of(trains));
    int[] sources = new int[weights.length * cells.size()];
    int[] targets = new int[sources.length];
    double[] each = new double[sources.length];
    for (int i = 0; i < sources.length; i++) {
      sources[i] = i % weights.length;
      targets[i] = i / weights.length;
      each[i] = weights[sources[i]];
    }
    Projection projection =
        new Projection(
            "p",
            NeuronRange.all(source),
            NeuronRange.all(cells),
            new ConnectionRule.Explicit(sources, targets, each, null),
            Distribution.of(0),
            Distribution.of(STEP),
            true,
            true,
            null);
    RunResult result =
        Engines.build(
                new Network(List.of(source, cells), List.of(), List.of(projection)),
                events
                    ? RunSettings.continuous(0, duration, 1, 1)
                    : new RunSettings(STEP, 0, duration, 1, 1),
                Recording.spikesOf(List.of(NeuronRange.all(cells))),
                RunListener.NONE)
            .run(RunListener.NONE);
    List<List<Long>> spikes = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      spikes.add(new ArrayList<>());
    }
    result
        .spikes()
        .forEach(
            list -> {
              for (int i = 0; i < list.size(); i++) {
                spikes.get(list.neurons()[i]).add(GridTime.index(list.times()[i], STEP));
              }
            });
    return spikes;
  }

  /** T = C_m (V_th - V_reset) / I, and t_ref on top. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1.5})
  void shouldFireAtTheIntervalsOfAConstantCurrent(double refractory) {
    Map<String, Double> parameters =
        Map.of("C_m", 100.0, "V_th", 10.0, "V_reset", 2.0, "t_ref", refractory, "I_e", 195.0);
    Population cells = new Population("cells", NEURONS, "if_psc_delta", values(parameters));
    List<List<Long>> spikes = run(cells, List.of(new double[0]), new double[] {0}, 60, false);
    // 0.195 mV a step: 10 mV takes 52 steps from 0, 8 mV takes 42 from V_reset.
    long pause = Math.round(refractory / STEP);
    List<Long> expected = new ArrayList<>();
    for (long k = 52; k <= 600; k += 42 + pause) {
      expected.add(k);
    }
    for (List<Long> train : spikes) {
      assertEquals(expected, train);
    }
  }

  /** Jumps that doubles hold exactly: V after n spikes is their sum, however long ago they were. */
  @Test
  void shouldForgetNothing() {
    Random random = new Random(5);
    double[] weights = {1, -0.5, 2.25};
    List<double[]> trains = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      trains.add(random.ints(200, 1, 10_000).mapToDouble(k -> GridTime.time(k, STEP)).toArray());
    }
    Population cells =
        new Population(
            "cells", NEURONS, "if_psc_delta", values(Map.of("V_th", 7.0, "V_reset", -1.0)));
    List<Long> expected = new ArrayList<>();
    double v = 0;
    for (long step = 1; step <= 10_010; step++) {
      for (int i = 0; i < weights.length; i++) {
        long before = step - 1;
        v +=
            weights[i]
                * Arrays.stream(trains.get(i))
                    .filter(t -> GridTime.index(t, STEP) == before)
                    .count();
      }
      if (v >= 7) {
        expected.add(step);
        v = -1;
      }
    }
    for (List<Long> train : run(cells, trains, weights, 1001, false)) {
      assertEquals(expected, train);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void shouldFireWhenEnoughComesAtOnce(boolean events) {
    List<double[]> trains =
        List.of(new double[] {1, 2, 4, 5}, new double[] {2, 3, 4, 5}, new double[] {4, 6});
    Population unit =
        new Population("unit", NEURONS, "threshold_unit", values(Map.of("theta", 1.0)));
    // 1: 1.0, not more than 1; 2: 2.0; 3: 1.0; 4: 2 - 3 = -1; 5: 2.0; 6: -3
    for (List<Long> train : run(unit, trains, new double[] {1, 1, -3}, 10, events)) {
      assertEquals(List.of(21L, 51L), train);
    }
  }

  @Test
  void shouldFireInEveryStepBelowZero() {
    Population unit = new Population("unit", 1, "threshold_unit", values(Map.of("theta", -1.0)));
    List<Long> train = run(unit, List.of(new double[] {0.3}), new double[] {-2}, 0.8, false).get(0);
    assertEquals(List.of(1L, 2L, 3L, 5L, 6L, 7L, 8L), train);
    InvalidNetworkException e =
        assertThrows(
            InvalidNetworkException.class,
            () -> run(unit, List.of(new double[0]), new double[] {0}, 1, true));
    assertEquals(true, e.getMessage().contains("theta below 0"), e.getMessage());
  }
}
