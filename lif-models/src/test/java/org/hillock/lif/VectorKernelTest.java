package org.hillock.lif;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronKernel;
import org.hillock.model.NeuronModel;
import org.hillock.model.ParameterSet;
import org.hillock.random.RandomStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A vector kernel and its scalar twin give the same bits. */
class VectorKernelTest {

  private static final int NEURONS = 203;
  private static final int STEPS = 400;

  private record Twins(NeuronKernel vector, NeuronKernel scalar) {
    static Twins of(NeuronKernel kernel) {
      return new Twins(kernel, VectorKernelTest.scalar(kernel));
    }
  }

  /** The twin without vectors. */
  static NeuronKernel scalar(NeuronKernel kernel) {
    if (kernel instanceof IafPscExpVectors vectors) {
      return vectors.scalar();
    }
    if (kernel instanceof IafPscDeltaVectors vectors) {
      return vectors.scalar();
    }
    return ((IafPscAlphaVectors) kernel).scalar();
  }

  static List<Arguments> cases() {
    List<Arguments> cases = new ArrayList<>();
    for (NeuronModel model : List.of(new IafPscDelta(), new IafPscExp(), new IafPscAlpha())) {
      for (boolean injected : new boolean[] {false, true}) {
        for (double refractory : new double[] {0, 0.1, 2}) {
          cases.add(Arguments.of(model.name(), model, injected, refractory));
        }
      }
    }
    return cases;
  }

  @ParameterizedTest(name = "{0}, injected {2}, t_ref {3}")
  @MethodSource("cases")
  void vectorsGiveTheBitsOfTheScalarTwin(
      String name, NeuronModel model, boolean injected, double refractory) {
    Map<String, Double> values = Map.of("t_ref", refractory, "I_e", 120.0);
    Twins twins = Twins.of(model.kernel(ParameterSet.of(name, model.parameters(), values), 0.1));
    List<List<Integer>> spikes = new ArrayList<>();
    List<NeuronBlock> blocks = new ArrayList<>();
    for (NeuronKernel kernel : List.of(twins.vector(), twins.scalar())) {
      NeuronBlock block = run(kernel, model, injected, spikes);
      blocks.add(block);
    }
    assertEquals(spikes.get(0), spikes.get(1));
    assertTrue(spikes.get(0).size() > 100, "only " + spikes.get(0).size() + " spikes");
    for (int array = 0; array < model.stateArrays(); array++) {
      assertArrayEquals(bits(blocks.get(0).state(array)), bits(blocks.get(1).state(array)));
    }
  }

  private static NeuronBlock run(
      NeuronKernel kernel, NeuronModel model, boolean injected, List<List<Integer>> spikes) {
    RandomGenerator random = RandomGeneratorFactory.of("SplittableRandom").create(5);
    int offset = 3;
    double[][] input = new double[2][NEURONS + offset];
    NeuronBlock block =
        new NeuronBlock(
            0, 0, NEURONS, model.stateArrays(), input, offset, new RandomStream(1), null);
    for (int i = 0; i < NEURONS; i++) {
      kernel.write(block, 0, i, -70 + 15 * random.nextDouble());
    }
    double scale = model.receptors() == 1 ? 1 : 100;
    List<Integer> fired = new ArrayList<>();
    for (int step = 1; step <= STEPS; step++) {
      for (int i = 0; i < NEURONS; i++) {
        input[0][offset + i] = random.nextInt(4) == 0 ? scale * 4 * random.nextDouble() : 0;
        input[1][offset + i] = random.nextInt(9) == 0 ? -scale * random.nextDouble() : 0;
        if (injected) {
          block.injectedCurrent()[i] = 200 * random.nextDouble();
        }
      }
      int at = step;
      int cut = random.nextInt(NEURONS);
      kernel.update(block, 0, cut, step, neuron -> fired.add(at * NEURONS + neuron));
      kernel.update(block, cut, NEURONS, step, neuron -> fired.add(at * NEURONS + neuron));
    }
    spikes.add(fired);
    return block;
  }

  static long[] bits(double[] values) {
    long[] bits = new long[values.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Double.doubleToRawLongBits(values[i]);
    }
    return bits;
  }
}
