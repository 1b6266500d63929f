package org.hillock.engine.grid;

import static org.hillock.engine.grid.Networks.STEP;
import static org.hillock.engine.grid.Networks.population;
import static org.hillock.engine.grid.Networks.projection;
import static org.hillock.engine.grid.Networks.range;
import static org.hillock.engine.grid.Networks.run;
import static org.hillock.engine.grid.Networks.spikes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hillock.engine.OutOfMemoryEstimateException;
import org.hillock.engine.RunListener;
import org.hillock.engine.RunResult;
import org.hillock.engine.RunSettings;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.InvalidNetworkException;
import org.hillock.network.Network;
import org.hillock.record.Recording;
import org.hillock.record.SpikeList;
import org.hillock.record.TraceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine promises, whatever the models are. */
class GridEngineTest {

  @ParameterizedTest
  @CsvSource({"0.1, 1", "0.2, 2", "1.5, 15", "25.4, 254", "25.5, 255", "25.6, 256", "300, 3000"})
  void shouldDeliverASpikeAfterItsDelayAndNotBefore(double delay, int steps) {
    Network network =
        new Network(
            List.of(population("pre", 1, 1), population("post", 1, 1e9)),
            List.of(spikes("pre", 1, 0.1, 0.9)),
            List.of(
                projection(
                    range("pre", 0, 1),
                    range("post", 0, 1),
                    new ConnectionRule.OneToOne(),
                    Distribution.of(2.5),
                    Distribution.of(delay))));
    RunResult result = run(network, 310, 1);
    assertArrayEquals(new double[] {1.0}, result.spikes().get(0).times());
    double[] arrived = result.traces().get(1).values()[1][0];
    for (int i = 0; i < arrived.length; i++) {
      // Sample i is the step that ends at (i + 1) h; the spike was fired in step 10.
      assertEquals(i + 1 == 10 + steps ? 2.5 : 0, arrived[i], "step " + (i + 1));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 254, 255, 256, 1000})
  void shouldDeliverEverySynapseOfARowOfAnyLength(int targets) {
    Network network =
        new Network(
            List.of(population("pre", 1, 1), population("post", targets, 1e9)),
            List.of(spikes("pre", 1, 0.1, 0.9, 1.9)),
            List.of(
                projection(
                    range("pre", 0, 1),
                    range("post", 0, targets),
                    new ConnectionRule.AllToAll(),
                    Distribution.of(1),
                    Distribution.of(1))));
    RunResult result = run(network, 5, 2);
    assertEquals(2L * targets, result.statistics().synapticEvents());
    TraceTable post = result.traces().get(1);
    for (int i = 0; i < targets; i++) {
      assertEquals(2, post.values()[0][i][post.times().length - 1]);
    }
  }

  @Test
  void shouldAddUpWhatArrivesInTheSameStepOverManyDelays() {
    int sources = 40;
    double[] delays = IntStream.range(0, sources).mapToDouble(i -> 0.1 * (i + 1)).toArray();
    // Source i is driven at 5 ms minus its delay, so that all arrive at once.
    List<Input> inputs =
        IntStream.range(0, sources)
            .<Input>mapToObj(
                i ->
                    new Input.Spikes(
                        "input" + i,
                        List.of(range("pre", i, i + 1)),
                        org.hillock.network.SpikeTrains.of(
                            List.of(new double[] {5 - delays[i] - 0.1})),
                        Distribution.of(1),
                        0.1))
            .toList();
    Network network =
        new Network(
            List.of(population("pre", sources, 1), population("post", 1, 1e9)),
            inputs,
            List.of(
                projection(
                    range("pre", 0, sources),
                    range("post", 0, 1),
                    new ConnectionRule.Explicit(
                        IntStream.range(0, sources).toArray(), new int[sources], null, delays),
                    Distribution.of(1),
                    Distribution.of(1))));
    double[] arrived = run(network, 10, 1).traces().get(1).values()[1][0];
    assertEquals(sources, arrived[49]);
    assertEquals(sources, Arrays.stream(arrived).sum());
  }

  @Test
  void shouldInjectACurrentOverExactlyItsHalfOpenInterval() {
    Network network =
        new Network(
            List.of(population("cell", 2, 1e9)),
            List.of(
                new Input.StepCurrent(
                    "steps",
                    List.of(range("cell", 1, 2)),
                    List.of(1.0, 2.0, 3.0),
                    List.of(5.0, -2.0, 0.0),
                    0.5)),
            List.of());
    double[][] arrived = run(network, 5, 1).traces().get(0).values()[1];
    for (int i = 0; i < arrived[0].length; i++) {
      int step = i + 1;
      double expected = step > 15 && step <= 25 ? 5 : step > 25 && step <= 35 ? -2 : 0;
      assertEquals(expected, arrived[1][i], "step " + step);
      assertEquals(0, arrived[0][i]);
    }
  }

  @Test
  void shouldAddCurrentsOfSeveralInputs() {
    Network network =
        new Network(
            List.of(population("cell", 3, 1e9)),
            List.of(
                new Input.StepCurrent(
                    "a", List.of(range("cell", 0, 2)), List.of(0.0), List.of(1.0), 0),
                new Input.StepCurrent(
                    "b", List.of(range("cell", 1, 3)), List.of(1.0, 2.0), List.of(10.0, 20.0), 0)),
            List.of());
    double[][] arrived = run(network, 3, 2).traces().get(0).values()[1];
    assertArrayEquals(new double[] {1, 1, 1}, at(arrived[0], 5, 15, 25));
    assertArrayEquals(new double[] {1, 11, 21}, at(arrived[1], 5, 15, 25));
    assertArrayEquals(new double[] {0, 10, 20}, at(arrived[2], 5, 15, 25));
  }

  private static double[] at(double[] values, int... indices) {
    return Arrays.stream(indices).mapToDouble(i -> values[i]).toArray();
  }

  @Test
  void shouldHoldNoiseOverItsInterval() {
    Network network =
        new Network(
            List.of(population("cell", 50, 1e9)),
            List.of(
                new Input.NoiseCurrent(
                    "noise", List.of(range("cell", 0, 50)), 3, 2, 0.5, 0, 1, 101)),
            List.of());
    double[][] arrived = run(network, 110, 1).traces().get(0).values()[1];
    double sum = 0;
    double squares = 0;
    for (double[] neuron : arrived) {
      for (int i = 0; i < neuron.length; i++) {
        boolean flows = i >= 10 && i < 1010;
        if (!flows) {
          assertEquals(0, neuron[i], "step " + (i + 1));
        } else if ((i - 10) % 5 != 0) {
          assertEquals(neuron[i - 1], neuron[i], "step " + (i + 1));
        } else {
          sum += neuron[i];
          squares += neuron[i] * neuron[i];
        }
      }
    }
    int n = 50 * 200;
    assertEquals(3, sum / n, 5 * 2 / Math.sqrt(n));
    assertEquals(4, squares / n - sum / n * sum / n, 5 * 4 * Math.sqrt(2.0 / n));
  }

  @Test
  void shouldGiveEachTargetPoissonSpikesOfItsOwn() {
    int size = 200;
    Network network =
        new Network(
            List.of(population("cell", size, 1e9)),
            List.of(
                new Input.Poisson(
                    "poisson",
                    List.of(range("cell", 0, size)),
                    1000,
                    Distribution.of(1),
                    0.1,
                    10,
                    110)),
            List.of());
    TraceTable trace = run(network, 120, 1).traces().get(0);
    double total = 0;
    double squares = 0;
    for (double[] neuron : trace.values()[0]) {
      assertEquals(0, neuron[100]);
      double count = neuron[neuron.length - 1];
      assertEquals(neuron[1101], count);
      total += count;
      squares += count * count;
    }
    // 100 ms at 1 kHz: 100 spikes with a variance of 100.
    double mean = total / size;
    assertEquals(100, mean, 5 * 10 / Math.sqrt(size));
    assertEquals(100, squares / size - mean * mean, 5 * 100 * Math.sqrt(2.0 / size));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "4, 4", "1, 5", "2, 6", "3, 9"})
  void shouldGiveTheSameResultsWhateverTheThreadsAndPartitions(int threads, int partitions) {
    Network network = busyNetwork();
    RunResult one = run(network, 100, 1, 1);
    RunResult other = run(network, 100, threads, partitions);
    assertTrue(one.spikes().get(0).size() > 100);
    assertEquals(one.spikes(), other.spikes());
    assertArrayEquals(one.spikeCounts(), other.spikeCounts());
    assertEquals(one.statistics().synapses(), other.statistics().synapses());
    assertEquals(one.statistics().synapticEvents(), other.statistics().synapticEvents());
    for (int t = 0; t < one.traces().size(); t++) {
      assertTrue(Arrays.deepEquals(one.traces().get(t).values(), other.traces().get(t).values()));
    }
    for (int r = 0; r < one.rates().size(); r++) {
      assertArrayEquals(one.rates().get(r).counts(), other.rates().get(r).counts());
    }
  }

  @Test
  void shouldFireTheSameSpikesWhateverIsRecorded() {
    Network network = busyNetwork();
    SpikeList all = run(network, 100, 2).spikes().get(1);
    RunResult bare =
        GridSimulation.build(
                network,
                new RunSettings(STEP, 0, 100, 7, 2),
                Recording.spikesOf(List.of(range("inh", 3, 9))),
                RunListener.NONE)
            .run(RunListener.NONE);
    SpikeList some = bare.spikes().get(0);
    assertEquals(
        IntStream.range(0, all.size())
            .filter(i -> all.neurons()[i] >= 3 && all.neurons()[i] < 9)
            .mapToObj(i -> all.times()[i] + " " + all.neurons()[i])
            .toList(),
        IntStream.range(0, some.size())
            .mapToObj(i -> some.times()[i] + " " + some.neurons()[i])
            .toList());
  }

  @Test
  void shouldRecordOnlyAfterTheWarmUpAndFireTheSame() {
    Network network = busyNetwork();
    SpikeList whole = run(network, 100, 1).spikes().get(0);
    RunResult result =
        GridSimulation.build(
                network,
                new RunSettings(STEP, 40, 60, 7, 1),
                Recording.spikesOf(List.of(range("exc", 0, 80))),
                RunListener.NONE)
            .run(RunListener.NONE);
    double[] late = Arrays.stream(whole.times()).filter(time -> time > 40).toArray();
    assertArrayEquals(late, result.spikes().get(0).times());
    assertEquals(late.length, result.spikeCounts()[0]);
    assertEquals(60, result.statistics().simulatedMs(), 1e-9);
  }

  @Test
  void shouldCountEverySpikeInTheBinsOfTheRate() {
    RunResult result = run(busyNetwork(), 100, 2);
    for (int i = 0; i < 2; i++) {
      assertEquals(100, result.rates().get(i).counts().length);
      assertEquals(
          result.spikes().get(i).size(), Arrays.stream(result.rates().get(i).counts()).sum());
    }
  }

  @Test
  void shouldStopWhenAskedAndSayThatTheResultIsPartial() {
    RunListener stopper =
        new RunListener() {
          private int looks;

          @Override
          public void progress(Phase phase, double done) {}

          @Override
          public boolean stopRequested() {
            return ++looks > 20;
          }
        };
    Network network = busyNetwork();
    RunResult result =
        GridSimulation.build(
                network,
                new RunSettings(STEP, 0, 100, 7, 2),
                Recording.spikesOf(List.of(range("exc", 0, 80))),
                RunListener.NONE)
            .run(stopper);
    assertTrue(result.partial());
    assertTrue(result.endTime() > 0 && result.endTime() < 100, "ends at " + result.endTime());
    double[] whole = run(network, 100, 1).spikes().get(0).times();
    assertArrayEquals(
        Arrays.stream(whole).filter(time -> time <= result.endTime()).toArray(),
        result.spikes().get(0).times());
    assertFalse(run(network, 100, 1).partial());
  }

  @Test
  void shouldEndWithTheFailureOfAWorker() {
    RunListener failing =
        new RunListener() {
          @Override
          public void progress(Phase phase, double done) {}

          @Override
          public boolean stopRequested() {
            throw new IllegalStateException("no");
          }
        };
    GridSimulation simulation =
        GridSimulation.build(
            busyNetwork(),
            new RunSettings(STEP, 0, 100, 7, 3),
            Recording.nothing(),
            RunListener.NONE);
    assertEquals(
        "no",
        assertThrows(IllegalStateException.class, () -> simulation.run(failing)).getMessage());
  }

  @Test
  void shouldRefuseADelayThatRoundsToNoStep() {
    Network network =
        new Network(
            List.of(population("a", 2, 1)),
            List.of(),
            List.of(
                projection(
                    range("a", 0, 2),
                    range("a", 0, 2),
                    new ConnectionRule.AllToAll(),
                    Distribution.of(1),
                    Distribution.of(0.04))));
    InvalidNetworkException failure =
        assertThrows(InvalidNetworkException.class, () -> run(network, 1, 2));
    assertEquals(
        "synapses.synapses.delay: found 0.04 ms; allowed: from one step, 0.1 ms, to 3000.0 ms",
        failure.getMessage());
  }

  @Test
  void shouldRefuseANetworkThatDoesNotFitBeforeItAllocates() {
    int many = 2_000_000_000;
    Network network =
        new Network(
            List.of(population("a", 100_000, 1)),
            List.of(),
            List.of(
                projection(
                    range("a", 0, 100_000),
                    range("a", 0, 100_000),
                    new ConnectionRule.FixedIndegree(many),
                    Distribution.of(1),
                    Distribution.of(1))));
    OutOfMemoryEstimateException failure =
        assertThrows(OutOfMemoryEstimateException.class, () -> run(network, 1, 2));
    assertTrue(failure.neededBytes() > 1e14);
  }

  /** Everything at once: random synapses of every storage, noise, Poisson input, many delays. */
  private static Network busyNetwork() {
    Distribution delays = new Distribution.Normal(1.5, 0.8, 0.1, 4, Distribution.Outside.REDRAW);
    Distribution weights = new Distribution.Normal(0.3, 0.1);
    return new Network(
        List.of(population("exc", 80, 10), population("inh", 20, 8)),
        List.of(
            new Input.Poisson(
                "poisson",
                List.of(range("exc", 0, 80), range("inh", 0, 20)),
                3000,
                Distribution.of(0.4),
                0.5,
                0,
                Double.POSITIVE_INFINITY),
            new Input.NoiseCurrent(
                "noise",
                List.of(range("exc", 10, 50)),
                0.01,
                0.05,
                0.3,
                0,
                5,
                Double.POSITIVE_INFINITY)),
        List.of(
            projection(
                range("exc", 0, 80),
                range("exc", 0, 80),
                new ConnectionRule.FixedIndegree(20),
                weights,
                delays),
            projection(
                range("exc", 5, 80),
                range("inh", 0, 17),
                new ConnectionRule.PairwiseBernoulli(0.3),
                weights,
                delays),
            projection(
                range("inh", 0, 20),
                range("exc", 0, 80),
                new ConnectionRule.FixedTotalNumber(700),
                Distribution.of(-0.7),
                Distribution.of(0.8)),
            projection(
                range("inh", 0, 20),
                range("inh", 0, 20),
                new ConnectionRule.FixedOutdegree(6),
                new Distribution.LogNormal(-0.2, 0.5),
                new Distribution.Uniform(0.2, 1.9))));
  }
}
