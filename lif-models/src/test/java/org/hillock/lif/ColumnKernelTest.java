package org.hillock.lif;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronKernel;
import org.hillock.model.NeuronModel;
import org.hillock.model.ParameterSet;
import org.hillock.random.RandomStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Neurons that differ, advanced by one kernel with columns, against each advanced by a kernel of
 * its own: the same bits, by vectors and without. That those kernels are right is for others to
 * test.
 */
class ColumnKernelTest {

  private static final int NEURONS = 77;
  private static final int OFFSET = 3;
  private static final int STEPS = 600;
  private static final double STEP = 0.1;

  static List<Arguments> cases() {
    List<Arguments> cases = new ArrayList<>();
    List<List<String>> varied =
        List.of(
            List.of(
                "C_m", "tau_m", "E_L", "V_th", "V_reset", "t_ref", "I_e", "tau_syn_ex", "V_min"),
            List.of("I_e"),
            List.of("tau_m", "tau_syn_in"),
            List.of("V_th"));
    for (NeuronModel model :
        List.of(new IafPscDelta(), new IafPscExp(), new IafPscAlpha(), new IfPscDelta())) {
      for (List<String> names : varied) {
        for (boolean injected : new boolean[] {false, true}) {
          cases.add(Arguments.of(model.name(), model, names, injected));
        }
      }
    }
    return cases;
  }

  private static double draw(String name, Random random) {
    return switch (name) {
      case "C_m" -> 200 + 100 * random.nextDouble();
      case "tau_m" -> 8 + 10 * random.nextDouble();
      case "E_L" -> -72 + 4 * random.nextDouble();
      case "V_th" -> -56 + 3 * random.nextDouble();
      case "V_reset" -> -71 + 3 * random.nextDouble();
      case "t_ref" -> 0.1 * random.nextInt(30);
      case "I_e" -> 200 + 300 * random.nextDouble();
      case "V_min" -> -75 + random.nextDouble();
      default -> 1 + 3 * random.nextDouble();
    };
  }

  @ParameterizedTest(name = "{0}, {2} vary, injected {3}")
  @MethodSource("cases")
  void shouldGiveTheBitsOfAKernelForEachNeuron(
      String name, NeuronModel model, List<String> varied, boolean injected) {
    Random random = new Random(11);
    List<String> known = model.parameters().stream().map(p -> p.name()).toList();
    List<ParameterSet> sets = new ArrayList<>();
    for (int i = 0; i < NEURONS; i++) {
      Map<String, Double> given = new HashMap<>(Map.of("V_th", -55.0, "V_reset", -70.0));
      for (String parameter : varied) {
        if (known.contains(parameter)) {
          given.put(parameter, draw(parameter, random));
        }
      }
      sets.add(ParameterSet.of(name, model.parameters(), given));
    }
    IntFunction<ParameterSet> parameters = sets::get;
    NeuronKernel columns = model.kernelOfEach(NEURONS, parameters, STEP).orElseThrow();
    Run expected = run(model, injected, neuron -> model.kernel(sets.get(neuron), STEP), false);
    assertTrue(expected.spikes.size() > 100, "only " + expected.spikes.size() + " spikes");
    expected.assertEqual(run(model, injected, neuron -> columns, true));
    NeuronKernel scalar = scalar(model, sets);
    expected.assertEqual(run(model, injected, neuron -> scalar, true));
  }

  /** The columns without vectors. */
  private static NeuronKernel scalar(NeuronModel model, List<ParameterSet> sets) {
    IntFunction<NeuronKernel> each = i -> VectorKernelTest.scalar(model.kernel(sets.get(i), STEP));
    if (model instanceof IafPscExp) {
      return new IafPscExpColumns(
          NEURONS, i -> IafPscExpColumns.numbers((IafPscExp.Kernel) each.apply(i)));
    }
    if (model instanceof IafPscAlpha) {
      return new IafPscAlphaColumns(
          NEURONS, i -> IafPscAlphaColumns.numbers((IafPscAlpha.Kernel) each.apply(i)), STEP);
    }
    return new IafPscDeltaColumns(
        NEURONS,
        i -> {
          IafPscDelta.Kernel kernel = (IafPscDelta.Kernel) each.apply(i);
          return MembraneColumns.numbers(kernel.membrane(), kernel.lowest());
        });
  }

  /**
   * @param together whether one kernel advances all at once, in pieces
   */
  private static Run run(
      NeuronModel model, boolean injected, IntFunction<NeuronKernel> kernels, boolean together) {
    Random random = new Random(5);
    double[][] input = new double[2][NEURONS + OFFSET];
    NeuronBlock block =
        new NeuronBlock(
            0, 0, NEURONS, model.stateArrays(), input, OFFSET, new RandomStream(1), null);
    for (int i = 0; i < NEURONS; i++) {
      kernels.apply(i).write(block, 0, i, -70 + 15 * random.nextDouble());
    }
    double scale = model.receptors() == 1 ? 1 : 100;
    List<Integer> fired = new ArrayList<>();
    double[][] read = new double[STEPS][NEURONS];
    for (int step = 1; step <= STEPS; step++) {
      for (int i = 0; i < NEURONS; i++) {
        input[0][OFFSET + i] = random.nextInt(4) == 0 ? scale * 4 * random.nextDouble() : 0;
        input[1][OFFSET + i] = random.nextInt(9) == 0 ? -scale * random.nextDouble() : 0;
        if (injected) {
          block.injectedCurrent()[i] = 200 * random.nextDouble();
        }
      }
      int at = step;
      int cut = random.nextInt(NEURONS);
      if (together) {
        NeuronKernel all = kernels.apply(0);
        all.update(block, 0, cut, step, neuron -> fired.add(at * NEURONS + neuron));
        all.update(block, cut, NEURONS, step, neuron -> fired.add(at * NEURONS + neuron));
      } else {
        for (int i = 0; i < NEURONS; i++) {
          kernels
              .apply(i)
              .update(block, i, i + 1, step, neuron -> fired.add(at * NEURONS + neuron));
        }
      }
      for (int i = 0; i < NEURONS; i++) {
        read[step - 1][i] = kernels.apply(i).read(block, 0, i);
      }
    }
    return new Run(block, fired, read);
  }

  private record Run(NeuronBlock block, List<Integer> spikes, double[][] read) {
    void assertEqual(Run other) {
      assertEquals(spikes, other.spikes);
      for (int array = 0; array < block.stateArrays(); array++) {
        assertArrayEquals(
            VectorKernelTest.bits(block.state(array)),
            VectorKernelTest.bits(other.block.state(array)));
      }
      for (int i = 0; i < read.length; i++) {
        assertArrayEquals(read[i], other.read[i]);
      }
    }
  }
}
