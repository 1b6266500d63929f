package org.hillock.model.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.hillock.model.BlockParameters;
import org.hillock.model.Models;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronModel;
import org.hillock.model.Parameter;
import org.hillock.model.ParameterSet;
import org.hillock.random.RandomStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Vector instructions give the bits of plain loops, for every model that moves linearly. */
class LinearKernelTest {

  private static final double STEP = 0.1;
  private static final int SIZE = 61;

  static List<NeuronModel> models() {
    return Models.neurons().stream()
        .filter(model -> model.dynamics() instanceof Linear)
        .map(model -> Models.withLists(model, Set.of("tau_syn_1", "tau_syn_2", "tau_syn_3")))
        .toList();
  }

  /** Neurons that differ in all that need not be a whole number of steps. */
  private static BlockParameters parameters(NeuronModel model, boolean vary) {
    List<ParameterSet> sets = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      Map<String, Double> values = new HashMap<>();
      for (Parameter parameter : model.parameters()) {
        double value = parameter.defaultValue() * (1 + 0.003 * (i % 7));
        boolean free = !parameter.onGrid() && !parameter.name().equals("dead_time_shape");
        if (vary && free && parameter.allows(value)) {
          values.put(parameter.name(), value);
        }
      }
      sets.add(ParameterSet.of("test", model.parameters(), values));
    }
    return new BlockParameters(SIZE, vary, vary ? sets::get : neuron -> sets.get(0));
  }

  private record Run(NeuronBlock block, LinearKernel kernel, List<Integer> spikes) {}

  private static Run run(NeuronModel model, boolean vary, boolean vectors) {
    Linear linear = (Linear) model.dynamics();
    LinearKernel kernel = new LinearKernel(parameters(model, vary), linear.of(), STEP, vectors);
    int receptors = model.description().receptors().size();
    double[][] input = new double[receptors][SIZE + 3];
    NeuronBlock block =
        new NeuronBlock(0, 5, SIZE, kernel.stateArrays(), input, 3, new RandomStream(3), null);
    for (int v = 0; v < model.stateVariables().size(); v++) {
      for (int i = 0; i < SIZE; i++) {
        ParameterSet own = parameters(model, vary).of().apply(i);
        kernel.write(block, v, i, model.initialValue(v, own));
      }
    }
    List<Integer> spikes = new ArrayList<>();
    Random random = new Random(5);
    double[] current = block.injectedCurrent(0);
    for (int step = 1; step <= 400; step++) {
      for (int i = 0; i < SIZE; i++) {
        current[i] = 300 + 500 * random.nextDouble();
        for (int r = 0; r < receptors; r++) {
          double weight = 40 * random.nextDouble();
          boolean negative = model.description().bySign() && r == 1;
          input[r][3 + i] = random.nextInt(40) == 0 ? negative ? -weight : weight : 0;
        }
      }
      // A range that begins and ends within a vector, as chunks of a population may.
      kernel.update(block, 0, 29, step, spikes::add);
      kernel.update(block, 29, SIZE, step, spikes::add);
    }
    return new Run(block, kernel, spikes);
  }

  @ParameterizedTest
  @MethodSource("models")
  void shouldGiveTheSameBitsWithAndWithoutVectors(NeuronModel model) {
    for (boolean vary : new boolean[] {false, true}) {
      Run plain = run(model, vary, false);
      Run vectors = run(model, vary, true);
      assertTrue(plain.spikes.size() > SIZE, model.name() + " fires");
      assertEquals(plain.spikes, vectors.spikes, model.name());
      for (int array = 0; array < plain.kernel.stateArrays(); array++) {
        assertArrayEquals(plain.block.state(array), vectors.block.state(array), model.name());
      }
    }
  }
}
