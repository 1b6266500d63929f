package org.hillock.lif;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.hillock.engine.Engines;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.network.SpikeTrains;
import org.hillock.record.Recording;
import org.hillock.record.SpikeList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks of real models in continuous time. */
class EventNetworkTest {

  private static Projection projection(
      NeuronRange source, NeuronRange target, ConnectionRule rule, double weight, double delay) {
    return new Projection(
        "synapses",
        source,
        target,
        rule,
        Distribution.of(weight),
        Distribution.of(delay),
        true,
        true,
        null);
  }

  private static RunResult run(Network network, RunSettings settings) {
    List<NeuronRange> all = network.populations().stream().map(NeuronRange::all).toList();
    return Engines.build(network, settings, Recording.spikesOf(all), RunListener.NONE)
        .run(RunListener.NONE);
  }

  private static Population generator(double... times) {
    return new Population(
        "generator", 1, "spike_generator", Map.of(), SpikeTrains.of(List.of(times)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void shouldPassASpikeAlongParrotsAndToOthersInNoTime(int threads) {
    int size = 1200;
    double[] moments = {0, 1.2345678901234567, 7.7};
    int[] sources = IntStream.range(0, 99).toArray();
    int[] targets = IntStream.range(1, 100).map(i -> i % 2 == 0 ? i : 1200 - i).toArray();
    for (int i = 1; i < sources.length; i++) {
      sources[i] = targets[i - 1];
    }
    NeuronRange parrots = new NeuronRange("parrots", 0, size);
    NeuronRange cells = new NeuronRange("cells", 0, size);
    Network network =
        new Network(
            List.of(
                new Population("cells", size, "iaf_psc_delta", Map.of("t_ref", Distribution.of(1))),
                new Population("parrots", size, "parrot_neuron", Map.of()),
                generator(moments)),
            List.of(),
            List.of(
                projection(
                    new NeuronRange("generator", 0, 1),
                    new NeuronRange("parrots", 0, 1),
                    new ConnectionRule.OneToOne(),
                    1,
                    0),
                projection(
                    parrots,
                    parrots,
                    new ConnectionRule.Explicit(sources, targets, null, null),
                    1,
                    0),
                projection(parrots, cells, new ConnectionRule.OneToOne(), 20, 0)));
    RunResult result = run(network, RunSettings.continuous(0, 10, 1, threads));
    for (int list = 0; list < 2; list++) {
      assertEquals(300, result.spikes().get(list).size());
      for (int target : targets) {
        assertArrayEquals(moments, result.spikes().get(list).train(target));
      }
    }
  }

  @Test
  void shouldRefuseAModelThatHasNoClosedForm() {
    Network network =
        new Network(
            List.of(
                new Population("cells", 2, "iaf_psc_alpha", Map.of("V_min", Distribution.of(-80)))),
            List.of(),
            List.of());
    assertEquals(
        "neurons.cells.model: found 'iaf_psc_alpha', which has no closed form between events if"
            + " V_min is given; allowed: a step of time, such as 0.1 ms, with which this model runs on"
            + " the grid; or, in continuous time, a model or parameters of which that is not true",
        assertThrows(
                InvalidNetworkException.class,
                () -> run(network, RunSettings.continuous(0, 1, 1, 1)))
            .getMessage());
    assertEquals(0, run(network, new RunSettings(0.1, 0, 1, 1, 1)).spikes().get(0).size());
  }

  /** Refractoriness is a promise of models on both engines; a step of 0 is continuous time. */
  @ParameterizedTest
  @CsvSource({
    "0, iaf_psc_delta",
    "0.1, iaf_psc_delta",
    "0, iaf_psc_exp",
    "0.1, iaf_psc_exp",
    "0, iaf_psc_alpha",
    "0.1, iaf_psc_alpha"
  })
  void shouldNotFireAgainWithinTheRefractoryTime(double step, String model) {
    Random random = new Random(5);
    double[] refractory = random.ints(300, 1, 60).mapToDouble(i -> i / 10.0).toArray();
    NeuronRange cells = new NeuronRange("cells", 0, 300);
    double weight = model.equals("iaf_psc_delta") ? 20 : 4000;
    Network network =
        new Network(
            List.of(
                new Population(
                    "cells", 300, model, Map.of("t_ref", new Distribution.Listed(refractory)))),
            List.of(
                new Input.Poisson(
                    "in", List.of(cells), 3000, Distribution.of(weight), 0.1, 0, 1e9)),
            List.of());
    SpikeList spikes = run(network, new RunSettings(step, 0, 200, 1, 2)).spikes().get(0);
    for (int neuron = 0; neuron < 300; neuron++) {
      double[] train = spikes.train(neuron);
      assertTrue(train.length > 20);
      double shortest = Double.POSITIVE_INFINITY;
      for (int i = 1; i < train.length; i++) {
        shortest = Math.min(shortest, train[i] - train[i - 1]);
      }
      assertTrue(shortest >= refractory[neuron] - 1e-9, shortest + " < " + refractory[neuron]);
      // Input is so strong that some intervals are not much longer.
      assertTrue(shortest < refractory[neuron] + 0.5, shortest + " > " + refractory[neuron]);
    }
  }

  /** What arrives while a neuron of delta synapses is refractory, to the last moment, is lost. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1})
  void shouldLoseInputUpToTheEndOfTheRefractoryTime(double step) {
    Network network =
        new Network(
            List.of(
                generator(1, 2.9, 3, 3.1),
                new Population("cell", 1, "iaf_psc_delta", Map.of("t_ref", Distribution.of(2)))),
            List.of(),
            List.of(
                projection(
                    new NeuronRange("generator", 0, 1),
                    new NeuronRange("cell", 0, 1),
                    new ConnectionRule.OneToOne(),
                    20,
                    1)));
    assertArrayEquals(
        new double[] {2, 4.1},
        run(network, new RunSettings(step, 0, 10, 1, 1)).spikes().get(1).times(),
        1e-12);
  }

  private static final int NEURONS = 200;

  /** Currents above and below the rheobase, and sparse recurrent excitation and inhibition. */
  private static Network recurrent() {
    int excitatory = NEURONS * 4 / 5;
    Random random = new Random(12);
    double[] currents = random.doubles(NEURONS, 360, 520).toArray();
    int synapses = NEURONS * 20;
    int[] sources = random.ints(synapses, 0, NEURONS).toArray();
    int[] targets = random.ints(synapses, 0, NEURONS).toArray();
    double[] weights =
        Arrays.stream(sources).mapToDouble(s -> s < excitatory ? 40 : -200).toArray();
    double[] delays = random.ints(synapses, 5, 40).mapToDouble(i -> i / 10.0).toArray();
    Map<String, Distribution> parameters = new HashMap<>();
    parameters.put("I_e", new Distribution.Listed(currents));
    parameters.put("tau_syn_ex", Distribution.of(2));
    parameters.put("tau_syn_in", Distribution.of(5));
    NeuronRange all = new NeuronRange("all", 0, NEURONS);
    return new Network(
        List.of(new Population("all", NEURONS, "iaf_psc_exp", parameters)),
        List.of(),
        List.of(
            projection(
                all, all, new ConnectionRule.Explicit(sources, targets, weights, delays), 0, 1)));
  }

  private static double[] firstSpikes(RunSettings settings) {
    double[] first = new double[NEURONS];
    Arrays.fill(first, Double.POSITIVE_INFINITY);
    SpikeList spikes = run(recurrent(), settings).spikes().get(0);
    for (int i = spikes.size() - 1; i >= 0; i--) {
      first[spikes.neurons()[i]] = spikes.times()[i];
    }
    return first;
  }

  /**
   * A grid finds a spike at the first point at which V is above the threshold, so late by half a
   * step in the mean, and passes that on: its error is of first order (Morrison et al. 2007, Neural
   * Comput 19:47). So the grid must come to what continuous time gives, and at that pace; later,
   * single spikes that just come or just do not would hide it.
   */
  @Test
  void shouldBeWhatTheGridConvergesTo() {
    double duration = 60;
    double[] exact = firstSpikes(RunSettings.continuous(0, duration, 1, 1));
    double before = Double.NaN;
    double finest = 0;
    for (double step : new double[] {0.1, 0.05, 0.025, 0.0125, 0.00625}) {
      double[] grid = firstSpikes(new RunSettings(step, 0, duration, 1, 2));
      List<Double> errors = new ArrayList<>();
      for (int neuron = 0; neuron < NEURONS; neuron++) {
        if (exact[neuron] < 40) {
          errors.add(grid[neuron] - exact[neuron]);
        }
      }
      assertTrue(errors.size() > 100, errors.size() + " neurons fire");
      double mean = errors.stream().mapToDouble(Math::abs).average().orElseThrow();
      if (!Double.isNaN(before)) {
        double ratio = before / mean;
        assertTrue(ratio > 1.6 && ratio < 2.4, "step " + step + ": the error goes down " + ratio);
      }
      assertTrue(mean < 3 * step, "step " + step + ": mean error " + mean);
      before = mean;
      finest = mean;
    }
    assertTrue(finest < 0.00625, finest + " ms");
  }

  /** Neurons that nothing reaches: there the grid is late by less than a step, and never early. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.05, 0.025, 0.0125})
  void shouldFireWithinTheStepThatTheGridFindsLate(double step) {
    Network connected = recurrent();
    Network network = new Network(connected.populations(), List.of(), List.of());
    SpikeList exact = run(network, RunSettings.continuous(0, 60, 1, 1)).spikes().get(0);
    SpikeList grid = run(network, new RunSettings(step, 0, 60, 1, 1)).spikes().get(0);
    int compared = 0;
    for (int neuron = 0; neuron < NEURONS; neuron++) {
      double[] late = grid.train(neuron);
      double[] right = exact.train(neuron);
      if (right.length > 0 && right[0] < 59) {
        double error = late[0] - right[0];
        assertTrue(error > -1e-9 && error <= step + 1e-9, "step " + step + ": " + error);
        compared++;
      }
    }
    assertTrue(compared > 100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"iaf_psc_delta", "iaf_psc_exp", "iaf_psc_alpha"})
  void shouldFireTheSameOnAnyNumberOfThreadsAndToAnyEnd(String model) {
    // 1,100 neurons are enough for four partitions.
    NeuronRange all = new NeuronRange("all", 0, 1100);
    double weight = model.equals("iaf_psc_delta") ? 0.5 : 60;
    Network network =
        new Network(
            List.of(new Population("all", 1100, model, Map.of())),
            List.of(
                new Input.Poisson(
                    "in", List.of(all), 9000, Distribution.of(0.6 * weight), 0, 0, 1e9)),
            List.of(
                new Projection(
                    "recurrent",
                    all,
                    all,
                    new ConnectionRule.FixedIndegree(30),
                    new Distribution.Normal(0.1 * weight, weight),
                    new Distribution.Uniform(0.3, 3),
                    true,
                    true,
                    null)));
    SpikeList one = run(network, RunSettings.continuous(0, 60, 1, 1)).spikes().get(0);
    assertTrue(one.size() > 1000, one + "");
    for (int threads = 2; threads <= 4; threads++) {
      assertEquals(one, run(network, RunSettings.continuous(0, 60, 1, threads)).spikes().get(0));
    }
    for (double duration : new double[] {0.01, 13.37, 41}) {
      assertArrayEquals(
          Arrays.stream(one.times()).filter(time -> time <= duration).toArray(),
          run(network, RunSettings.continuous(0, duration, 1, 2)).spikes().get(0).times());
    }
  }

  @Test
  void shouldSpaceTheSpikesOfAPoissonGeneratorExponentially() {
    double rate = 70;
    Network network =
        new Network(
            List.of(
                new Population(
                    "poisson",
                    1000,
                    "poisson_generator",
                    Map.of(
                        "rate", Distribution.of(rate),
                        "start", Distribution.of(20),
                        "stop", Distribution.of(1020)))),
            List.of(),
            List.of());
    SpikeList spikes = run(network, RunSettings.continuous(0, 1500, 3, 1)).spikes().get(0);
    for (int threads = 2; threads <= 3; threads++) {
      assertEquals(
          spikes, run(network, RunSettings.continuous(0, 1500, 3, threads)).spikes().get(0));
    }
    assertTrue(spikes.times()[0] > 20 && spikes.times()[spikes.size() - 1] <= 1020);
    // Given their number the moments are uniform; the largest deviation is that of Kolmogorov.
    double deviation = 0;
    for (int i = 0; i < spikes.size(); i++) {
      double fraction = (spikes.times()[i] - 20) / 1000;
      deviation = Math.max(deviation, Math.abs(fraction - (i + 0.5) / spikes.size()));
    }
    assertTrue(deviation * Math.sqrt(spikes.size()) < 2.2, "deviation " + deviation);
    double sum = 0;
    double squares = 0;
    List<Double> first = new ArrayList<>();
    for (int neuron = 0; neuron < 1000; neuron++) {
      double[] train = spikes.train(neuron);
      sum += train.length;
      squares += (double) train.length * train.length;
      first.add(train[0] - 20);
    }
    assertEquals(70, sum / 1000, 5 * Math.sqrt(70 / 1000.0));
    assertEquals(70, squares / 1000 - sum * sum / 1e6, 5 * 70 * Math.sqrt(2 / 1000.0));
    double[] ordered = first.stream().mapToDouble(t -> t).sorted().toArray();
    deviation = 0;
    for (int i = 0; i < ordered.length; i++) {
      double expected = -Math.expm1(-ordered[i] * rate / 1000);
      deviation = Math.max(deviation, Math.abs(expected - (i + 0.5) / ordered.length));
    }
    assertTrue(deviation * Math.sqrt(1000) < 2.2, "deviation of first spikes " + deviation);
  }
}
