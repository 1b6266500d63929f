package org.hillock.lif;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.hillock.engine.Engines;
import org.hillock.engine.memory.ExpectedRates;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Plasticity;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.SpikeTrains;
import org.hillock.record.Recording;
import org.hillock.record.WeightTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Neurons whose membrane a rule of plasticity follows in every step. */
class FollowedMembraneTest {

  private static final double STEP = 0.1;
  private static final int STEPS = 3000;
  private static final int DELAY = 7;

  /** As many as are updated only where something happens, if nobody follows them. */
  private static final int MANY = 6000;

  private static final NeuronRange SEEN = new NeuronRange("cells", 0, 20);

  private static Network network(boolean full, @Nullable String rule) {
    Population cells =
        new Population(
            "cells", MANY, "iaf_psc_delta", Map.of("V_m", new Distribution.Uniform(-75, -60)));
    Population watcher =
        new Population(
            "watcher",
            1,
            "spike_generator",
            Map.of(),
            SpikeTrains.of(List.of(new double[] {33.3, 33.4, 270})));
    NeuronRange all = NeuronRange.all(cells);
    Input none =
        new Input.Poisson(
            "none", List.of(all), 0, Distribution.of(1), 0, 0, Double.POSITIVE_INFINITY);
    return new Network(
        List.of(cells, watcher),
        full ? List.of(none) : List.of(),
        List.of(
            new Projection(
                "synapses",
                NeuronRange.all(watcher),
                SEEN,
                new ConnectionRule.AllToAll(),
                Distribution.of(0.5),
                Distribution.of(DELAY * STEP),
                true,
                true,
                rule == null ? null : new Plasticity(rule, Map.of()))));
  }

  private static RunResult run(boolean full, int threads) {
    Recording recording =
        new Recording(
            List.of(),
            List.of(new Recording.Trace(SEEN, List.of("V_m"), STEP)),
            List.of(new Recording.Weights("synapses", List.of())),
            List.of());
    return Engines.build(
            network(full, "membrane_sum"),
            new RunSettings(STEP, 0, STEPS * STEP, 1, threads),
            recording,
            RunListener.NONE)
        .run(RunListener.NONE);
  }

  @Test
  void doesNotMissAStepOfAnyOfThem() {
    RunResult result = run(false, 2);
    double[][] v = result.traces().get(0).values()[0];
    WeightTable table = result.weights().get(0);
    double[] last = table.weights()[table.weights().length - 1];
    for (int i = 0; i < SEEN.size(); i++) {
      double sum = 0.5;
      for (int step = 0; step < STEPS - DELAY; step++) {
        sum += v[i][step] * STEP;
      }
      assertEquals(sum, last[i], 1e-9 * Math.abs(sum), "synapse onto " + i);
    }
  }

  /** Several steps at once equal single ones up to rounding only, so the bits tell. */
  @Test
  void doesNotSkipThoseThatAreSilent() {
    RunResult followed = run(false, 1);
    RunResult full = run(true, 1);
    for (int i = 0; i < SEEN.size(); i++) {
      assertArrayEquals(
          full.traces().get(0).values()[0][i], followed.traces().get(0).values()[0][i], 0);
    }
  }

  @Test
  void costsMemoryOnlyWhereARuleFollowsAnything() {
    double still = synapseBytes(null);
    double paired = synapseBytes("membrane_sum");
    double each = (paired - still) / SEEN.size();
    assertTrue(each > 256 * 16 && each < 3 * 512 * 16, each + " bytes a target");
  }

  private static double synapseBytes(@Nullable String rule) {
    return Engines.memory(
            network(false, rule),
            new RunSettings(STEP, 0, 1, 1, 1),
            Recording.nothing(),
            ExpectedRates.of(network(false, rule)))
        .synapseBytes();
  }
}
