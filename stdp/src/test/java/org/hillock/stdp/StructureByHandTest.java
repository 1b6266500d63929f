package org.hillock.stdp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hillock.engine.run.RunResult;
import org.hillock.network.Distribution;
import org.hillock.network.Network;
import org.hillock.network.Population;
import org.hillock.network.Rewiring;
import org.hillock.network.SpikeTrains;
import org.hillock.network.SynapticElement;
import org.hillock.record.StructureTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One source that plays a train, and one target that repeats what it receives: nothing is left to
 * chance, so that a reference written here by hand, step by step and with none of the engine's
 * parts, must come to the same synapses and spikes.
 *
 * <p>The loop is closed: more synapses make the target fire more, its calcium rises, and its
 * elements vanish with the synapses that they hold.
 */
class StructureByHandTest {

  private static final double STEP = 0.5;
  private static final int STEPS = 20_000;
  private static final int EVERY = 50;
  private static final int DELAY = 31;
  private static final double TAU = 400;
  private static final double BETA = 0.05;
  private static final double EPS = 0.6;
  private static final double DECAY = 0.25;

  /** The source and the target in turn: elements a millisecond. */
  private static final double[] RATE = {0.02, 0.03};

  /** Elements at the beginning. */
  private static final double[] FIRST = {6.3, 4.6};

  /** What the reference says. */
  private static final class Reference {
    final List<Long> synapses = new ArrayList<>();
    final List<Double> calcium = new ArrayList<>();
    final List<Double> elements = new ArrayList<>();
    final List<Double> spikes = new ArrayList<>();
    boolean nothingLeft;
    boolean arrivesWithoutSynapse;

    /**
     * @param fires whether the source fires in each step, from 1
     */
    Reference(boolean[] fires) {
      double[] z = FIRST.clone();
      double[] ca = new double[2];
      int[] arriving = new int[STEPS + DELAY + 1];
      int bound = 0;
      look(bound, ca[1], z[1]);
      for (int step = 1; step <= STEPS; step++) {
        for (int side = 0; side < 2; side++) {
          z[side] += RATE[side] * (STEP - ca[side] * TAU * (1 - Math.exp(-STEP / TAU)) / EPS);
          ca[side] *= Math.exp(-STEP / TAU);
        }
        // There are never less than 0 elements, as of the last spike or change of the wiring.
        boolean changes = step % EVERY == 0;
        nothingLeft |= changes && z[1] < 0;
        z[0] = fires[step] || changes ? Math.max(0, z[0]) : z[0];
        z[1] = arriving[step] > 0 || changes ? Math.max(0, z[1]) : z[1];
        if (fires[step]) {
          ca[0] += BETA;
          arriving[step + DELAY] += bound;
        }
        for (int i = 0; i < arriving[step]; i++) {
          spikes.add(step * STEP);
          ca[1] += BETA;
        }
        arrivesWithoutSynapse |= arriving[step] > bound;
        if (changes) {
          bound = Math.min(bound, (int) Math.floor(z[0]));
          bound = Math.min(bound, (int) Math.floor(z[1]));
          bound += Math.min((int) Math.floor(z[0]), (int) Math.floor(z[1])) - bound;
          for (int side = 0; side < 2; side++) {
            z[side] -= DECAY * ((int) Math.floor(z[side]) - bound);
          }
          look(bound, ca[1], z[1]);
        }
      }
    }

    private void look(long bound, double targetCalcium, double dendrites) {
      synapses.add(bound);
      calcium.add(targetCalcium);
      elements.add(dendrites);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "3, 2", "4, 3"})
  void comesToTheSynapsesAndSpikesOfAReferenceByHand(int seed, int threads) {
    boolean[] fires = new boolean[STEPS + 1];
    List<Double> train = new ArrayList<>();
    Random random = new Random(seed);
    for (int step = 1; step <= STEPS; step++) {
      // Half of the time at a low rate, half at a high one, so that wiring comes and goes.
      fires[step] = random.nextDouble() < (step / 4000 % 2 == 0 ? 0.001 : 0.01);
      if (fires[step]) {
        train.add(step * STEP);
      }
    }
    Reference reference = new Reference(fires);
    RunResult result = run(train, threads);

    StructureTable table = result.structure();
    assertTrue(reference.nothingLeft, "elements never came to 0");
    assertTrue(reference.arrivesWithoutSynapse, "nothing was in flight when a synapse vanished");
    assertArrayEquals(
        reference.synapses.stream().mapToLong(n -> n).toArray(), table.synapses().get(0).counts());
    assertArrayEquals(
        reference.spikes.stream().mapToDouble(t -> t).toArray(),
        result.spikes().get(1).times(),
        1e-9);
    assertArrayEquals(
        reference.calcium.stream().mapToDouble(c -> c).toArray(),
        table.calcium().get(1).means(),
        1e-12);
    assertArrayEquals(
        reference.elements.stream().mapToDouble(z -> z).toArray(),
        table.elements().get(1).means(),
        1e-9);
    assertEquals(EVERY * STEP, table.times()[1], 1e-12);
    long last = reference.synapses.get(reference.synapses.size() - 1);
    assertEquals(last, result.statistics().synapses());
  }

  private static RunResult run(List<Double> train, int threads) {
    Map<String, Double> calcium = Map.of("tau_Ca", TAU, "beta_Ca", BETA);
    Population source =
        GrowingNetwork.growing(
            "source",
            "spike_generator",
            1,
            SpikeTrains.of(List.of(train.stream().mapToDouble(t -> t).toArray())),
            calcium,
            element("axon", 0));
    Population target =
        GrowingNetwork.growing("target", "parrot_neuron", 1, null, calcium, element("spine", 1));
    Network network =
        new Network(
            List.of(source, target),
            List.of(),
            List.of(
                GrowingNetwork.projection(
                    source,
                    target,
                    GrowingNetwork.EMPTY,
                    Distribution.of(1),
                    Distribution.of(DELAY * STEP),
                    new Rewiring("axon", "spine", EVERY * STEP))));
    return GrowingNetwork.run(network, STEP, 0, STEPS * STEP, threads);
  }

  private static SynapticElement element(String name, int side) {
    return new SynapticElement(
        name,
        "linear",
        Map.of(
            "growth_rate", 1000 * RATE[side], "eps", EPS, "z", FIRST[side], "tau_vacant", DECAY));
  }
}
