package org.hillock.lif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
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

  private static final RandomGenerator RANDOM =
      RandomGeneratorFactory.of("SplittableRandom").create(11);

  static List<NeuronModel> models() {
    return List.of(new IafPscDelta(), new IafPscExp(), new IafPscAlpha());
  }

  private static NeuronKernel kernel(NeuronModel model, double current) {
    Map<String, Double> values = Map.of("I_e", current, "t_ref", 3.0, "tau_m", 7.0);
    return model.kernel(ParameterSet.of("test", model.parameters(), values), 0.1);
  }

  private static NeuronBlock block(NeuronModel model, int neurons) {
    return new NeuronBlock(
        0, 0, neurons, model.stateArrays(), new double[2][neurons], 0, new RandomStream(1), null);
  }

  private static void randomise(NeuronModel model, NeuronKernel kernel, NeuronBlock block) {
    for (int i = 0; i < block.size(); i++) {
      kernel.write(block, 0, i, -80 + 30 * RANDOM.nextDouble());
      for (int array = 1; array < model.stateArrays(); array++) {
        block.state(array)[i] = 600 * (RANDOM.nextDouble() - 0.4);
      }
      if (i % 5 == 0) {
        block.state(0)[i] = Membrane.resting(RANDOM.nextInt(1, 60));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void manyStepsAtOnceGiveTheStateOfSingleSteps(NeuronModel model) {
    NeuronKernel kernel = kernel(model, -30);
    Quiescence quiescence = kernel.quiescence().orElseThrow();
    for (int steps : new int[] {1, 2, 29, 30, 31, 63, 64, 65, 700, 4096, 20_011}) {
      NeuronBlock single = block(model, 40);
      NeuronBlock jump = block(model, 40);
      randomise(model, kernel, single);
      for (int array = 0; array < model.stateArrays(); array++) {
        System.arraycopy(single.state(array), 0, jump.state(array), 0, 40);
      }
      boolean[] silent = new boolean[40];
      for (int i = 0; i < 40; i++) {
        silent[i] = quiescence.silent(single, i);
        if (silent[i]) {
          quiescence.advance(jump, i, 0, steps);
        }
      }
      for (int step = 1; step <= steps; step++) {
        kernel.update(single, 0, 40, step, neuron -> {});
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
    NeuronKernel kernel = kernel(model, 60);
    Quiescence quiescence = kernel.quiescence().orElseThrow();
    NeuronBlock block = block(model, 2000);
    randomise(model, kernel, block);
    boolean[] silent = new boolean[2000];
    boolean[] fired = new boolean[2000];
    int silentCount = 0;
    for (int i = 0; i < 2000; i++) {
      silent[i] = quiescence.silent(block, i);
      silentCount += silent[i] ? 1 : 0;
    }
    for (int step = 1; step <= 3000; step++) {
      kernel.update(block, 0, 2000, step, neuron -> fired[neuron] = true);
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
    assertTrue(kernel(model, 600).quiescence().isEmpty());
    assertTrue(kernel(model, 1e9).quiescence().isEmpty());
  }

  @Test
  void aLowerBoundOfThePotentialLeavesNoQuiescence() {
    for (NeuronModel model : List.of(new IafPscDelta(), new IafPscAlpha())) {
      ParameterSet parameters = ParameterSet.of("test", model.parameters(), Map.of("V_min", -80.0));
      assertTrue(model.kernel(parameters, 0.1).quiescence().isEmpty());
    }
  }
}
