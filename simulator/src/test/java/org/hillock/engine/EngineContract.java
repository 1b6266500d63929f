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
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.hillock.engine.grid.Networks;
import org.hillock.network.Conduction;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Positions;
import org.hillock.network.Projection;
import org.hillock.network.SpikeTrains;
import org.hillock.record.Recording;
import org.hillock.record.SpikeList;
import org.hillock.record.TraceTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every engine promises, whatever the models are. All times here are multiples of {@link
 * Networks#STEP}, so that a grid has nothing to round.
 *
 * <p>Tests that compare a run with another run of ours say nothing about what is right: they hold
 * that threads, recording and the end of a run change nothing.
 */
public abstract class EngineContract {

  private static final double EXACT = 1e-12;

  /** Settings of the engine with one thread and a fixed seed. */
  protected abstract RunSettings settings(double warmup, double duration);

  /** Builds on a number of partitions, each with a thread if there are so many. */
  protected abstract Simulation build(
      Network network, RunSettings settings, Recording recording, int partitions);

  private RunResult run(
      Network network, RunSettings settings, Recording recording, int partitions) {
    return build(network, settings, recording, partitions).run(RunListener.NONE);
  }

  /** Runs and records everything there is to record. */
  protected final RunResult run(Network network, double duration, int partitions) {
    return run(network, settings(0, duration), Networks.everything(network), partitions);
  }

  private static ConnectionRule.Explicit edges(
      int[] sources, int[] targets, double[] weights, double[] delays) {
    return new ConnectionRule.Explicit(sources, targets, weights, delays);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.2, 0.3, 1.5, 2, 25.5, 300, 2999.9})
  void shouldLetASpikeArriveExactlyItsDelayLater(double delay) {
    Network network =
        new Network(
            List.of(population("pre", 1, 1), population("post", 1, 1)),
            List.of(spikes("pre", 1, 0.1, 0.9, 7.9)),
            List.of(
                projection(
                    range("pre", 0, 1),
                    range("post", 0, 1),
                    new ConnectionRule.OneToOne(),
                    Distribution.of(2.5),
                    Distribution.of(delay))));
    Recording recording = Recording.spikesOf(List.of(range("pre", 0, 1), range("post", 0, 1)));
    RunResult result = run(network, settings(0, 3010), recording, 1);
    assertArrayEquals(new double[] {1, 8}, result.spikes().get(0).times(), EXACT);
    assertArrayEquals(new double[] {1 + delay, 8 + delay}, result.spikes().get(1).times(), 1e-11);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void shouldGiveEverySynapseTheDelayThatIsListedForIt(int partitions) {
    int size = 50;
    int[] targets = IntStream.range(0, size).map(i -> (7 * i) % size).toArray();
    double[] delays = new double[size];
    double[] expected = new double[size];
    for (int i = 0; i < size; i++) {
      delays[i] = (1 + (13 * i) % 47) / 10.0;
      expected[targets[i]] = 1 + delays[i];
    }
    Network network =
        new Network(
            List.of(population("pre", 1, 1), population("post", size, 1)),
            List.of(spikes("pre", 1, 0.1, 0.9)),
            List.of(
                projection(
                    range("pre", 0, 1),
                    range("post", 0, size),
                    edges(new int[size], targets, null, delays),
                    Distribution.of(1),
                    Distribution.of(1))));
    SpikeList fired = run(network, 10, partitions).spikes().get(1);
    assertEquals(size, fired.size());
    for (int i = 0; i < size; i++) {
      assertArrayEquals(new double[] {expected[i]}, fired.train(i), EXACT, "neuron " + i);
    }
  }

  @Test
  void shouldDrawADelayForEverySynapseAndKeepIt() {
    int size = 300;
    Network network =
        new Network(
            List.of(population("pre", 1, 1), population("post", size, 1)),
            List.of(spikes("pre", 1, 0.1, 0.9, 9.9)),
            List.of(
                projection(
                    range("pre", 0, 1),
                    range("post", 0, size),
                    new ConnectionRule.AllToAll(),
                    Distribution.of(1),
                    new Distribution.Uniform(0.5, 4.5))));
    SpikeList fired = run(network, 20, 2).spikes().get(1);
    double sum = 0;
    TreeSet<Double> different = new TreeSet<>();
    for (int i = 0; i < size; i++) {
      double[] train = fired.train(i);
      assertEquals(2, train.length);
      double delay = train[0] - 1;
      assertEquals(delay, train[1] - 10, 1e-12);
      assertTrue(delay > 0.44 && delay < 4.56, delay + " ms");
      sum += delay;
      different.add(train[0]);
    }
    assertTrue(different.size() > 30, different.size() + " delays");
    assertEquals(2.5, sum / size, 5 * 4 / Math.sqrt(12.0 * size));
  }

  @Test
  void shouldLetSpikesTravelAtTheVelocityOfConduction() {
    int size = 10;
    double velocity = 20;
    Positions row = Positions.between(size, new double[] {100}, new double[] {1000});
    Network network =
        new Network(
            List.of(
                new Population(
                    "pre",
                    1,
                    "accumulator",
                    population("pre", 1, 1).parameters(),
                    null,
                    Positions.of(new double[] {0})),
                new Population(
                    "row", size, "accumulator", population("row", 1, 1).parameters(), null, row)),
            List.of(spikes("pre", 1, 0.1, 0.9)),
            List.of(
                new Projection(
                    "axon",
                    range("pre", 0, 1),
                    range("row", 0, size),
                    new ConnectionRule.AllToAll(),
                    Distribution.of(1),
                    Distribution.of(0.5),
                    true,
                    true,
                    null,
                    new Conduction(velocity))));
    SpikeList fired = run(network, 100, 2).spikes().get(1);
    assertEquals(size, fired.size());
    for (int i = 0; i < size; i++) {
      assertEquals(
          1.5 + 100 * (fired.neurons()[i] + 1) / velocity, fired.times()[i], 1e-9, "neuron " + i);
    }
  }

  @Test
  void shouldLetArrivalsOfOneMomentActTogether() {
    Network network =
        new Network(
            List.of(population("pre", 1, 1), population("post", 2, 1)),
            List.of(spikes("pre", 1, 0.1, 0.9)),
            List.of(
                projection(
                    range("pre", 0, 1),
                    range("post", 0, 2),
                    new ConnectionRule.AllToAll(),
                    Distribution.of(2),
                    Distribution.of(1)),
                // Of another table, and it takes the first neuron back below the threshold.
                projection(
                    range("pre", 0, 1),
                    range("post", 0, 1),
                    new ConnectionRule.AllToAll(),
                    Distribution.of(-1.5),
                    Distribution.of(1))));
    RunResult result = run(network, 5, 1);
    assertArrayEquals(new int[] {1}, result.spikes().get(1).neurons());
    double[][] sums = result.traces().get(1).values()[0];
    assertEquals(0.5, sums[0][sums[0].length - 1]);
    assertEquals(0, sums[1][sums[1].length - 1]);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void shouldPassASpikeAlongAChainOneDelayAtATime(int partitions) {
    int size = 30;
    int[] sources = IntStream.range(0, size - 1).toArray();
    int[] targets = IntStream.range(1, size).toArray();
    double[] delays = IntStream.range(1, size).mapToDouble(i -> (1 + i % 4) / 10.0).toArray();
    Network network =
        new Network(
            List.of(population("chain", size, 1)),
            List.of(spikes("chain", 1, 0.1, 0.9)),
            List.of(
                projection(
                    range("chain", 0, size),
                    range("chain", 0, size),
                    edges(sources, targets, null, delays),
                    Distribution.of(1),
                    Distribution.of(1))));
    SpikeList fired = run(network, 20, partitions).spikes().get(0);
    assertArrayEquals(IntStream.range(0, size).toArray(), fired.neurons());
    double time = 1;
    for (int i = 0; i < size; i++) {
      assertEquals(time, fired.times()[i], 1e-11);
      time += i < size - 1 ? delays[i] : 0;
    }
  }

  @Test
  void shouldListSpikesByTimeThenNeuron() {
    SpikeList list = run(Networks.busy(), 100, 3).spikes().get(0);
    for (int i = 1; i < list.size(); i++) {
      assertTrue(
          list.times()[i] > list.times()[i - 1]
              || (list.times()[i] == list.times()[i - 1]
                  && list.neurons()[i] > list.neurons()[i - 1]));
    }
  }

  @Test
  void shouldAddUpTheWeightsThatAreListed() {
    Network network =
        new Network(
            List.of(population("pre", 3, 1), population("post", 2, 1e9)),
            List.of(
                new Input.Spikes(
                    "input",
                    List.of(range("pre", 0, 3)),
                    SpikeTrains.of(List.of(new double[] {0.9})),
                    Distribution.of(1),
                    0.1)),
            List.of(
                projection(
                    range("pre", 0, 3),
                    range("post", 0, 2),
                    // The pair 2 -> 1 has two synapses.
                    edges(
                        new int[] {0, 1, 2, 2, 2},
                        new int[] {0, 0, 0, 1, 1},
                        new double[] {0.1, 0.2, -0.7, 0.3, 0.05},
                        null),
                    Distribution.of(0),
                    Distribution.of(1))));
    double[][] sums = run(network, 3, 1).traces().get(1).values()[0];
    assertEquals(0.1 + 0.2 - 0.7, sums[0][sums[0].length - 1], 1e-15);
    assertEquals(0.35, sums[1][sums[1].length - 1], 1e-15);
  }

  @Test
  void shouldDrawAWeightForEverySynapseAndKeepIt() {
    int size = 400;
    Network network =
        new Network(
            List.of(population("pre", 1, 1), population("post", size, 1e9)),
            List.of(spikes("pre", 1, 0.1, 0.9, 2.9)),
            List.of(
                projection(
                    range("pre", 0, 1),
                    range("post", 0, size),
                    new ConnectionRule.AllToAll(),
                    new Distribution.Normal(2, 0.5),
                    Distribution.of(1))));
    double[][] sums = run(network, 5, 2).traces().get(1).values()[0];
    double sum = 0;
    double squares = 0;
    for (double[] neuron : sums) {
      double weight = neuron[25];
      assertEquals(2 * weight, neuron[49], 1e-12);
      sum += weight;
      squares += weight * weight;
    }
    assertEquals(2, sum / size, 5 * 0.5 / Math.sqrt(size));
    assertEquals(0.25, squares / size - sum * sum / size / size, 5 * 0.25 * Math.sqrt(2.0 / size));
  }

  @Test
  void shouldLetANeuronExciteItselfOnlyThroughAnAutapse() {
    Projection self =
        projection(
            range("cell", 0, 1),
            range("cell", 0, 1),
            new ConnectionRule.AllToAll(),
            Distribution.of(1),
            Distribution.of(1.5));
    Projection none =
        new Projection(
            "none",
            self.source(),
            self.target(),
            self.rule(),
            self.weight(),
            self.delay(),
            false,
            true,
            null);
    for (Projection projection : List.of(self, none)) {
      Network network =
          new Network(
              List.of(population("cell", 1, 1)),
              List.of(spikes("cell", 1, 0.1, 0.9)),
              List.of(projection));
      double[] times = run(network, 10, 1).spikes().get(0).times();
      double[] expected = projection == self ? new double[] {1, 2.5, 4, 5.5, 7, 8.5, 10} : null;
      assertArrayEquals(expected == null ? new double[] {1} : expected, times, 1e-12);
    }
  }

  @Test
  void shouldConnectAPairAsOftenAsItIsDrawn() {
    Network network =
        new Network(
            List.of(population("pre", 2, 1), population("post", 40, 1e9)),
            List.of(spikes("pre", 1, 0.1, 0.9)),
            List.of(
                projection(
                    range("pre", 0, 2),
                    range("post", 0, 40),
                    new ConnectionRule.FixedIndegree(25),
                    Distribution.of(1),
                    Distribution.of(1))));
    RunResult result = run(network, 3, 2);
    assertEquals(1000, result.statistics().synapses());
    double total = 0;
    for (double[] sum : result.traces().get(1).values()[0]) {
      total += sum[sum.length - 1];
    }
    // Only the first neuron fires; half of the synapses are its own.
    assertEquals(500, total, 5 * Math.sqrt(250));
    assertEquals(total, result.statistics().synapticEvents());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void shouldDeliverEverySpikeThroughEverySynapseOfItsSource(int partitions) {
    Random random = new Random(11);
    int size = 60;
    int synapses = 900;
    int[] sources = random.ints(synapses, 0, size).toArray();
    int[] targets = random.ints(synapses, 0, size).toArray();
    double[] delays = random.ints(synapses, 1, 60).mapToDouble(i -> i / 10.0).toArray();
    Network network =
        new Network(
            List.of(population("pre", size, 1), population("post", size, 3)),
            List.of(
                new Input.Poisson(
                    "poisson", List.of(range("pre", 0, size)), 200, Distribution.of(1), 0, 0, 80)),
            List.of(
                projection(
                    range("pre", 0, size),
                    range("post", 0, size),
                    edges(sources, targets, null, delays),
                    Distribution.of(1),
                    Distribution.of(1))));
    RunResult result = run(network, 90, partitions);
    int[] outdegree = new int[size];
    for (int source : sources) {
      outdegree[source]++;
    }
    SpikeList fired = result.spikes().get(0);
    long expected = 0;
    for (int neuron : fired.neurons()) {
      expected += outdegree[neuron];
    }
    assertTrue(fired.size() > 500, fired + "");
    assertEquals(expected, result.statistics().synapticEvents());
    // What has arrived is in the sums, or has gone into spikes, which set them back by 3.
    double sum = 3.0 * result.spikes().get(1).size();
    for (double[] neuron : result.traces().get(1).values()[0]) {
      sum += neuron[neuron.length - 1];
    }
    assertTrue(sum <= expected && sum > 0.7 * expected, sum + " of " + expected);
  }

  @Test
  void shouldCountWhatArrivesAfterTheWarmUpAndByTheEnd() {
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
  void shouldRecordOnlyWhatWasAskedFor() {
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
  void shouldFireTheSameSpikesWithEveryTraceAndWithout() {
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
  void shouldNotDependOnHowLongTheRunIs(double duration) {
    Network network = Networks.busy();
    double[] whole = run(network, 100, 1).spikes().get(0).times();
    assertArrayEquals(
        Arrays.stream(whole).filter(time -> time <= duration).toArray(),
        run(network, duration, 2).spikes().get(0).times());
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
                        SpikeTrains.of(List.of(new double[] {5 - delays[i] - 0.1})),
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
  @ValueSource(ints = {2, 3, 4, 5, 9})
  void shouldGiveTheSameResultsWhateverTheThreadsAndPartitions(int partitions) {
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
  void shouldFireTheSameSpikesWhateverIsRecorded() {
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
  void shouldRecordOnlyAfterTheWarmUpAndFireTheSame() {
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
  void shouldCountEverySpikeInTheBinsOfTheRate() {
    RunResult result = run(Networks.busy(), 100, 2);
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
    Simulation simulation = build(Networks.busy(), settings(0, 100), Recording.nothing(), 3);
    assertEquals(
        "no",
        assertThrows(IllegalStateException.class, () -> simulation.run(failing)).getMessage());
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

  private static double[] at(double[] values, int... indices) {
    return Arrays.stream(indices).mapToDouble(i -> values[i]).toArray();
  }
}
