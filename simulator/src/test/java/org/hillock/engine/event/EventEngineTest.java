package org.hillock.engine.event;

import static org.hillock.engine.grid.Networks.population;
import static org.hillock.engine.grid.Networks.projection;
import static org.hillock.engine.grid.Networks.range;
import static org.hillock.engine.grid.Networks.spikes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.hillock.engine.exchange.SpikeExchange;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.RunSettings;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Projection;
import org.hillock.network.SpikeTrains;
import org.hillock.record.Recording;
import org.hillock.record.SpikeList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only continuous time has: moments off any grid, synapses without delay, windows. */
class EventEngineTest {

  private static final ConnectionRule ALL = new ConnectionRule.AllToAll();

  private static RunResult run(Network network, double duration, int partitions) {
    List<NeuronRange> all = network.populations().stream().map(NeuronRange::all).toList();
    return EventSimulation.build(
            network,
            RunSettings.continuous(0, duration, 7, 1),
            Recording.spikesOf(all),
            RunListener.NONE,
            SpikeExchange.OF_THREADS,
            partitions)
        .run(RunListener.NONE);
  }

  private static Input train(String name, NeuronRange targets, double... times) {
    return new Input.Spikes(
        name, List.of(targets), SpikeTrains.of(List.of(times)), Distribution.of(1), 0);
  }

  private static ConnectionRule edges(int[] sources, int[] targets, double[] delays) {
    return new ConnectionRule.Explicit(sources, targets, null, delays);
  }

  private static InvalidNetworkException refused(Network network) {
    return assertThrows(InvalidNetworkException.class, () -> run(network, 1, 2));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void shouldWorkThroughAChainWithoutDelayAtOneMoment(int partitions) {
    int size = 40;
    // The chain visits neurons in a shuffled order, so that it jumps between partitions.
    List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    Collections.shuffle(order, new Random(3));
    int[] sources = new int[size - 1];
    int[] targets = new int[size - 1];
    for (int i = 0; i + 1 < size; i++) {
      sources[i] = order.get(i);
      targets[i] = order.get(i + 1);
    }
    double moment = Math.PI;
    Network network =
        new Network(
            List.of(population("chain", size, 1)),
            List.of(train("start", range("chain", order.get(0), order.get(0) + 1), moment, 17.25)),
            List.of(
                projection(
                    range("chain", 0, size),
                    range("chain", 0, size),
                    edges(sources, targets, new double[size - 1]),
                    Distribution.of(1),
                    Distribution.of(0))));
    RunResult result = run(network, 20, partitions);
    SpikeList fired = result.spikes().get(0);
    assertEquals(2 * size, fired.size());
    for (int i = 0; i < size; i++) {
      assertArrayEquals(new double[] {moment, 17.25}, fired.train(i));
    }
    assertEquals(2 * (size - 1), result.statistics().synapticEvents());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void shouldWaitForAllThatArrivesWithoutDelay(int partitions) {
    // a reaches d at once and through b and c: d must see all three, and the inhibition of b.
    Network network =
        new Network(
            List.of(
                population("d", 1, 2.5),
                population("c", 1, 1),
                population("b", 1, 1),
                population("a", 1, 1)),
            List.of(train("start", range("a", 0, 1), 1.5, 3.5)),
            List.of(
                instant("a", "d", 2),
                instant("a", "b", 1),
                instant("b", "c", 1),
                instant("b", "d", -1),
                instant("c", "d", 0.75)));
    // 1.75 at 1.5 ms is below 2.5; 3.5 at 3.5 ms is not, though 2 more alone would have done.
    RunResult result = run(network, 10, partitions);
    assertArrayEquals(new double[] {3.5}, result.spikes().get(0).times());
  }

  private static Projection instant(String from, String to, double weight) {
    return projection(
        range(from, 0, 1), range(to, 0, 1), ALL, Distribution.of(weight), Distribution.of(0));
  }

  @Test
  void shouldMixSynapsesWithAndWithoutDelay() {
    int size = 30;
    Random random = new Random(8);
    List<int[]> pairs = new ArrayList<>();
    List<Double> delays = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        if (random.nextInt(6) == 0) {
          pairs.add(new int[] {i, j});
          // Only upwards without delay, so that there is no cycle.
          delays.add(j > i && random.nextBoolean() ? 0.0 : 0.3 + random.nextDouble());
        }
      }
    }
    Network network =
        new Network(
            List.of(population("cells", size, 4)),
            List.of(
                new Input.Poisson(
                    "in", List.of(range("cells", 0, size)), 500, Distribution.of(1), 0, 0, 1e9)),
            List.of(
                projection(
                    range("cells", 0, size),
                    range("cells", 0, size),
                    edges(
                        pairs.stream().mapToInt(pair -> pair[0]).toArray(),
                        pairs.stream().mapToInt(pair -> pair[1]).toArray(),
                        delays.stream().mapToDouble(d -> d).toArray()),
                    Distribution.of(0.4),
                    Distribution.of(1))));
    SpikeList one = run(network, 100, 1).spikes().get(0);
    assertTrue(one.size() > 200, one + "");
    for (int partitions = 2; partitions <= 4; partitions++) {
      assertEquals(one, run(network, 100, partitions).spikes().get(0));
    }
    // Event by event, with a list of all arrivals that is searched for the earliest.
    List<double[]> naive = naive(network, one, pairs, delays, size);
    assertEquals(0, naive.size(), "spikes without a cause");
  }

  /** Spikes at which no arrival through a synapse or from outside can have acted. */
  private static List<double[]> naive(
      Network network, SpikeList spikes, List<int[]> pairs, List<Double> delays, int size) {
    Network inputsOnly =
        new Network(List.of(population("cells", size, 1)), network.inputs(), List.of());
    SpikeList inputs = run(inputsOnly, 100, 1).spikes().get(0);
    List<double[]> orphans = new ArrayList<>();
    for (int s = 0; s < spikes.size(); s++) {
      int neuron = spikes.neurons()[s];
      double time = spikes.times()[s];
      boolean caused = Arrays.stream(inputs.train(neuron)).anyMatch(t -> t == time);
      for (int i = 0; i < pairs.size() && !caused; i++) {
        double delay = delays.get(i);
        caused =
            pairs.get(i)[1] == neuron
                && Arrays.stream(spikes.train(pairs.get(i)[0])).anyMatch(t -> t + delay == time);
      }
      if (!caused) {
        orphans.add(new double[] {time, neuron});
      }
    }
    return orphans;
  }

  /** Synapses of weight 1 without delay. */
  private static Projection instant(NeuronRange source, NeuronRange target) {
    return projection(source, target, ALL, Distribution.of(1), Distribution.of(0));
  }

  @Test
  void shouldRefuseACycleWithoutDelayAndNameIt() {
    Network network =
        new Network(
            List.of(population("a", 3, 1), population("b", 2, 1), population("c", 1, 1)),
            List.of(),
            List.of(
                instant(range("a", 2, 3), range("b", 1, 2)),
                instant(range("b", 1, 2), range("c", 0, 1)),
                instant(range("c", 0, 1), range("a", 2, 3)),
                instant(range("a", 2, 3), range("a", 0, 1))));
    assertEquals(
        "synapses: found synapses without delay that form a cycle:"
            + " a[2] -> b[1] -> c[0] -> a[2]; allowed: a delay of more than 0 ms somewhere in it",
        refused(network)
            .getMessage()
            .replace("c[0] -> a[2] -> b[1] -> c[0]", CYCLE)
            .replace("b[1] -> c[0] -> a[2] -> b[1]", CYCLE));
  }

  private static final String CYCLE = "a[2] -> b[1] -> c[0] -> a[2]";

  @Test
  void shouldNameANeuronThatReachesItselfAtOnce() {
    Network network =
        new Network(
            List.of(population("a", 1, 1)),
            List.of(),
            List.of(instant(range("a", 0, 1), range("a", 0, 1))));
    assertEquals(
        "synapses: found synapses without delay that form a cycle: a[0] -> a[0];"
            + " allowed: a delay of more than 0 ms somewhere in it",
        refused(network).getMessage());
  }

  @Test
  void shouldTellALongCycleByItsBeginning() {
    int size = 50;
    int[] sources = IntStream.range(0, size).toArray();
    int[] targets = IntStream.range(0, size).map(i -> (i + 1) % size).toArray();
    Network network =
        new Network(
            List.of(population("a", size, 1)),
            List.of(),
            List.of(
                projection(
                    range("a", 0, size),
                    range("a", 0, size),
                    edges(sources, targets, new double[size]),
                    Distribution.of(1),
                    Distribution.of(0))));
    assertTrue(
        refused(network)
            .found()
            .matches("synapses without delay that form a cycle: (a\\[\\d+] -> ){12}… -> a\\[\\d+]"),
        refused(network).found());
  }

  @Test
  void shouldRefuseANegativeDelay() {
    Network network =
        new Network(
            List.of(population("a", 2, 1)),
            List.of(),
            List.of(
                projection(
                    range("a", 0, 1),
                    range("a", 1, 2),
                    edges(new int[] {0}, new int[] {0}, new double[] {-0.25}),
                    Distribution.of(1),
                    Distribution.of(0))));
    assertEquals(
        "synapses.synapses.delay: found -0.25 ms;"
            + " allowed: 0 ms or more; a normal distribution can have a bound",
        refused(network).getMessage());
  }

  @ParameterizedTest
  @CsvSource({"1e-6, 0.05", "1e-3, 3", "0.137, 100", "10000, 25000"})
  void shouldKeepShortAndLongDelaysExact(double delay, double duration) {
    // Two neurons that pass a spike to and fro.
    Network network =
        new Network(
            List.of(population("a", 2, 1)),
            List.of(train("start", range("a", 0, 1), 0.01)),
            List.of(
                projection(
                    range("a", 0, 2),
                    range("a", 0, 2),
                    edges(new int[] {0, 1}, new int[] {1, 0}, new double[] {delay, delay}),
                    Distribution.of(1),
                    Distribution.of(1))));
    SpikeList fired = run(network, duration, 2).spikes().get(0);
    assertEquals((int) Math.floor((duration - 0.01) / delay) + 1, fired.size(), 1);
    double time = 0.01;
    for (int i = 0; i < fired.size(); i++) {
      assertEquals(time, fired.times()[i]);
      assertEquals(i % 2, fired.neurons()[i]);
      time += delay;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void shouldLetDelaysOfVeryDifferentLengthMeet(int partitions) {
    double[] delays = {1e-6, 1e-3, 1, 1000, 10_000};
    Network network =
        new Network(
            List.of(population("pre", 1, 1), population("post", 5, 1)),
            List.of(train("start", range("pre", 0, 1), 0.5, 0.75)),
            List.of(
                projection(
                    range("pre", 0, 1),
                    range("post", 0, 5),
                    edges(new int[5], new int[] {0, 1, 2, 3, 4}, delays),
                    Distribution.of(1),
                    Distribution.of(1))));
    SpikeList fired = run(network, 10_001, partitions).spikes().get(1);
    for (int i = 0; i < 5; i++) {
      assertArrayEquals(new double[] {0.5 + delays[i], 0.75 + delays[i]}, fired.train(i));
    }
  }

  @Test
  void shouldTakeASpikeAtTimeZero() {
    Network network =
        new Network(
            List.of(population("a", 2, 1)),
            List.of(train("start", range("a", 0, 1), 0, 2)),
            List.of(
                projection(
                    range("a", 0, 1),
                    range("a", 1, 2),
                    ALL,
                    Distribution.of(1),
                    Distribution.of(0.7))));
    SpikeList fired = run(network, 3, 1).spikes().get(0);
    assertArrayEquals(new double[] {0, 2}, fired.train(0));
    assertArrayEquals(new double[] {0.7, 2.7}, fired.train(1));
  }

  @Test
  void shouldHoldACurrentFromTimeZeroOn() {
    Network network =
        new Network(
            List.of(population("a", 1, 1)),
            List.of(
                new Input.StepCurrent(
                    "dc", List.of(range("a", 0, 1)), List.of(0.0), List.of(0.04), 0)),
            List.of());
    // 0.04 in 0.1 ms takes the sum to 1 in 2.5 ms.
    assertArrayEquals(
        new double[] {2.5, 5, 7.5, 10}, run(network, 10, 1).spikes().get(0).times(), 1e-12);
  }

  /** Windows end at multiples of a width that is rounded: what happens just there counts once. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.15, 0.7, 1.1, 1e-3})
  void shouldLoseNothingThatHappensAtTheEndOfAWindow(double delay) {
    double width = delay * (1 - 0x1p-10);
    int windows = 5000;
    double[] ends = IntStream.rangeClosed(1, windows).mapToDouble(k -> k * width).toArray();
    double[] every7th =
        IntStream.rangeClosed(1, windows / 7).mapToDouble(k -> 7 * k * width).toArray();
    List<Double> amplitudes =
        IntStream.range(0, windows).mapToObj(k -> k % 2 == 0 ? 1e-3 : 0).toList();
    Network network =
        new Network(
            List.of(
                population("a", 1, 1),
                population("b", 1, 1),
                population("c", 1, 1),
                population("d", 1, 1e9)),
            List.of(
                train("ends", range("a", 0, 1), ends),
                train("some", range("b", 0, 1), every7th),
                new Input.StepCurrent(
                    "current",
                    List.of(range("d", 0, 1)),
                    Arrays.stream(ends).boxed().toList(),
                    amplitudes.stream().map(Number::doubleValue).toList(),
                    0)),
            List.of(
                projection(
                    range("a", 0, 1),
                    range("c", 0, 1),
                    ALL,
                    Distribution.of(1),
                    Distribution.of(delay))));
    double end = windows * width;
    Recording recording =
        new Recording(
            List.of(range("a", 0, 1), range("b", 0, 1), range("c", 0, 1)),
            List.of(new Recording.Trace(range("d", 0, 1), List.of("sum"), width)),
            List.of(),
            List.of());
    RunResult result =
        EventSimulation.build(
                network,
                RunSettings.continuous(0, end, 1, 1),
                recording,
                RunListener.NONE,
                SpikeExchange.OF_THREADS,
                2)
            .run(RunListener.NONE);
    assertArrayEquals(ends, result.spikes().get(0).times());
    assertArrayEquals(every7th, result.spikes().get(1).times());
    double[] sums = result.traces().get(0).values()[0][0];
    // The current flows in every other window.
    for (int i = 1; i < sums.length; i++) {
      assertEquals(1e-2 * width * (i / 2 + i % 2), sums[i], 1e-9 * sums[i] + 1e-12, "sample " + i);
    }
    assertTrue(result.spikes().get(2).size() >= windows - 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void shouldTakeRatesThatDifferAMillionfold(int partitions) {
    double[] rates = {0.5, 50, 5000, 500_000};
    List<Input> inputs = new ArrayList<>();
    for (int i = 0; i < rates.length; i++) {
      inputs.add(
          new Input.Poisson(
              "rate" + i,
              List.of(range("cells", 200 * i, 200 * i + 200)),
              rates[i],
              Distribution.of(1),
              0,
              0,
              1e9));
    }
    Network network = new Network(List.of(population("cells", 800, 1)), inputs, List.of());
    int[] neurons = run(network, 20, partitions).spikes().get(0).neurons();
    for (int i = 0; i < rates.length; i++) {
      int which = i;
      double expected = 200 * rates[i] * 20e-3;
      assertEquals(
          expected,
          Arrays.stream(neurons).filter(n -> n / 200 == which).count(),
          5 * Math.sqrt(expected));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {20, 900, 40_000})
  void shouldSpaceThePoissonSpikesOfAnInputExponentially(double rate) {
    int size = 50;
    double duration = 40_000 / rate;
    Network network =
        new Network(
            List.of(population("cells", size, 1)),
            List.of(
                new Input.Poisson(
                    "in",
                    List.of(range("cells", 0, 20), range("cells", 20, size)),
                    rate,
                    Distribution.of(1),
                    1.25,
                    0.5,
                    1e12)),
            List.of());
    SpikeList one = run(network, duration * 10, 1).spikes().get(0);
    for (int partitions = 2; partitions <= 4; partitions++) {
      assertEquals(one, run(network, duration * 10, partitions).spikes().get(0));
    }
    double[] intervals = new double[one.size()];
    int count = 0;
    double sum = 0;
    double squares = 0;
    for (int neuron = 0; neuron < size; neuron++) {
      double last = 1.75;
      double[] train = one.train(neuron);
      for (double time : train) {
        intervals[count++] = time - last;
        last = time;
      }
      sum += train.length;
      squares += (double) train.length * train.length;
    }
    double mean = (duration * 10 - 1.75) * rate / 1000;
    assertEquals(mean, sum / size, 5 * Math.sqrt(mean / size));
    double variance = squares / size - sum * sum / size / size;
    assertEquals(mean, variance, 5 * mean * Math.sqrt(2.0 / size));
    double p =
        new KolmogorovSmirnovTest()
            .kolmogorovSmirnovTest(
                new ExponentialDistribution(null, 1000 / rate),
                Arrays.copyOf(intervals, Math.min(count, 5000)));
    assertTrue(p > 1e-4, "p = " + p);
  }

  @Test
  void shouldDeliverPoissonSpikesOnlyFromStartToStop() {
    Network network =
        new Network(
            List.of(population("cells", 300, 1)),
            List.of(
                new Input.Poisson(
                    "in", List.of(range("cells", 0, 300)), 2000, Distribution.of(1), 0.5, 3, 7)),
            List.of());
    double[] times = run(network, 20, 2).spikes().get(0).times();
    assertTrue(times[0] > 3.5 && times[times.length - 1] <= 7.5);
    assertTrue(times[0] < 3.52 && times[times.length - 1] > 7.48);
    assertEquals(300 * 8, times.length, 5 * Math.sqrt(2400));
  }

  @Test
  void shouldSkipWindowsInWhichNothingHappens() {
    // A hundred million windows of 0.1 ms: run one by one, they would take minutes.
    Network network =
        new Network(
            List.of(population("a", 2, 1)),
            List.of(spikes("a", 1, 0, 1, 9e6, 9.9e6)),
            List.of(
                projection(
                    range("a", 0, 1),
                    range("a", 1, 2),
                    ALL,
                    Distribution.of(1),
                    Distribution.of(0.1))));
    long begun = System.nanoTime();
    SpikeList fired = run(network, 1e7, 1).spikes().get(0);
    assertEquals(6, fired.size());
    assertTrue(System.nanoTime() - begun < 20e9);
    assertEquals(9e6 + 0.1, fired.times()[3]);
  }
}
