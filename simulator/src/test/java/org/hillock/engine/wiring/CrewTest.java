package org.hillock.engine.wiring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.hillock.engine.run.Crew;
import org.hillock.network.ConnectionRule;
import org.hillock.network.Distribution;
import org.hillock.network.FixedTotalNumber;
import org.hillock.network.Network;
import org.hillock.network.NeuronRange;
import org.hillock.network.Population;
import org.hillock.network.Projection;
import org.hillock.random.RandomStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However many threads share the wiring of a projection, the synapses are the same. */
class CrewTest {

  private static final int SIZE = 3000;
  private static final int DEGREE = 400;

  /** Does the last task first, as threads may. */
  private record Backwards(int size) implements Crew {
    @Override
    public void share(int tasks, IntConsumer task) {
      for (int i = tasks - 1; i >= 0; i--) {
        task.accept(i);
      }
    }
  }

  static Stream<ConnectionRule> rules() {
    SplittableRandom random = new SplittableRandom(1);
    int[] sources = random.ints((long) SIZE * DEGREE, 0, SIZE).toArray();
    int[] targets = random.ints((long) SIZE * DEGREE, 0, SIZE).toArray();
    return Stream.of(
        new ConnectionRule.FixedOutdegree(DEGREE),
        new FixedTotalNumber((long) SIZE * DEGREE),
        new ConnectionRule.Explicit(sources, targets, null, null));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void shouldWireTheSameSynapsesForAnyNumberOfThreads(ConnectionRule rule) {
    Network network = network(rule);
    Wiring alone = new Wiring(network, 0, 3);
    for (int threads : new int[] {2, 3, 8}) {
      Wiring shared =
          new Wiring(network, 0, new WeightQuanta(network, 0), 3, new Backwards(threads));
      IntList expected = new IntList();
      IntList found = new IntList();
      RandomStream stream = new RandomStream(3);
      long total = 0;
      for (int target = 0; target < SIZE; target++) {
        alone.sources(target, stream, expected);
        shared.sources(target, stream, found);
        assertArrayEquals(
            Arrays.copyOf(expected.array(), expected.size()),
            Arrays.copyOf(found.array(), found.size()));
        total += found.size();
      }
      assertEquals((long) SIZE * DEGREE, total);
    }
  }

  private static Network network(ConnectionRule rule) {
    NeuronRange all = new NeuronRange("a", 0, SIZE);
    return new Network(
        List.of(new Population("a", SIZE, "accumulator", Map.of())),
        List.of(),
        List.of(
            new Projection(
                "synapses",
                all,
                all,
                rule,
                Distribution.of(1),
                Distribution.of(1),
                true,
                true,
                null)));
  }
}
