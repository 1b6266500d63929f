package org.hillock.stdp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.hillock.model.GridTime;
import org.hillock.model.Models;
import org.hillock.model.ParameterSet;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.NeuronRange;
import org.hillock.network.Plasticity;
import org.hillock.network.Population;
import org.hillock.record.Recording;
import org.hillock.record.TraceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a synapse with sites of release transmits, told by the potentials of targets that keep it.
 *
 * <p>The sites are independent, each with two states, so that the number that releases at a spike
 * is binomial with n and q = u x, u and x being those of tsodyks2 at that spike.
 */
class QuantalStpTest {

  private static final int SYNAPSES = 4000;
  private static final double[] TRAIN = {10, 60, 110, 130, 150, 170, 400, 410, 900};

  /** A bound that a normal number exceeds 7 times in a million. */
  private static final double SIGMAS = 4.5;

  private static final double WEIGHT = 0.5;

  private static PlasticRun run(
      String rule, Map<String, Double> values, ConnectionRule joined, double weight, double step) {
    return new PlasticRun(
        PlasticRun.trains("pre", List.of(TRAIN)),
        integrators(SYNAPSES),
        joined,
        Distribution.of(weight),
        1,
        new Plasticity(rule, values),
        step,
        1000);
  }

  private static Population integrators(int size) {
    return new Population(
        "post",
        size,
        "iaf_psc_delta",
        Map.of(
            "E_L", Distribution.of(0),
            "V_reset", Distribution.of(0),
            "V_th", Distribution.of(1e9),
            "tau_m", Distribution.of(1e15)));
  }

  private static TraceTable potentials(PlasticRun run, int threads, long seed) {
    NeuronRange all = new NeuronRange("post", 0, run.post().size());
    Recording recording =
        new Recording(
            List.of(), List.of(new Recording.Trace(all, List.of("V_m"), 5)), List.of(), List.of());
    return run.run(threads, seed, recording).traces().get(0);
  }

  /** What each target has received at each spike, in weights. */
  private static double[][] received(PlasticRun run, int threads, long seed) {
    TraceTable table = potentials(run, threads, seed);
    double[][] all = new double[TRAIN.length][SYNAPSES];
    for (int i = 0; i < TRAIN.length; i++) {
      int before = sample(table.times(), TRAIN[i]);
      int after = sample(table.times(), TRAIN[i] + 5);
      for (int target = 0; target < SYNAPSES; target++) {
        double[] v = table.values()[0][target];
        all[i][target] = (v[after] - v[before]) / WEIGHT;
      }
    }
    return all;
  }

  private static int sample(double[] times, double moment) {
    return (int) Arrays.stream(times).filter(time -> time < moment - 1e-6).count();
  }

  @ParameterizedTest
  @CsvSource({
    "5, 0.5, 0.5, 800, 0",
    "1, 0.3, 0.3, 100, 0",
    "8, 0.1, 0.1, 100, 1000",
    "20, 0.9, 0.6, 300, 50"
  })
  void releasesAsManySitesAsABinomialOfTheMeanResource(
      int n, double part, double first, double tauRec, double tauFac) {
    Map<String, Double> values =
        Map.of("U", part, "u", first, "tau_rec", tauRec, "tau_fac", tauFac);
    ConnectionRule joined = new ConnectionRule.AllToAll();
    double[][] mean = received(run("tsodyks2", values, joined, WEIGHT, 1), 1, 1);
    Map<String, Double> withSites = new HashMap<>(values);
    withSites.put("n", (double) n);
    double[][] quanta = received(run("quantal_stp", withSites, joined, WEIGHT, 1), 1, 1);
    double used = first;
    double[] centred = {};
    double beforeQ = 0;
    for (int i = 0; i < TRAIN.length; i++) {
      String where = "spike at " + TRAIN[i] + " ms";
      double q = mean[i][0];
      double variance = n * q * (1 - q);
      double found = Arrays.stream(quanta[i]).average().orElseThrow();
      assertEquals(n * q, found, SIGMAS * Math.sqrt(variance / SYNAPSES), where);
      double[] now = Arrays.stream(quanta[i]).map(k -> k - n * q).toArray();
      double square = Arrays.stream(now).map(d -> d * d).average().orElseThrow();
      double fourth = variance * (1 + 3 * (n - 2) * q * (1 - q));
      assertEquals(
          variance,
          square,
          SIGMAS * Math.sqrt((fourth - variance * variance) / SYNAPSES) + 1e-9,
          where);
      if (i > 0) {
        double since = TRAIN[i] - TRAIN[i - 1];
        used = part + used * (1 - part) * (tauFac == 0 ? 0 : Math.exp(-since / tauFac));
        // A site that has released does so again only if it has recovered.
        double both = beforeQ * (1 - Math.exp(-since / tauRec)) * used;
        double covariance = n * (both - beforeQ * q);
        double[] then = centred;
        double together =
            IntStream.range(0, SYNAPSES).mapToDouble(s -> then[s] * now[s]).average().orElseThrow();
        double spread = n * beforeQ * (1 - beforeQ) * variance + covariance * covariance;
        assertEquals(covariance, together, SIGMAS * 1.5 * Math.sqrt(spread / SYNAPSES), where);
      }
      centred = now;
      beforeQ = q;
    }
  }

  @Test
  void drawsTheSameOnAnyNumberOfThreadsAndOnBothEngines() {
    Map<String, Double> values = Map.of("n", 7.0, "tau_fac", 100.0);
    ConnectionRule joined = new ConnectionRule.AllToAll();
    double[][] one = received(run("quantal_stp", values, joined, WEIGHT, 0.1), 1, 1);
    assertArrayEquals(
        one, received(run("quantal_stp", values, joined, WEIGHT, 0.1), 3, 1), "threads");
    double[][] continuous = received(run("quantal_stp", values, joined, WEIGHT, 0), 2, 1);
    double[][] another = received(run("quantal_stp", values, joined, WEIGHT, 0.1), 1, 2);
    for (int i = 0; i < TRAIN.length; i++) {
      assertArrayEquals(one[i], continuous[i], 1e-9, "engines, spike " + i);
      assertFalse(Arrays.equals(one[i], another[i]), "seeds, spike " + i);
    }
  }

  /** Several sources and delays, and pairs with several synapses, of one delay and of several. */
  @Test
  void drawsTheSameWhateverElseTheRowsHold() {
    Random random = new Random(4);
    int edges = 3000;
    int side = 40;
    List<double[]> trains = new ArrayList<>();
    for (int source = 0; source < side; source++) {
      trains.add(PlasticRun.poisson(random, new double[] {20}, 500));
    }
    PlasticRun run =
        new PlasticRun(
            PlasticRun.trains("pre", trains),
            integrators(side),
            new ConnectionRule.Explicit(
                random.ints(edges, 0, side).toArray(),
                random.ints(edges, 0, side).toArray(),
                random.doubles(edges, 0.1, 1).toArray(),
                random.ints(edges, 1, 4).mapToDouble(step -> GridTime.time(step, 0.5)).toArray()),
            Distribution.of(0),
            1,
            new Plasticity("quantal_stp", Map.of("n", 3.0)),
            0.1,
            520);
    double[][] one = potentials(run, 1, 1).values()[0];
    assertArrayEquals(one, potentials(run, 3, 1).values()[0], "threads");
    double[][] continuous = potentials(run.inContinuousTime(), 2, 1).values()[0];
    for (int target = 0; target < side; target++) {
      assertArrayEquals(one[target], continuous[target], 1e-9, "engines, target " + target);
    }
  }

  /** Of two synapses with one site each, both release, one or none: 1/4, 1/2, 1/4 at first. */
  @Test
  void drawsForEachOfSeveralSynapsesOfAPair() {
    ConnectionRule twice =
        new ConnectionRule.Explicit(
            new int[2 * SYNAPSES],
            IntStream.range(0, 2 * SYNAPSES).map(i -> i / 2).toArray(),
            null,
            null);
    for (double step : new double[] {0.1, 0}) {
      double[] first = received(run("quantal_stp", Map.of(), twice, WEIGHT, step), 2, 1)[0];
      double single = Arrays.stream(first).filter(k -> Math.abs(k - 1) < 1e-9).count();
      assertEquals(0.5, single / SYNAPSES, SIGMAS * Math.sqrt(0.25 / SYNAPSES));
      double none = Arrays.stream(first).filter(k -> Math.abs(k) < 1e-9).count();
      assertEquals(0.25, none / SYNAPSES, SIGMAS * Math.sqrt(0.1875 / SYNAPSES));
    }
  }

  @Test
  void beginsWithTheSitesThatAreReady() {
    Map<String, Double> values = Map.of("n", 6.0, "a", 2.0, "u", 1.0, "U", 1.0);
    double[] first =
        received(run("quantal_stp", values, new ConnectionRule.AllToAll(), WEIGHT, 1), 1, 1)[0];
    for (double quanta : first) {
      assertEquals(2, quanta, 1e-9);
    }
  }

  @ParameterizedTest
  @CsvSource({"2.5, 1, false", "3, 4, false", "3, 1.5, false", "3, 3, true", "3, 0, true"})
  void refusesSitesThatCannotBeCounted(double n, double a, boolean fine) {
    var model = Models.synapse("quantal_stp").orElseThrow();
    ParameterSet set = ParameterSet.of("here", model.parameters(), Map.of("n", n, "a", a));
    assertEquals(fine, model.conflict(set).isEmpty());
    assertTrue(fine || model.conflict(set).orElseThrow().contains("whole numbers"));
  }
}
