package org.hillock.engine;

import static org.hillock.engine.grid.Networks.population;
import static org.hillock.engine.grid.Networks.projection;
import static org.hillock.engine.grid.Networks.range;
import static org.hillock.engine.grid.Networks.spikes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hillock.engine.grid.Networks;
import org.hillock.engine.memory.OutOfMemoryEstimateException;
import org.hillock.engine.run.RunListener;
import org.hillock.engine.run.RunResult;
import org.hillock.engine.run.Simulation;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.SineWaves;
import org.hillock.record.Recording;
import org.hillock.record.SpikeList;
import org.hillock.record.TraceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Inputs from outside, what is recorded, and how a run ends.
 *
 * <p>Tests that compare a run with another run of ours say nothing about what is right: they hold
 * that threads, recording and the end of a run change nothing.
 */
public interface RunContract extends EngineContract {

  @Test
  default void shouldCountWhatArrivesAfterTheWarmUpAndByTheEnd() {
    Network network =
        new Network(
            List.of(population("pre", 1, 1), population("post", 1, 1e9)),
            List.of(spikes("pre", 1, 0.1, 0.9, 1.9, 2.9, 3.9, 4.9)),
            List.of(
                projection(
                    range("pre", 0, 1),
                    range("post", 0, 1),
                    new ConnectionRule.AllToAll(),
                    Distribution.of(1),
                    Distribution.of(1.5))));
    // Arrivals at 2.5, 3.5, 4.5, 5.5 and 6.5 ms.
    assertEquals(
        2, run(network, settings(2.5, 2.5), Recording.nothing(), 1).statistics().synapticEvents());
    assertEquals(
        3, run(network, settings(2.4, 2.5), Recording.nothing(), 1).statistics().synapticEvents());
    assertEquals(
        1, run(network, settings(0, 2.5), Recording.nothing(), 1).statistics().synapticEvents());
    assertEquals(
        5, run(network, settings(0, 10), Recording.nothing(), 1).statistics().synapticEvents());
  }

  @Test
  default void shouldRecordOnlyWhatWasAskedFor() {
    Network network = Networks.busy();
    RunResult nothing = run(network, settings(0, 50), Recording.nothing(), 2);
    assertTrue(nothing.spikes().isEmpty() && nothing.traces().isEmpty());
    assertTrue(nothing.rates().isEmpty() && nothing.weights().isEmpty());
    assertTrue(nothing.spikeCounts()[0] > 10 && nothing.spikeCounts()[1] > 3);
    NeuronRange some = range("exc", 30, 50);
    RunResult result =
        run(
            network,
            settings(0, 50),
            new Recording(
                List.of(some),
                List.of(new Recording.Trace(range("inh", 5, 8), List.of("arrived"), 0.5)),
                List.of(),
                List.of(new Recording.Rate("inh", 10))),
            2);
    assertEquals(1, result.spikes().size());
    assertTrue(Arrays.stream(result.spikes().get(0).neurons()).allMatch(n -> n >= 30 && n < 50));
    TraceTable trace = result.traces().get(0);
    assertEquals(5, trace.firstNeuron());
    assertEquals(List.of("arrived"), trace.variables());
    assertEquals(3, trace.values()[0].length);
    double[] times = IntStream.rangeClosed(1, 100).mapToDouble(i -> i / 2.0).toArray();
    assertArrayEquals(times, trace.times());
    assertEquals(5, result.rates().get(0).counts().length);
    assertEquals("inh", result.rates().get(0).population());
  }

  @Test
  default void shouldFireTheSameSpikesWithEveryTraceAndWithout() {
    Network network = Networks.busy();
    List<NeuronRange> all = List.of(range("exc", 0, 80), range("inh", 0, 20));
    List<SpikeList> bare = run(network, settings(0, 100), Recording.spikesOf(all), 2).spikes();
    assertEquals(bare, run(network, 100, 2).spikes());
    Recording coarse =
        new Recording(
            all,
            List.of(
                new Recording.Trace(range("exc", 7, 61), List.of("sum"), 0.7),
                new Recording.Trace(range("exc", 20, 30), List.of("arrived", "sum"), 1.1)),
            List.of(),
            List.of());
    RunResult result = run(network, settings(0, 100), coarse, 2);
    assertEquals(bare, result.spikes());
    // The same moment of the same neuron in two traces, and in the finest.
    RunResult fine = run(network, 100, 1);
    assertEquals(
        result.traces().get(0).values()[0][13 + 2][10], fine.traces().get(0).values()[0][22][76]);
    assertEquals(
        result.traces().get(1).values()[1][2][6], fine.traces().get(0).values()[0][22][76]);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1, 33.3, 50, 99.9})
  default void shouldNotDependOnHowLongTheRunIs(double duration) {
    Network network = Networks.busy();
    double[] whole = run(network, 100, 1).spikes().get(0).times();
    assertArrayEquals(
        Arrays.stream(whole).filter(time -> time <= duration).toArray(),
        run(network, duration, 2).spikes().get(0).times());
  }

  @Test
  default void shouldInjectACurrentOverExactlyItsHalfOpenInterval() {
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
  default void shouldAddCurrentsOfSeveralInputs() {
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

  @Test
  default void shouldHoldSinesOverTheirIntervals() {
    List<SineWaves.Wave> waves =
        List.of(new SineWaves.Wave(30, 8, 0.3), new SineWaves.Wave(10, 2, 0));
    Network network =
        new Network(
            List.of(population("cell", 2, 1e9)),
            List.of(
                new Input.Sines(
                    "sines",
                    List.of(range("cell", 1, 2)),
                    new SineWaves(waves, 0.2),
                    0.5,
                    1,
                    6.1,
                    null)),
            List.of());
    double[][] arrived = run(network, 10, 1).traces().get(0).values()[1];
    for (int i = 0; i < arrived[0].length; i++) {
      double since = Math.floorDiv(i - 15, 2) * 0.2;
      double expected =
          30 * Math.sin(2 * Math.PI * since / 8 + 0.3) + 10 * Math.sin(2 * Math.PI * since / 2);
      assertEquals(i >= 15 && i < 66 ? expected : 0, arrived[1][i], 1e-12, "step " + (i + 1));
      assertEquals(0, arrived[0][i]);
    }
  }

  @Test
  default void shouldHoldNoiseOverItsInterval() {
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
  default void shouldGiveEachTargetPoissonSpikesOfItsOwn() {
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
  @ValueSource(ints = {2, 3, 4, 5, 9})
  default void shouldGiveTheSameResultsWhateverTheThreadsAndPartitions(int partitions) {
    Network network = Networks.busy();
    RunResult one = run(network, 100, 1);
    RunResult other = run(network, 100, partitions);
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
  default void shouldFireTheSameSpikesWhateverIsRecorded() {
    Network network = Networks.busy();
    SpikeList all = run(network, 100, 2).spikes().get(1);
    RunResult bare =
        run(network, settings(0, 100), Recording.spikesOf(List.of(range("inh", 3, 9))), 2);
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
  default void shouldRecordOnlyAfterTheWarmUpAndFireTheSame() {
    Network network = Networks.busy();
    SpikeList whole = run(network, 100, 1).spikes().get(0);
    RunResult result =
        run(network, settings(40, 60), Recording.spikesOf(List.of(range("exc", 0, 80))), 1);
    double[] late = Arrays.stream(whole.times()).filter(time -> time > 40).toArray();
    assertArrayEquals(late, result.spikes().get(0).times());
    assertEquals(late.length, result.spikeCounts()[0]);
    assertEquals(60, result.statistics().simulatedMs(), 1e-9);
  }

  @Test
  default void shouldCountEverySpikeInTheBinsOfTheRate() {
    RunResult result = run(Networks.busy(), 100, 2);
    for (int i = 0; i < 2; i++) {
      assertEquals(100, result.rates().get(i).counts().length);
      assertEquals(
          result.spikes().get(i).size(), Arrays.stream(result.rates().get(i).counts()).sum());
    }
  }

  @Test
  default void shouldStopWhenAskedAndSayThatTheResultIsPartial() {
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
    Network network = Networks.busy();
    RunResult result =
        build(network, settings(0, 100), Networks.everything(network), 2).run(stopper);
    assertTrue(result.partial());
    assertTrue(result.endTime() > 0 && result.endTime() < 100, "ends at " + result.endTime());
    RunResult whole = run(network, 100, 1);
    assertFalse(whole.partial());
    for (int population = 0; population < 2; population++) {
      double[] times = whole.spikes().get(population).times();
      assertArrayEquals(
          Arrays.stream(times).filter(time -> time <= result.endTime()).toArray(),
          result.spikes().get(population).times());
      TraceTable trace = result.traces().get(population);
      TraceTable all = whole.traces().get(population);
      int samples = trace.times().length;
      assertEquals(Math.floor(result.endTime() / Networks.STEP + 1e-6), samples);
      assertArrayEquals(Arrays.copyOf(all.times(), samples), trace.times());
      for (int neuron = 0; neuron < trace.values()[0].length; neuron++) {
        assertArrayEquals(
            Arrays.copyOf(all.values()[0][neuron], samples), trace.values()[0][neuron]);
      }
      int[] counts = result.rates().get(population).counts();
      assertArrayEquals(
          Arrays.copyOf(whole.rates().get(population).counts(), counts.length), counts);
      assertEquals((int) result.endTime(), counts.length);
    }
  }

  @Test
  default void shouldEndWithTheFailureOfAWorker() {
    RunListener failing =
        new RunListener() {
          @Override
          public void progress(Phase phase, double done) {}

          @Override
          public boolean stopRequested() {
            throw new IllegalStateException("no");
          }
        };
    Simulation simulation = build(Networks.busy(), settings(0, 100), Recording.nothing(), 3);
    assertEquals(
        "no",
        assertThrows(IllegalStateException.class, () -> simulation.run(failing)).getMessage());
  }

  @Test
  default void shouldRefuseANetworkThatDoesNotFitBeforeItAllocates() {
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

  private static double[] at(double[] values, int... indices) {
    return Arrays.stream(indices).mapToDouble(i -> values[i]).toArray();
  }
}
