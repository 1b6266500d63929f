package org.hillock.model.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.hillock.lif.IafPscAlpha;
import org.hillock.lif.IafPscDelta;
import org.hillock.lif.IafPscExp;
import org.hillock.lif.IafPscExpMultisynapse;
import org.hillock.lif.Mat2PscExp;
import org.hillock.model.BlockParameters;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronKernel;
import org.hillock.model.NeuronModel;
import org.hillock.model.ParameterSet;
import org.hillock.model.Quiescence;
import org.hillock.random.RandomStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Many steps at once against as many single steps. */
class LinearQuiescenceTest {

  /** The step that has been reached. */
  private static final long START = 30;

  private static final RandomGenerator RANDOM =
      RandomGeneratorFactory.of("SplittableRandom").create(11);

  static List<NeuronModel> models() {
    return List.of(
        new IafPscDelta(),
        new IafPscExp(),
        new IafPscAlpha(),
        new Mat2PscExp(),
        new IafPscExpMultisynapse().withLists(Map.of("tau_syn", 2)));
  }

  private static ParameterSet parameters(NeuronModel model, Map<String, Double> values) {
    return ParameterSet.of("test", model.parameters(), values);
  }

  private static NeuronKernel kernel(NeuronModel model, double current, int neurons) {
    Map<String, Double> values = Map.of("I_e", current, "t_ref", 3.0, "tau_m", 7.0);
    BlockParameters all = BlockParameters.of(neurons, parameters(model, values));
    return model.dynamics().kernel(all, 0.1);
  }

  private static NeuronBlock block(NeuronKernel kernel, int neurons) {
    return new NeuronBlock(
        0, 0, neurons, kernel.stateArrays(), new double[2][neurons], 0, new RandomStream(1), null);
  }

  /** Random states; one neuron in five has fired in a step up to 30. */
  private static void randomise(NeuronKernel kernel, NeuronBlock block) {
    for (int step = 1; step <= 30; step++) {
      for (int i = 0; i < block.size(); i += 5) {
        if (i / 5 % 30 + 1 == step) {
          block.state(0)[i] = 100;
        }
        kernel.update(block, i, i + 1, step, neuron -> {});
      }
    }
    for (int i = 0; i < block.size(); i++) {
      if (i % 5 != 0) {
        kernel.write(block, 0, i, -80 + 30 * RANDOM.nextDouble());
      }
      for (int array = 1; array < kernel.stateArrays(); array++) {
        block.state(array)[i] = 600 * (RANDOM.nextDouble() - 0.4);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void manyStepsAtOnceGiveTheStateOfSingleSteps(NeuronModel model) {
    for (int steps : new int[] {1, 2, 29, 30, 31, 63, 64, 65, 700, 4096, 20_011}) {
      NeuronKernel kernel = kernel(model, -30, 40);
      Quiescence quiescence = kernel.quiescence().orElseThrow();
      NeuronBlock single = block(kernel, 40);
      NeuronBlock jump = block(kernel, 40);
      randomise(kernel, single);
      for (int array = 0; array < kernel.stateArrays(); array++) {
        System.arraycopy(single.state(array), 0, jump.state(array), 0, 40);
      }
      boolean[] silent = new boolean[40];
      for (int i = 0; i < 40; i++) {
        silent[i] = quiescence.silent(single, i);
        if (silent[i]) {
          quiescence.advance(jump, i, START, START + steps);
        }
      }
      for (int step = 1; step <= steps; step++) {
        kernel.update(single, 0, 40, START + step, neuron -> {});
      }
      for (int i = 0; i < 40; i++) {
        for (int variable = 0; silent[i] && variable < model.stateVariables().size(); variable++) {
          double expected = kernel.read(single, variable, i);
          assertEquals(expected, kernel.read(jump, variable, i), 1e-11 * (1 + Math.abs(expected)));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void neuronsSaidToBeSilentNeverFire(NeuronModel model) {
    NeuronKernel kernel = kernel(model, 60, 2000);
    Quiescence quiescence = kernel.quiescence().orElseThrow();
    NeuronBlock block = block(kernel, 2000);
    randomise(kernel, block);
    boolean[] silent = new boolean[2000];
    boolean[] fired = new boolean[2000];
    int silentCount = 0;
    for (int i = 0; i < 2000; i++) {
      silent[i] = quiescence.silent(block, i);
      silentCount += silent[i] ? 1 : 0;
    }
    for (int step = 1; step <= 3000; step++) {
      kernel.update(block, 0, 2000, START + step, neuron -> fired[neuron] = true);
    }
    int restlessThatFired = 0;
    for (int i = 0; i < 2000; i++) {
      assertTrue(!(silent[i] && fired[i]), "neuron " + i + " was said to be silent, and fired");
      restlessThatFired += fired[i] ? 1 : 0;
    }
    assertTrue(silentCount > 200 && restlessThatFired > 100, silentCount + " silent");
  }

  @ParameterizedTest
  @MethodSource("models")
  void neuronsThatFireByThemselvesHaveNoQuiescence(NeuronModel model) {
    assertTrue(kernel(model, 600, 1).quiescence().isEmpty());
    assertTrue(kernel(model, 1e9, 1).quiescence().isEmpty());
  }

  @Test
  void aLowerBoundOfThePotentialLeavesNoQuiescence() {
    for (NeuronModel model : List.of(new IafPscDelta(), new IafPscAlpha())) {
      BlockParameters one = BlockParameters.of(1, parameters(model, Map.of("V_min", -80.0)));
      assertTrue(model.dynamics().kernel(one, 0.1).quiescence().isEmpty());
    }
  }
}
