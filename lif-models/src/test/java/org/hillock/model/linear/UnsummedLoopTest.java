package org.hillock.model.linear;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hillock.model.BlockParameters;
import org.hillock.model.Models;
import org.hillock.model.NeuronBlock;
import org.hillock.model.NeuronModel;
import org.hillock.model.ParameterSet;
import org.hillock.model.UnsummedInput;
import org.hillock.random.RandomStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Input that is taken unsummed gives the bits of the same input summed. */
class UnsummedLoopTest {

  private static final int SIZE = 61;
  private static final int CUT = 29;
  private static final int FIRST = 3;
  private static final double[] UNITS = {0.37, -0.11};
  private static final double[] OTHER_UNITS = {-0.3, 0.7};

  private static LinearKernel kernel(NeuronModel model, boolean vectors) {
    ParameterSet parameters = ParameterSet.of("test", model.parameters(), Map.of("I_e", 700.0));
    return new LinearKernel(
        new BlockParameters(SIZE, false, neuron -> parameters),
        ((Linear) model.dynamics()).of(),
        0.1,
        vectors);
  }

  private static NeuronBlock block(LinearKernel kernel, double[][] input, int offset) {
    RandomStream random = new RandomStream(3);
    return new NeuronBlock(0, 0, SIZE, kernel.stateArrays(), input, offset, random, null);
  }

  @ParameterizedTest
  @CsvSource({
    "iaf_psc_exp, false, false",
    "iaf_psc_exp, true, false",
    "iaf_psc_delta, false, true",
    "iaf_psc_delta, true, true"
  })
  void givesTheSameBitsAsSummedInput(String name, boolean vectors, boolean twoRows) {
    NeuronModel model = Models.neuron(name).orElseThrow();
    int receptors = model.description().receptors().size();
    LinearKernel summing = kernel(model, false);
    double[][] sums = new double[receptors][SIZE];
    NeuronBlock summed = block(summing, sums, 0);
    LinearKernel kernel = kernel(model, vectors);
    int[][] rows = new int[receptors][FIRST + SIZE];
    int[][] others = new int[receptors][FIRST + SIZE];
    UnsummedInput[] input = new UnsummedInput[receptors];
    for (int r = 0; r < receptors; r++) {
      int[] other = twoRows ? others[r] : null;
      input[r] = new UnsummedInput(rows[r], UNITS[r], other, OTHER_UNITS[r], FIRST, SIZE);
    }
    assertTrue(kernel.takes(input));
    NeuronBlock block = block(kernel, new double[receptors][0], 0);
    block.unsummed(input);
    List<Integer> expected = new ArrayList<>();
    List<Integer> spikes = new ArrayList<>();
    Random random = new Random(8);
    short[] counts = new short[SIZE + 64];
    for (int step = 1; step <= 400; step++) {
      for (int i = 0; i < SIZE; i++) {
        counts[4 + i] = (short) random.nextInt(4);
        for (int r = 0; r < receptors; r++) {
          rows[r][FIRST + i] = random.nextInt(-5, 9);
          sums[r][i] = rows[r][FIRST + i] * UNITS[r];
          if (twoRows) {
            others[r][FIRST + i] = random.nextInt(3);
            sums[r][i] += others[r][FIRST + i] * OTHER_UNITS[r];
          }
        }
        sums[0][i] += counts[4 + i] * 0.21;
      }
      summing.update(summed, 0, SIZE, step, expected::add);
      for (int from = 0; from < SIZE; from += CUT) {
        for (UnsummedInput one : input) {
          one.silence(from);
        }
        input[0].counts(counts, 4, 0.21);
        kernel.update(block, from, Math.min(from + CUT, SIZE), step, spikes::add);
      }
      for (int r = 0; r < receptors; r++) {
        for (int i = FIRST; i < rows[r].length; i++) {
          assertEquals(0, rows[r][i], "cleared");
          assertEquals(0, others[r][i], "cleared");
        }
      }
    }
    assertTrue(expected.size() > SIZE, "fires");
    assertEquals(expected, spikes);
    for (int array = 0; array < kernel.stateArrays(); array++) {
      assertArrayEquals(summed.state(array), block.state(array));
    }
  }

  @ParameterizedTest
  @CsvSource({"iaf_psc_exp, true", "iaf_psc_delta, false", "iaf_psc_alpha, false"})
  void leavesOtherInputToBeSummed(String name, boolean twoRows) {
    NeuronModel model = Models.neuron(name).orElseThrow();
    UnsummedInput[] input = new UnsummedInput[model.description().receptors().size()];
    for (int r = 0; r < input.length; r++) {
      int[] other = twoRows ? new int[SIZE] : null;
      input[r] = new UnsummedInput(new int[SIZE], 1, other, 1, 0, SIZE);
    }
    assertFalse(kernel(model, true).takes(input));
  }
}
