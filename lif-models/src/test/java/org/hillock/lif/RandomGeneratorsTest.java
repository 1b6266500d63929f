package org.hillock.lif;

import static org.hillock.lif.RandomTrains.cells;
import static org.hillock.lif.RandomTrains.intervals;
import static org.hillock.lif.RandomTrains.run;
import static org.hillock.lif.RandomTrains.with;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.hillock.model.GridTime;
import org.hillock.model.Models;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.network.Population;
import org.hillock.random.Purpose;
import org.hillock.random.RandomStream;
import org.hillock.record.SpikeList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Senders that fire at random, against their laws: within five standard errors. */
class RandomGeneratorsTest {

  private static final double STEP = 0.1;

  /** One of each kind. */
  static List<Population> kinds() {
    return List.of(
        cells("poisson_generator", 30, with("rate", 400, "start", 3.7, "stop", 480)),
        cells("poisson_generator", 30, with("rate", 100, "dead_time", 6.03)),
        cells(
            "sinusoidal_poisson_generator",
            30,
            with("rate", 100, "amplitude", 300, "frequency", 13, "phase", 1, "stop", 450.2)),
        cells(
            "sinusoidal_gamma_generator",
            30,
            with("rate", 200, "amplitude", 150, "frequency", 7, "order", 3, "start", 20)),
        cells("mip_generator", 30, with("rate", 300, "p_copy", 0.4)));
  }

  /** A spike in continuous time is on the grid at the end of its step, whatever the threads. */
  @ParameterizedTest
  @MethodSource("kinds")
  void fireTheSameOnBothEnginesButForRounding(Population cells) {
    SpikeList exact = run(cells, 0, 500, 9, 1);
    assertTrue(exact.size() > 1000, "fires: " + exact);
    for (int threads = 1; threads <= 3; threads++) {
      assertEquals(exact, run(cells, 0, 500, 9, threads));
      SpikeList rounded = run(cells, STEP, 500, 9, threads);
      for (int i = 0; i < cells.size(); i++) {
        double[] expected =
            Arrays.stream(exact.train(i))
                .map(time -> GridTime.time((long) Math.ceil(time / STEP), STEP))
                .toArray();
        assertArrayEquals(expected, rounded.train(i), 1e-9, "neuron " + i);
      }
    }
  }

  /** Times are sums of -ln(u)/rate, u the numbers of the neuron in turn, as they always were. */
  @Test
  void keepThePoissonSpikesOfWhomHasNoDeadTime() {
    SpikeList spikes =
        run(cells("poisson_generator", 7, with("rate", 123, "start", 11)), 0, 400, 77, 2);
    RandomStream stream = new RandomStream(77);
    for (int i = 0; i < 7; i++) {
      List<Double> expected = new ArrayList<>();
      double time = 11;
      for (long n = 0; time <= 400; n++) {
        double u = stream.at(Purpose.NEURON, 0, i).skipTo(2 * n).nextOpenDouble();
        time += -StrictMath.log(u) / 0.123;
        expected.add(time);
      }
      expected.remove(expected.size() - 1);
      assertArrayEquals(
          expected.stream().mapToDouble(Double::doubleValue).toArray(), spikes.train(i), 0);
    }
  }

  /** Mean and CV of intervals; a count of many has the variance of a renewal process, CV^2 n. */
  private static void assertRenewal(
      double[] train, double duration, double rate, double[] moments) {
    DescriptiveStatistics found = new DescriptiveStatistics(intervals(train));
    double cv = Math.sqrt(moments[0]) * rate;
    double expected = rate * duration;
    assertEquals(expected, train.length, 5 * cv * Math.sqrt(expected), "spikes");
    double error =
        RandomTrains.errorOfCv(1 / rate, moments[0], moments[1], moments[2], (int) found.getN());
    assertEquals(cv, found.getStandardDeviation() / found.getMean(), 5 * error, "CV");
    // Of neighbours the correlation is 0: nothing is remembered beyond a spike.
    double[] all = found.getValues();
    double serial =
        new PearsonsCorrelation()
            .correlation(
                Arrays.copyOf(all, all.length - 1), Arrays.copyOfRange(all, 1, all.length));
    assertEquals(0, serial, 5 / Math.sqrt(all.length), "serial correlation");
  }

  /** Of order k: variance m^2/k, third moment 2 m^3/k^2, fourth (3/k^2 + 6/k^3) m^4. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 16})
  void haveGammaIntervals(int order) {
    double rate = 0.08;
    double m = 1 / rate;
    double k = order;
    double[] train =
        run(cells("sinusoidal_gamma_generator", 1, with("rate", 80, "order", order)), 0, 2e5, 3, 1)
            .train(0);
    double[] moments = {
      m * m / k, 2 * m * m * m / (k * k), (3 / (k * k) + 6 / (k * k * k)) * m * m * m * m
    };
    assertRenewal(train, 2e5, rate, moments);
  }

  /** The time after the dead time is exponential: of moments s^2, 2 s^3, 9 s^4. */
  @ParameterizedTest
  @CsvSource({"80, 0", "80, 3", "80, 11", "500, 1.9"})
  void haveADeadTime(double rate, double dead) {
    double[] train =
        run(cells("poisson_generator", 1, with("rate", rate, "dead_time", dead)), 0, 2e5, 3, 1)
            .train(0);
    double s = 1000 / rate - dead;
    assertRenewal(train, 2e5, rate / 1000, new double[] {s * s, 2 * s * s * s, 9 * s * s * s * s});
    assertTrue(Arrays.stream(intervals(train)).min().orElseThrow() > dead, "within the dead time");
  }

  /** The first dead time has as many spikes as any other, not none and not the hazard's. */
  @ParameterizedTest
  @ValueSource(strings = {"poisson_generator", "sinusoidal_gamma_generator"})
  void beginInEquilibrium(String model) {
    boolean gamma = model.equals("sinusoidal_gamma_generator");
    Map<String, Double> values =
        gamma
            ? with("rate", 50, "order", 12, "start", 100)
            : with("rate", 50, "dead_time", 18, "start", 100);
    SpikeList spikes = run(cells(model, 20_000, values), 0, 140, 2, 2);
    int[] counts = new int[8];
    for (double time : spikes.times()) {
      counts[(int) ((time - 100) / 5)]++;
    }
    for (int count : counts) {
      // A neuron fires once in 5 ms at most, or nearly so: a coin of probability 1/4.
      assertEquals(5000, count, 5 * Math.sqrt(20_000 * 0.25 * 0.75), Arrays.toString(counts));
    }
  }

  /** Spikes by phase of the sine are as many as the integral of the rate over the bin. */
  @ParameterizedTest
  @CsvSource({
    "sinusoidal_poisson_generator, 60, 40, 1",
    "sinusoidal_poisson_generator, 60, 60, 1",
    "sinusoidal_poisson_generator, 20, 90, 1",
    "sinusoidal_poisson_generator, 0, 90, 1",
    "sinusoidal_gamma_generator, 60, 40, 4"
  })
  void followTheSine(String model, double mean, double amplitude, int order) {
    Map<String, Double> values =
        with("rate", mean, "amplitude", amplitude, "frequency", 8, "phase", 0.7);
    if (order > 1) {
      values.put("order", (double) order);
    }
    int neurons = 100;
    int periods = 80;
    SpikeList spikes = run(cells(model, neurons, values), 0, periods * 125, 5, 2);
    int bins = 20;
    int[] counts = new int[bins];
    for (double time : spikes.times()) {
      counts[(int) (bins * (time / 125 - Math.floor(time / 125)))]++;
    }
    for (int bin = 0; bin < bins; bin++) {
      double expected = 0;
      int parts = 2000;
      for (int part = 0; part < parts; part++) {
        double t = (bin + (part + 0.5) / parts) / bins;
        expected += Math.max(0, mean + amplitude * Math.sin(2 * Math.PI * t + 0.7)) / parts;
      }
      expected *= 0.125 / bins * neurons * periods;
      // A gamma process varies less than a Poisson one.
      assertEquals(
          expected, counts[bin], 5 * Math.sqrt(expected) + 1e-3, "bin " + bin + " of " + model);
    }
  }

  /**
   * Two children share p^2 of the mother's events, of which each has p: so p is the correlation.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.15, 0.5, 0.9})
  void copyTheMother(double copied) {
    double duration = 1e5;
    double rate = 800;
    SpikeList spikes =
        run(cells("mip_generator", 3, with("rate", rate, "p_copy", copied)), 0, duration, 6, 2);
    int bins = 5000;
    double[][] counts = new double[3][bins];
    for (int i = 0; i < 3; i++) {
      double[] train = spikes.train(i);
      double expected = rate * copied * duration / 1000;
      assertEquals(expected, train.length, 5 * Math.sqrt(expected));
      assertEquals(
          1,
          new DescriptiveStatistics(intervals(train)).getStandardDeviation()
              / new DescriptiveStatistics(intervals(train)).getMean(),
          5 * RandomTrains.errorOfCv(1, 1, 2, 9, train.length));
      for (double time : train) {
        counts[i][(int) Math.min(bins - 1, time / duration * bins)]++;
      }
    }
    double error = (1 - copied * copied) / Math.sqrt(bins);
    for (int i = 0; i < 3; i++) {
      double found = new PearsonsCorrelation().correlation(counts[i], counts[(i + 1) % 3]);
      // Beside the normal error, that of the kurtosis of counts, 1/mean at most.
      assertEquals(copied, found, 5 * error * (1 + 1000 / (rate * copied * 20)));
    }
  }

  /** All events are the mother's, and populations have mothers of their own. */
  @Test
  void copyAllOrNothing() {
    SpikeList all = run(cells("mip_generator", 4, with("rate", 200)), 0, 1000, 6, 1);
    double[] mother = all.train(0);
    assertTrue(mother.length > 100);
    for (int i = 1; i < 4; i++) {
      assertArrayEquals(mother, all.train(i), 0);
    }
    SpikeList some =
        run(cells("mip_generator", 4, with("rate", 200, "p_copy", 0.3)), 0, 1000, 6, 1);
    for (double time : some.times()) {
      assertTrue(Arrays.binarySearch(mother, time) >= 0, "not of the mother: " + time);
    }
    assertEquals(
        0, run(cells("mip_generator", 4, with("rate", 200, "p_copy", 0)), 0, 1000, 6, 1).size());
  }

  @Test
  void refuseWhatCannotBe() {
    refuses(
        "poisson_generator",
        with("rate", 100, "dead_time", 10),
        "dead_time, 10.0 ms, is not below 1/rate, 10.0 ms");
    refuses(
        "sinusoidal_gamma_generator",
        with("rate", 40, "amplitude", 41),
        "amplitude, 41.0 Hz, is above rate, 40.0 Hz");
    refuses(
        "sinusoidal_gamma_generator",
        with("rate", 40, "order", 2.5),
        "order, 2.5, is no whole number");
  }

  private static void refuses(String model, Map<String, Double> values, String conflict) {
    NeuronModel found = Models.neuron(model).orElseThrow();
    ParameterSet set = ParameterSet.of(model, found.parameters(), values);
    assertEquals(Optional.of(conflict), found.conflict(set));
  }

  /** One mother has one rate, so neurons that differ are refused. */
  @Test
  void haveOneMotherAtOneRate() {
    for (String name : List.of("rate", "p_copy", "start", "stop")) {
      Parameter parameter =
          new MipGenerator()
              .parameters().stream().filter(one -> one.name().equals(name)).findAny().orElseThrow();
      assertTrue(parameter.common(), name);
    }
  }
}
