package org.hillock.engine;

import static org.hillock.engine.grid.Networks.population;
import static org.hillock.engine.grid.Networks.projection;
import static org.hillock.engine.grid.Networks.range;
import static org.hillock.engine.grid.Networks.spikes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.hillock.engine.grid.Networks;
import org.hillock.engine.run.RunResult;
import org.hillock.network.Conduction;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.Input;
import org.hillock.network.Network;
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

/** Spikes travel: delays, order, weights, and that none is lost or made up. */
public interface SynapseContract extends EngineContract {

  /** For times that may be sums of rounded numbers [ms]. */
  double EXACT = 1e-12;

  private static ConnectionRule.Explicit edges(
      int[] sources, int[] targets, double[] weights, double[] delays) {
    return new ConnectionRule.Explicit(sources, targets, weights, delays);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.2, 0.3, 1.5, 2, 25.5, 300, 2999.9})
  default void shouldLetASpikeArriveExactlyItsDelayLater(double delay) {
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
  default void shouldGiveEverySynapseTheDelayThatIsListedForIt(int partitions) {
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
  default void shouldDrawADelayForEverySynapseAndKeepIt() {
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
  default void shouldLetSpikesTravelAtTheVelocityOfConduction() {
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
  default void shouldLetArrivalsOfOneMomentActTogether() {
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
  default void shouldPassASpikeAlongAChainOneDelayAtATime(int partitions) {
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
  default void shouldListSpikesByTimeThenNeuron() {
    SpikeList list = run(Networks.busy(), 100, 3).spikes().get(0);
    for (int i = 1; i < list.size(); i++) {
      assertTrue(
          list.times()[i] > list.times()[i - 1]
              || (list.times()[i] == list.times()[i - 1]
                  && list.neurons()[i] > list.neurons()[i - 1]));
    }
  }

  @Test
  default void shouldAddUpTheWeightsThatAreListed() {
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
  default void shouldDrawAWeightForEverySynapseAndKeepIt() {
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
  default void shouldLetANeuronExciteItselfOnlyThroughAnAutapse() {
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
  default void shouldConnectAPairAsOftenAsItIsDrawn() {
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
  default void shouldDeliverEverySpikeThroughEverySynapseOfItsSource(int partitions) {
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

  @ParameterizedTest
  @ValueSource(ints = {1, 254, 255, 256, 1000})
  default void shouldDeliverEverySynapseOfARowOfAnyLength(int targets) {
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
  default void shouldAddUpWhatArrivesInTheSameStepOverManyDelays() {
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
}
